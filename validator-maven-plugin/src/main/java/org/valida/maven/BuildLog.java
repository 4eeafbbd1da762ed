package org.valida.maven;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.logging.Log;
import org.valida.report.LogReport;
import org.valida.violation.Failure;
import org.valida.violation.Note;
import org.valida.violation.Severity;

/** Hands the lines of a run to Maven. */
final class BuildLog implements LogReport.Log {

  private final Log log;
  private final Words words;
  private final UnaryOperator<String> location;
  private String summary = "";
  private String found = "";

  BuildLog(Log log, Words words, UnaryOperator<String> location) {
    this.log = log;
    this.words = words;
    this.location = location;
  }

  @Override
  public void violation(Severity severity, String line) {
    switch (severity) {
      case ERROR -> log.error(line);
      case WARNING -> log.warn(line);
      case INFO -> log.info(line);
    }
  }

  @Override
  public void hidden(String path, String rule, long count) {
    log.warn(words.counted("hidden", count, Map.of("path", path, "rule", rule)));
  }

  @Override
  public void failure(Failure failure) {
    var place = failure.path().isEmpty() ? "" : location.apply(failure.path());
    log.error(words.sentence(place, failure));
  }

  @Override
  public void note(Note note) {
    if (note.kind().isWarning()) {
      log.warn(words.sentence(note));
    } else if (!note.kind().isDetail()) {
      log.info(words.sentence(note));
    }
  }

  @Override
  public void ended(String line, String parts) {
    summary = line;
    found = parts;
  }

  /** What was read and found, once the run is over. */
  String summary() {
    return summary;
  }

  /** What was found alone, once the run is over. */
  String found() {
    return found;
  }
}
