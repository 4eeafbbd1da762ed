package org.valida.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.valida.check.FailOn;
import org.valida.violation.Level;

class ParametersTest {

  private static final Path TOP = Path.of("top").toAbsolutePath();

  /** Parameters by their names; those without a value are not said. */
  private static Parameters parameters(Map<String, String> said) {
    return new Parameters(
        new Payloads(TOP, TOP.resolve("payloads"), List.of(), List.of()),
        Optional.ofNullable(said.get("contract")),
        Optional.ofNullable(said.get("schema")),
        Optional.ofNullable(said.get("contracts")),
        said.containsKey("rule") ? Map.of("json-bom", said.get("rule")) : Map.of(),
        said.containsKey("rules") ? List.of(said.get("rules").split(",", -1)) : List.of(),
        Optional.ofNullable(said.get("failOn")),
        Optional.ofNullable(said.get("baseline")),
        Optional.ofNullable(said.get("query")),
        Optional.ofNullable(said.get("config")),
        Optional.ofNullable(said.get("today")),
        Optional.ofNullable(said.get("maxViolations")).map(Long::valueOf));
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOf(ParameterException.class)
        .extracting(e -> new RuntimeException(((ParameterException) e).sentence(Words.in("en"))))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.THROWABLE);
  }

  @Test
  void whatWasNotSaidIsLeftToTheConfiguration() throws ParameterException {
    var nothing = parameters(Map.of());
    var request = nothing.request();

    assertThat(request.inputs()).containsExactly("payloads");
    assertThat(request.folder()).isEqualTo(TOP);
    assertThat(request.levels()).isEmpty();
    assertThat(request.contract()).isEmpty();
    assertThat(nothing.leastFailing()).isEmpty();
    assertThat(nothing.shown()).isEmpty();
  }

  /** Their text goes into the fingerprint of an incremental check. */
  @Test
  void theTextIsTheSameInEveryBuild() {
    var rules = new LinkedHashMap<String, String>();
    for (var letter : List.of("h", "g", "f", "e", "d", "c", "b", "a")) {
      rules.put(letter, "off");
    }
    var none = Optional.<String>empty();
    var parameters =
        new Parameters(
            new Payloads(TOP, TOP, List.of(), List.of()),
            none,
            none,
            none,
            rules,
            List.of(),
            none,
            none,
            none,
            none,
            none,
            Optional.empty());

    assertThat(parameters.rules().keySet()).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
  }

  @Test
  void personalDataIsNeverShown() throws ParameterException {
    assertThat(parameters(Map.of()).request().showPersonal()).isFalse();
  }

  @Test
  void whatWasSaidIsAskedFor() throws ParameterException {
    var said =
        parameters(
            Map.of(
                "contract", "mce/despesa",
                "rule", "off",
                "rules", "json-bom=error,cod-fonte-unknown=info",
                "failOn", "warning",
                "query", "?num_ano=2024",
                "today", "2025-03-31",
                "maxViolations", "0"));
    var request = said.request();

    assertThat(request.contract()).contains("mce/despesa");
    assertThat(request.levels())
        .isEqualTo(Map.of("json-bom", Level.ERROR, "cod-fonte-unknown", Level.INFO));
    assertThat(request.query().orElseThrow().filter("num_ano")).contains("2024");
    assertThat(request.today()).contains(LocalDate.of(2025, 3, 31));
    assertThat(said.leastFailing()).contains(FailOn.WARNING);
    assertThat(said.shown()).isEqualTo(OptionalLong.of(0));
  }

  @Test
  void whatHasNoMeaningIsRefusedInOneSentence() {
    assertRefused(() -> parameters(Map.of("failOn", "fatal")).leastFailing())
        .hasMessage(
            "invalid value for <failOn>: fatal; use one of these: error, warning, info, never");
    assertRefused(() -> parameters(Map.of("maxViolations", "-1")).shown())
        .hasMessage("invalid value for <maxViolations>: -1; use a whole number from 0");
    assertRefused(() -> parameters(Map.of("today", "31/03/2025")).request())
        .hasMessage("invalid date for <today>: 31/03/2025; use YYYY-MM-DD, such as 2025-03-31");
    assertRefused(() -> parameters(Map.of("rule", "on")).request())
        .hasMessage(
            "invalid value for <rules: json-bom>: on; use one of these: error, warning, info, off");
    assertRefused(() -> parameters(Map.of("rules", "json-bom")).request())
        .hasMessage("-Dvalida.rules: json-bom has no level; use ID=LEVEL, such as json-bom=off");
    assertRefused(() -> parameters(Map.of("query", "num_an=2024")).request())
        .hasMessage("<query> has an unknown parameter: num_an; did you mean num_ano?");
    assertRefused(() -> parameters(Map.of("query", "xyz=1")).request())
        .hasMessage("<query> has an unknown parameter: xyz");
    assertRefused(() -> parameters(Map.of("query", "num_ano=24")).request())
        .hasMessage("<query> has a malformed value for num_ano: 24");
    assertRefused(() -> parameters(Map.of("query", "num_ano=2024&num_ano=2023")).request())
        .hasMessage("<query> has the parameter num_ano twice");
    assertRefused(() -> parameters(Map.of("schema", "a", "contract", "b")).request())
        .hasMessage("<schema> and <contract> exclude each other");
    assertRefused(() -> ReportPlaces.of(List.of("pdf"), TOP, TOP))
        .hasMessageStartingWith("invalid value for <formats>: pdf; use one of these: text, json");
    assertRefused(() -> ReportPlaces.of(List.of("json", "json"), TOP, TOP))
        .hasMessage("two reports would go to the same file: " + TOP.resolve("valida.json"));
  }
}
