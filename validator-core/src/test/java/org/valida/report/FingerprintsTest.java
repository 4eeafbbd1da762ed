package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.valida.violation.RecordRef;
import org.valida.violation.Violation;

class FingerprintsTest {

  private static Violation at(String pointer, String value, long line) {
    var seen = Samples.fonte();
    return new Violation(
        seen.rule(),
        seen.severity(),
        value,
        Map.of("value", value),
        pointer,
        line,
        line,
        line,
        "",
        value,
        new RecordRef(value, 1, value, Map.of("school", value)),
        new Violation.Excerpt(value, 0, value.length()));
  }

  @Test
  void noValueMakesADifferenceAndNoLineEither() {
    var one = new Fingerprints();
    var other = new Fingerprints();

    assertThat(one.ofPosition("a.json", at("/0/cpf", "1", 1)))
        .isEqualTo(other.ofPosition("a.json", at("/0/cpf", "22", 7)));
  }

  @Test
  void anotherPositionMakesAnotherOfTheSamePattern() {
    var fingerprints = new Fingerprints();
    var first = at("/0/cpf", "1", 1);
    var second = at("/1/cpf", "1", 1);

    assertThat(fingerprints.ofPattern(first)).isEqualTo(fingerprints.ofPattern(second));
    assertThat(fingerprints.ofPosition("a", first))
        .isNotEqualTo(fingerprints.ofPosition("a", second));
  }

  @Test
  void fileAndRuleMakeADifference() {
    var fingerprints = new Fingerprints();

    assertThat(fingerprints.ofPosition("a", at("", "1", 1)))
        .isNotEqualTo(fingerprints.ofPosition("b", at("", "1", 1)));
    assertThat(fingerprints.ofPattern(at("", "1", 1)))
        .isNotEqualTo(fingerprints.ofPattern(Samples.bom()));
  }

  @Test
  void noneComesTwiceAndEachComesAgainInTheNextRun() {
    var one = new Fingerprints();
    var next = new Fingerprints();
    var same = at("", "1", 1);
    var first = one.ofPosition("a", same);
    var second = one.ofPosition("a", same);

    assertThat(second).isNotEqualTo(first);
    assertThat(next.ofPosition("a", same)).isEqualTo(first);
    assertThat(next.ofPosition("a", same)).isEqualTo(second);
  }

  @Test
  void aPatternHasAStarForEachIndexAndKeepsNames() {
    assertThat(Fingerprints.pattern("/ente/0/despesa/12/cod_fonte"))
        .isEqualTo("/ente/*/despesa/*/cod_fonte");
    assertThat(Fingerprints.pattern("/0/a0/01/b~11/7")).isEqualTo("/*/a0/01/b~11/*");
    assertThat(Fingerprints.pattern("")).isEmpty();
  }
}
