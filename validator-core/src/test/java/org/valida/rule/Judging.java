package org.valida.rule;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.Contract;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.check.MemorySource;
import org.valida.check.Source;
import org.valida.violation.RunListener;
import org.valida.violation.Violation;

/** Texts as payloads of the built-in contracts. */
final class Judging {

  private Judging() {}

  /** A new engine, as mutants need it, on the day of the test data. */
  static Valida.Builder engine() {
    return Valida.builder().today(LocalDate.of(2026, 1, 31));
  }

  /** A file of the test data in which each text is replaced; it must be there. */
  static String changed(String file, String... pairs) {
    var text =
        new String(TestData.bytes(TestData.testdata().resolve(file)), StandardCharsets.UTF_8);
    for (int i = 0; i < pairs.length; i += 2) {
      if (!text.contains(pairs[i])) {
        throw new IllegalArgumentException(file + " has no " + pairs[i]);
      }
      text = text.replace(pairs[i], pairs[i + 1]);
    }
    return text;
  }

  static List<Violation> violations(Valida engine, String contract, String payload) {
    try {
      var bytes = payload.getBytes(StandardCharsets.UTF_8);
      return engine.check(Contract.of(contract), new ByteArrayInputStream(bytes)).violations();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rule and pointer of each. */
  static List<String> places(List<Violation> violations) {
    return violations.stream().map(v -> (v.rule().id() + " " + v.pointer()).strip()).toList();
  }

  static List<String> places(String contract, String payload) {
    return places(violations(engine().build(), contract, payload));
  }

  /**
   * What is reported of several payloads of one run, each as its name, rule and pointer.
   *
   * @param payloads each by a name that begins with its contract and a colon
   */
  static List<String> run(int jobs, Map<String, String> payloads) {
    var found = new ArrayList<String>();
    RunListener listener =
        (path, violation) ->
            found.add(
                path
                    + " "
                    + violation.rule().id()
                    + " "
                    + violation.pointer()
                    + " line "
                    + violation.line()
                    + " of "
                    + violation.recordKey());
    engine()
        .jobs(jobs)
        .contractBy(source -> Optional.of(source.path().substring(0, source.path().indexOf(':'))))
        .build()
        .run(sources(payloads), listener);
    return found;
  }

  static List<Source> sources(Map<String, String> payloads) {
    var sources = new ArrayList<Source>();
    payloads.forEach(
        (path, text) -> sources.add(new MemorySource(path, text.getBytes(StandardCharsets.UTF_8))));
    return sources;
  }
}
