package org.valida.report;

import static org.valida.report.MarkdownText.code;
import static org.valida.report.MarkdownText.codeInCell;
import static org.valida.report.MarkdownText.plain;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * Markdown with tables, for the summary of a build or a comment on a merge request: the verdict,
 * the totals, then each file in which something was found, by rule. Nothing of a payload becomes
 * markup, see {@link MarkdownText}. Holds a bounded sample per rule and file until the run ends;
 * counts are exact. The same input gives the same bytes. A failing output throws {@link
 * OutputException}.
 */
public final class MarkdownReport implements RunListener {

  private final Writer out;
  private final Wording wording;
  private final RuleTexts texts;
  private final Phrases phrases;
  private final FailureText failureText;
  private final Groups groups;
  private final RecordGroups recordGroups = new RecordGroups();

  /**
   * @param language {@code pt} or {@code en}, of all that is not the wording of a violation or rule
   * @param maxViolations shown per rule and file, 0 for all
   */
  public MarkdownReport(
      Writer out, Wording wording, RuleTexts texts, String language, long maxViolations) {
    this.out = out;
    this.wording = wording;
    this.texts = texts;
    this.phrases = ReportPhrases.in(language);
    this.failureText = FailureText.of(language);
    this.groups = new Groups(maxViolations);
  }

  @Override
  public void violation(String path, Violation violation) {
    groups.add(path, violation);
    recordGroups.add(violation.record());
  }

  @Override
  public void ended(RunResult result) {
    try {
      out.append("## ").append(sign(result)).append(' ');
      out.append(plain(phrases.text("markdown." + result.verdict().label()))).append("\n\n");
      out.append(plain(new Summary(result).line(phrases))).append('\n');
      failures(result);
      files(result.files());
      for (var group : List.of("school", "stage")) {
        counts(group);
      }
      for (var file : result.files()) {
        file(file);
      }
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  private static String sign(RunResult result) {
    return switch (new Summary(result).worst()) {
      case CLEAN -> "✅";
      case WARNED -> "⚠️";
      case BROKEN -> "❌";
    };
  }

  private void failures(RunResult result) throws IOException {
    var all =
        Stream.concat(
                result.files().stream().flatMap(file -> file.failure().stream()),
                result.failures().stream())
            .toList();
    if (all.isEmpty()) {
      return;
    }
    heading("### ", plain(phrases.text("markdown.failures")));
    out.append('\n');
    for (Failure failure : all) {
      out.append("- ").append(code(failureText.line(failure))).append('\n');
    }
  }

  private void files(List<FileResult> files) throws IOException {
    var found = files.stream().filter(MarkdownReport::isWorthARow).toList();
    if (!found.isEmpty()) {
      table(List.of("file", "contract", "records", "errors", "warnings", "infos", "suppressed"), 2);
      for (var file : found) {
        row(
            List.of(
                codeInCell(file.path()),
                codeInCell(file.contract().orElse("")),
                phrases.grouped(file.records()),
                phrases.grouped(file.errors()),
                phrases.grouped(file.warnings()),
                phrases.grouped(file.infos()),
                phrases.grouped(file.suppressed())));
      }
    }
    int clean = files.size() - found.size();
    if (clean > 0) {
      out.append('\n').append(plain(phrases.counted("markdown.clean", clean))).append('\n');
    }
  }

  private static boolean isWorthARow(FileResult file) {
    return violations(file) + file.suppressed() > 0 || file.failure().isPresent();
  }

  private static long violations(FileResult file) {
    return file.errors() + file.warnings() + file.infos();
  }

  private void counts(String name) throws IOException {
    var counts = recordGroups.largest(name);
    if (counts.isEmpty()) {
      return;
    }
    heading("### ", plain(phrases.text("markdown." + name)));
    table(List.of("group." + name, "count"), 1);
    for (var count : counts) {
      row(List.of(codeInCell(count.getKey()), phrases.grouped(count.getValue())));
    }
  }

  private void file(FileResult file) throws IOException {
    var found = groups.of(file.path());
    if (found.isEmpty()) {
      return;
    }
    heading("### ", code(file.path()));
    table(List.of("rule", "severity", "clause", "title", "count"), 4);
    for (var group : found) {
      row(
          List.of(
              codeInCell(group.rule().id()),
              group.severity().label(),
              codeInCell(group.rule().clauseText()),
              ownText(group),
              phrases.grouped(group.count())));
    }
    for (var group : found) {
      places(group);
    }
  }

  /** The rule's title; nothing where it has none and its id stands for it. */
  private String ownText(Groups.Group group) {
    var title = texts.title(group.rule().id());
    return title.equals(group.rule().id()) ? "" : plain(title);
  }

  private void places(Groups.Group group) throws IOException {
    heading(
        "#### ",
        sign(group.severity())
            + " "
            + code(group.rule().id())
            + ": "
            + plain(phrases.counted("violations", group.count())));
    if (!group.shown().isEmpty()) {
      table(List.of("place", "message", "where", "record"), 4);
      for (var violation : group.shown()) {
        row(
            List.of(
                violation.line() + ":" + violation.column(),
                codeInCell(new Spoken(violation, wording, phrases).message()),
                codeInCell(violation.pointer()),
                codeInCell(violation.recordKey())));
      }
    }
    if (group.hidden() > 0) {
      out.append("\n… ").append(plain(phrases.counted("more", group.hidden()))).append('\n');
    }
  }

  private static String sign(Severity severity) {
    return switch (severity) {
      case ERROR -> "❌";
      case WARNING -> "⚠️";
      case INFO -> "ℹ️";
    };
  }

  private void heading(String level, String text) throws IOException {
    out.append('\n').append(level).append(text).append('\n');
  }

  /** The head of a table, of which so many columns are text and the others numbers. */
  private void table(List<String> names, int texts) throws IOException {
    out.append('\n');
    row(names.stream().map(name -> plain(phrases.text("markdown." + name))).toList());
    out.append('|');
    for (int i = 0; i < names.size(); i++) {
      out.append(i < texts ? " --- |" : " ---: |");
    }
    out.append('\n');
  }

  private void row(List<String> cells) throws IOException {
    out.append('|');
    for (var cell : cells) {
      out.append(' ').append(cell).append(cell.isEmpty() ? "|" : " |");
    }
    out.append('\n');
  }
}
