package org.valida.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.valida.report.JsonReport;
import org.valida.report.NdjsonReport;
import org.valida.report.TextReport;
import org.valida.report.Wording;
import org.valida.violation.Messages;
import org.valida.violation.RunListener;

/**
 * The reports of one run, each to its place. Files are there only after {@link #complete}; closing
 * without it leaves none.
 */
final class Reports implements AutoCloseable {

  private final Terminal terminal;
  private final CheckOptions options;
  private final OptionalLong maxViolations;
  private final Function<String, Optional<String>> sha256;
  private final Wording wording;
  private final List<ReportFile> files = new ArrayList<>();
  private final List<RunListener> writers = new ArrayList<>();
  private Writer console;

  private Reports(
      Terminal terminal,
      CheckOptions options,
      OptionalLong maxViolations,
      Function<String, Optional<String>> sha256) {
    this.terminal = terminal;
    this.options = options;
    this.maxViolations = maxViolations;
    this.sha256 = sha256;
    this.wording = Wording.of(Messages.of(terminal.language()));
  }

  /**
   * Opens all of them.
   *
   * @param maxViolations shown per rule and file, empty for each format's own
   * @param sha256 hash of an input by its path
   * @throws UseException if a file cannot be written
   */
  static Reports open(
      Terminal terminal,
      CheckOptions options,
      OptionalLong maxViolations,
      Function<String, Optional<String>> sha256)
      throws UseException, IOException {
    var reports = new Reports(terminal, options, maxViolations, sha256);
    try {
      for (var target : options.formats()) {
        reports.writers.add(reports.writer(target));
      }
      return reports;
    } catch (UseException | IOException e) {
      reports.close();
      throw e;
    }
  }

  List<RunListener> writers() {
    return List.copyOf(writers);
  }

  /**
   * Makes sure that every file could be written so far.
   *
   * @throws UseException for the first that could not
   */
  void verify() throws UseException {
    for (var file : files) {
      if (file.failed()) {
        throw unwritable(file.name());
      }
    }
  }

  /** Moves the files to their places. */
  void complete() throws UseException {
    for (var file : files) {
      try {
        file.complete();
      } catch (IOException e) {
        throw unwritable(file.name());
      }
    }
    files.clear();
  }

  @Override
  public void close() throws IOException {
    // What was found before the run broke off is worth seeing.
    if (console != null && terminal.out().failure().isEmpty()) {
      console.flush();
    }
    for (var file : files) {
      file.abandon();
    }
  }

  private RunListener writer(Format.Target target) throws UseException, IOException {
    var file = target.file();
    if (file.isEmpty()) {
      console = target.format() == Format.TEXT ? terminal.text() : terminal.utf8();
      return writer(target.format(), console, false);
    }
    return writer(target.format(), file(file.get()), true);
  }

  private Writer file(String name) throws UseException {
    try {
      var file = new ReportFile(terminal.environment().folder().resolve(name));
      files.add(file);
      return file.writer();
    } catch (IOException | IllegalArgumentException e) {
      throw unwritable(name);
    }
  }

  private UseException unwritable(String name) {
    return new UseException(terminal.phrases().text("use.report-unwritable", Map.of("file", name)));
  }

  private RunListener writer(Format format, Writer out, boolean toFile) throws IOException {
    long most = maxViolations.orElse(format.shown());
    var language = terminal.language();
    return switch (format) {
      case TEXT -> new TextReport(out, wording, language, text(most, toFile));
      case JSON ->
          new JsonReport(
              out,
              wording,
              language,
              new JsonReport.Options(
                  BuildInfo.read().version(), most, options.statistics(), sha256));
      case NDJSON -> new NdjsonReport(out, wording, most);
    };
  }

  private TextReport.Options text(long most, boolean toFile) {
    var detail =
        options.quiet()
            ? TextReport.Detail.QUIET
            : options.verbose() ? TextReport.Detail.VERBOSE : TextReport.Detail.NORMAL;
    var colour = !toFile && !options.noColor() && terminal.environment().colour();
    return new TextReport.Options(most, colour, detail, options.statistics(), toFile);
  }
}
