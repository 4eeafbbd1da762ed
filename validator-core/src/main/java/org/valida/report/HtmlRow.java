package org.valida.report;

import org.valida.violation.Messages;
import org.valida.violation.Printable;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * One violation as a row of the page. All texts are safe to show; which of them are HTML's business
 * to escape the template knows.
 *
 * @param severityText in the reader's language
 * @param path of its file
 * @param message what is wrong
 * @param help how to mend it, empty where there is nothing to say
 * @param why the rule matters, likewise
 * @param clause likewise
 * @param record which ente or record, likewise
 * @param before what stands before the place in its line, likewise
 * @param marked the place itself, likewise
 * @param school whose record it is, likewise
 * @param stage the etapa, likewise
 */
record HtmlRow(
    Severity severity,
    String severityText,
    String rule,
    String path,
    long line,
    long column,
    String message,
    String help,
    String why,
    String clause,
    String pointer,
    String record,
    String before,
    String marked,
    String after,
    String school,
    String stage) {

  /** The names of the groups that rows tell of. */
  static final String SCHOOL = "school";

  static final String STAGE = "stage";

  static HtmlRow of(
      HtmlSample.Found found, Wording wording, Messages messages, String severityText) {
    var violation = found.violation();
    var excerpt = violation.excerpt();
    var text = excerpt.text();
    int start = Math.min(excerpt.start(), text.length());
    int end = Math.min(start + Math.max(1, excerpt.length()), text.length());
    return new HtmlRow(
        violation.severity(),
        severityText,
        Printable.of(violation.rule().id()),
        Printable.of(found.path()),
        violation.line(),
        violation.column(),
        Printable.of(wording.message(violation)),
        Printable.of(wording.help(violation)),
        messages.why(violation.rule().id()),
        Printable.of(violation.clauseText()),
        Printable.of(violation.pointer()),
        Printable.of(violation.recordKey()),
        Printable.of(text.substring(0, start).stripLeading()),
        Printable.of(text.substring(start, end)),
        Printable.of(text.substring(end).stripTrailing()),
        group(violation, SCHOOL),
        group(violation, STAGE));
  }

  /** What the script fills in: the markup of a row without a violation. */
  static HtmlRow blank() {
    return new HtmlRow(Severity.INFO, "", "", "", 0, 0, "", "", "", "", "", "", "", "", "", "", "");
  }

  HtmlPath place() {
    return HtmlPath.of(path);
  }

  static String group(Violation violation, String name) {
    return Printable.of(violation.record().groups().getOrDefault(name, ""));
  }
}
