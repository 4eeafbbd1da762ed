package org.valida.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.valida.check.Inputs;
import org.valida.check.Source;
import org.valida.violation.Failure;

/**
 * Keeps the reports that a run writes, and an earlier run wrote, from being read as payloads, and
 * payloads from being overwritten.
 *
 * @param folder what names are relative to
 * @param files that reports go to, as the user named them
 */
public record OwnReports(Path folder, List<String> files) {

  /**
   * The inputs without the reports that were found in a folder.
   *
   * @param named what the user named as inputs
   * @throws RequestException if a report would take the place of a payload
   */
  public Inputs leftOut(Inputs inputs, List<String> named) throws RequestException {
    var reports = reports();
    if (reports.isEmpty()) {
      return inputs;
    }
    var rest = new ArrayList<Source>();
    for (var source : inputs.sources()) {
      if (source.file().flatMap(OwnReports::real).filter(reports::contains).isEmpty()) {
        rest.add(source);
      } else if (named.contains(source.path()) || !isReport(source)) {
        throw Refusal.of("report-is-input", Map.of("file", source.path()));
      }
    }
    return new Inputs(rest, failures(inputs, rest));
  }

  /**
   * Whether a file begins as reports do; an empty one is one without violations, and so is an empty
   * array, that of GitLab.
   */
  private static boolean isReport(Source source) {
    try (var stream = source.open()) {
      var beginning = new String(stream.readNBytes(400), StandardCharsets.UTF_8);
      return beginning.isEmpty()
          || beginning.startsWith("{\"path\":")
          || beginning.equals("[]\n")
          || beginning.contains("\"name\": \"valida\"")
          || beginning.contains("\"engine_name\": \"valida\"");
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Failure> failures(Inputs inputs, List<Source> rest) {
    var failures = new ArrayList<>(inputs.failures());
    if (rest.isEmpty() && !inputs.sources().isEmpty()) {
      failures.add(new Failure("no-payloads", "", Map.of("hint", "reports")));
    }
    return failures;
  }

  private Set<Path> reports() {
    var reports = new HashSet<Path>();
    for (var file : files) {
      location(file).flatMap(OwnReports::real).ifPresent(reports::add);
    }
    return reports;
  }

  private Optional<Path> location(String name) {
    try {
      return Optional.of(folder.resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> real(Path path) {
    try {
      return Files.isRegularFile(path) ? Optional.of(path.toRealPath()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
