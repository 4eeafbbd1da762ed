package org.valida.report;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.Printable;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/**
 * For spreadsheets: a row for each violation, as found, and one for each input that could not be
 * checked, under a row of names in the reader's language. Begins with a byte order mark; lines end
 * with CR LF; cells are separated by a semicolon in Portuguese, as spreadsheets there expect, and
 * by a comma in English. No cell can start a formula: one that would has an apostrophe before it.
 * Holds nothing. A failing output throws {@link OutputException}.
 */
public final class CsvReport implements RunListener {

  private static final List<String> COLUMNS =
      List.of(
          "file",
          "contract",
          "record-number",
          "record",
          "school",
          "stage",
          "rule",
          "severity",
          "line",
          "column",
          "pointer",
          "message",
          "value",
          "help",
          "clause");

  private final Writer out;
  private final Wording wording;
  private final Phrases phrases;
  private final FailureText failureText;
  private final char separator;
  private final Cap cap;

  /** Of inputs that violations may still come for. */
  private final Map<String, String> contracts = new HashMap<>();

  private boolean begun;

  /**
   * @param language {@code pt} or {@code en}, of all that is not the wording of a violation
   * @param maxViolations written per rule and file, 0 for all
   */
  public CsvReport(Writer out, Wording wording, String language, long maxViolations) {
    this.out = out;
    this.wording = wording;
    this.phrases = ReportPhrases.in(language);
    this.failureText = FailureText.of(language);
    this.separator = phrases.language().equals("pt") ? ';' : ',';
    this.cap = new Cap(maxViolations);
  }

  @Override
  public void contract(String path, String contractId) {
    contracts.put(path, contractId);
  }

  @Override
  public void violation(String path, Violation violation) {
    if (!cap.admits(path, violation.rule().id())) {
      return;
    }
    var record = violation.record();
    var groups = record.groups();
    row(
        List.of(
            path,
            contracts.getOrDefault(path, ""),
            record.number() == 0 ? "" : Long.toString(record.number()),
            record.label(),
            groups.getOrDefault("school", ""),
            groups.getOrDefault("stage", ""),
            violation.rule().id(),
            violation.severity().label(),
            Long.toString(violation.line()),
            Long.toString(violation.column()),
            violation.pointer(),
            wording.message(violation),
            violation.value().orElse(""),
            wording.help(violation),
            violation.clauseText()));
  }

  private void failure(Failure failure) {
    var cells = new ArrayList<String>();
    for (var column : COLUMNS) {
      cells.add(
          switch (column) {
            case "file" -> failure.path();
            case "rule" -> failure.kind();
            case "severity" -> "failure";
            case "message" -> failureText.sentence(failure);
            default -> "";
          });
    }
    row(cells);
  }

  @Override
  public void read(FileResult file) {
    cap.close(file.path(), (rule, hidden) -> {});
    file.failure().ifPresent(this::failure);
    JsonOutput.unchecked(out::flush);
  }

  @Override
  public void ended(RunResult result) {
    result.failures().forEach(this::failure);
    begin();
    JsonOutput.unchecked(out::flush);
  }

  private void begin() {
    if (!begun) {
      begun = true;
      write("\uFEFF");
      row(COLUMNS.stream().map(column -> phrases.text("csv." + column)).toList());
    }
  }

  private void row(List<String> cells) {
    begin();
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        line.append(separator);
      }
      line.append(quoted(harmless(Printable.of(cells.get(i)))));
    }
    write(line.append("\r\n").toString());
  }

  /**
   * A text that no spreadsheet takes for a formula, whatever it strips or folds before it looks.
   */
  private static String harmless(String text) {
    return text.codePoints()
        .filter(c -> !isInvisible(c))
        .limit(1)
        .filter(CsvReport::startsFormula)
        .mapToObj(c -> "'" + text)
        .findFirst()
        .orElse(text);
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  private static boolean startsFormula(int c) {
    var folded = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    return "=+-@\u2212".indexOf(folded.charAt(0)) >= 0;
  }

  /** In quotes where either separator, a quote or a blank at an edge would be lost or misread. */
  private static String quoted(String text) {
    boolean plain =
        text.chars().noneMatch(c -> c == '"' || c == ';' || c == ',') && text.strip().equals(text);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }
}
