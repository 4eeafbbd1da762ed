package org.valida.report;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.valida.violation.Messages;
import org.valida.violation.RunListener;
import org.valida.violation.Severity;

/**
 * The reports of one run, each to its place. Files are there only after {@link #complete}; closing
 * without it leaves none.
 */
public final class Reports implements AutoCloseable {

  /**
   * What all of them have in common.
   *
   * @param language {@code pt} or {@code en}
   * @param version of the tool
   * @param maxViolations shown per rule and file, empty for each format's own
   * @param detail how much the text says
   * @param colour whether text that does not go to a file has ANSI colours
   * @param statistics whether they are added
   * @param sha256 hash of an input by its path, empty where it was not asked for
   * @param failing the least that fails a test case of the JUnit report; empty if nothing does
   */
  public record Options(
      String language,
      String version,
      OptionalLong maxViolations,
      TextReport.Detail detail,
      boolean colour,
      boolean statistics,
      Function<String, Optional<String>> sha256,
      Optional<Severity> failing) {

    /** Of a run in which errors fail. */
    public Options(
        String language,
        String version,
        OptionalLong maxViolations,
        TextReport.Detail detail,
        boolean colour,
        boolean statistics,
        Function<String, Optional<String>> sha256) {
      this(
          language,
          version,
          maxViolations,
          detail,
          colour,
          statistics,
          sha256,
          Optional.of(Severity.ERROR));
    }
  }

  private final Options options;
  private final Wording wording;
  private final RuleTexts texts;
  private final List<ReportFile> files = new ArrayList<>();
  private final List<RunListener> writers = new ArrayList<>();

  public Reports(Options options) {
    this.options = options;
    var messages = Messages.of(options.language());
    this.wording = Wording.of(messages);
    this.texts = RuleTexts.of(messages);
  }

  /** Adds a report that is written to an output of the caller's, who flushes it. */
  public void to(Writer out, Format format) throws IOException {
    writers.add(writer(format, out, false));
  }

  /**
   * Adds a report that goes to a file, in UTF-8.
   *
   * @param name as the user wrote it
   * @throws UnwritableException if it cannot be written
   */
  public void to(Path folder, String name, Format format) throws UnwritableException {
    to(folder, name, format, false);
  }

  /**
   * As {@link #to(Path, String, Format)}.
   *
   * @param personal whether it may hold personal data, and is for the user alone
   * @throws UnwritableException if it cannot be written
   */
  public void to(Path folder, String name, Format format, boolean personal)
      throws UnwritableException {
    try {
      var file = new ReportFile(folder.resolve(name), personal);
      files.add(file);
      writers.add(writer(format, file.writer(), true));
    } catch (IOException | IllegalArgumentException e) {
      throw new UnwritableException(name);
    }
  }

  /** Those who want to be told of the run. */
  public List<RunListener> writers() {
    return List.copyOf(writers);
  }

  /**
   * Makes sure that every file could be written so far.
   *
   * @throws UnwritableException for the first that could not
   */
  public void verify() throws UnwritableException {
    for (var file : files) {
      if (file.failed()) {
        throw new UnwritableException(file.name());
      }
    }
  }

  /**
   * Moves the files to their places.
   *
   * @throws UnwritableException for the first that cannot be written; those after it are not there
   *     either
   */
  public void complete() throws UnwritableException {
    for (var file : files) {
      try {
        file.complete();
      } catch (IOException e) {
        throw new UnwritableException(file.name());
      }
    }
    files.clear();
  }

  @Override
  public void close() throws IOException {
    for (var file : files) {
      file.abandon();
    }
  }

  private RunListener writer(Format format, Writer out, boolean toFile) throws IOException {
    long most = options.maxViolations().orElse(format.shown());
    var language = options.language();
    return switch (format) {
      case TEXT ->
          new TextReport(
              out,
              wording,
              language,
              new TextReport.Options(
                  most,
                  !toFile && options.colour(),
                  options.detail(),
                  options.statistics(),
                  toFile));
      case JSON ->
          new JsonReport(
              out,
              wording,
              language,
              new JsonReport.Options(
                  options.version(), most, options.statistics(), options.sha256()));
      case NDJSON -> new NdjsonReport(out, wording, most);
      case SARIF ->
          new SarifReport(
              out,
              wording,
              texts,
              language,
              new SarifReport.Options(
                  options.version(), most, File.separatorChar, options.sha256()));
      case JUNIT ->
          new JunitReport(
              out, wording, texts, language, new JunitReport.Options(most, options.failing()));
      case GITHUB -> new GithubReport(out, wording, language, most);
      case GITLAB -> new GitlabReport(out, wording, language, most, File.separatorChar);
      case CSV -> new CsvReport(out, wording, language, most);
      case MARKDOWN -> new MarkdownReport(out, wording, texts, language, most);
      case HTML ->
          new HtmlReport(out, wording, language, new HtmlReport.Options(options.version(), most));
    };
  }
}
