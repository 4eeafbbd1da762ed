package org.valida.server.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.check.Source;
import org.valida.server.Payload;
import org.valida.server.consulta.Method;
import org.valida.server.sample.SampleData;
import org.valida.server.store.DatabaseException;
import org.valida.server.web.AddressException;
import org.valida.violation.Messages;
import org.valida.violation.Note;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Verdict;

/** The reference implementation itself loses nothing. */
class RoundTripTest {

  private static final Path VALID = Path.of("..", "testdata", "mce", "valid");

  private final List<String> found = new ArrayList<>();

  @Test
  void allSampleDataComeBack() {
    var result = run(SampleData.payloads());

    assertThat(found).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.VALID);
    assertThat(result.files()).hasSize(SampleData.payloads().size());
    assertThat(result.files()).allMatch(file -> file.records() > 0 && file.bytes() > 0);
  }

  @Test
  void allValidTestDataComeBack() {
    var sources = Inputs.of(List.of("."), VALID, InputStream.nullInputStream()).sources();

    var result = run(sources);

    assertThat(found).isEmpty();
    assertThat(result.failures()).isEmpty();
    assertThat(result.files()).hasSizeGreaterThan(50).allMatch(file -> file.failure().isEmpty());
    assertThat(result.files().stream().map(file -> file.contract().orElseThrow()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            List.of(Method.values()).stream().map(Method::contract).toList());
    assertThat(result.notes()).allMatch(RoundTripTest::isNoConsulta);
    assertThat(result.notes().size() + result.files().size()).isEqualTo(sources.size());
  }

  private static boolean isNoConsulta(Note note) {
    return note.kind() == Note.Kind.NO_CONSULTA && note.path().contains("oauth-");
  }

  @Test
  void aPayloadWithErrorsIsReportedAndNotCompared() {
    var payload =
        Payload.of(
            "{'sgl_uf':'RS','cod_municipio':4314902,'num_ano':2024,'num_periodo':9,'despesa':[]}");

    var result = run(List.of(payload));

    assertThat(found).anyMatch(line -> line.startsWith("/ente/0/num_periodo"));
    assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
  }

  private RunResult run(List<Source> sources) {
    var valida = Valida.withDefaults();
    RunListener listener =
        (path, violation) ->
            found.add(violation.pointer() + " " + Messages.of("en").message(violation));
    try (var subject = LocalSubject.start(valida, Clock.systemUTC())) {
      return new RoundTrip(valida, subject, Clock.systemUTC()).run(sources, listener);
    } catch (DatabaseException | AddressException e) {
      throw new IllegalStateException(e);
    }
  }
}
