package org.valida.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;
import org.valida.violation.Severity;

/**
 * {@code x-timestamp}: {@code YYYY-MM-DD}, {@code T} or one blank, {@code hh:mm:ss}, optional
 * {@code Z}, a real day and time (MCE 4.1). A fraction of a second or an offset is right in ISO
 * 8601 but outside the manual's expression: a warning.
 */
record Timestamp(RuleUse rule) implements ValueRule {

  /** Made for the first text that is not as nearly all are ({@link #isUsual}). */
  private static final class Form {
    static final Pattern TEXT =
        Pattern.compile(
            "([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2}):([0-9]{2})([.,][0-9]+)?(Z|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?");
  }

  private static final String USUAL = "0000-00-00T00:00:00Z";

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.type() != Value.STRING) {
      scope.report(rule, wrongType(value));
      return Outcome.BROKEN;
    }
    var text = value.text();
    if (isUsual(text)) {
      return judgeDay(value, text, scope);
    }
    var parts = Form.TEXT.matcher(text);
    if (!parts.matches()) {
      scope.report(rule, hint(text));
      return Outcome.BROKEN;
    }
    if (judgeDay(value, text, scope) == Outcome.BROKEN) {
      return Outcome.BROKEN;
    }
    var zone = parts.group(8);
    if (parts.group(7) != null || zone != null && !zone.equals("Z")) {
      value.formWarning(
          new RuleUse(rule.rule(), Severity.WARNING),
          parts.group(7) != null ? "fraction" : "offset");
    }
    return Outcome.PASS;
  }

  /** Both forms have the same parts at the same places. */
  private Outcome judgeDay(Value value, String text, Scope scope) {
    try {
      var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
      LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
      value.means(Value.Meaning.DAY, day.toEpochDay());
      return Outcome.PASS;
    } catch (DateTimeException e) {
      scope.report(rule, "invalid");
      return Outcome.BROKEN;
    }
  }

  private static boolean isUsual(String text) {
    if (text.length() != USUAL.length()) {
      return false;
    }
    for (int i = 0; i < USUAL.length(); i++) {
      char c = text.charAt(i);
      char usual = USUAL.charAt(i);
      if (usual == '0' ? c < '0' || c > '9' : c != usual) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static String wrongType(Value value) {
    return switch (value.type()) {
      case Value.INTEGER, Value.NUMBER -> "epoch";
      case Value.ARRAY -> "array";
      default -> "";
    };
  }

  private static String hint(String text) {
    if (text.isEmpty()) {
      return "empty";
    }
    if (text.startsWith("/Date(") || text.startsWith("\\/Date(")) {
      return "ms-date";
    }
    if (text.matches("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}.*")) {
      return "br";
    }
    if (text.matches("[0-9]{9,13}")) {
      return "epoch";
    }
    return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? "date-only" : "";
  }
}
