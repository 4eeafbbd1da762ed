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

  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2}):([0-9]{2})([.,][0-9]+)?(Z|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?");

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.type() != Value.STRING) {
      scope.report(rule, wrongType(value));
      return Outcome.BROKEN;
    }
    var text = value.text();
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      scope.report(rule, hint(text));
      return Outcome.BROKEN;
    }
    try {
      var day =
          LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
      LocalTime.of(number(parts.group(4)), number(parts.group(5)), number(parts.group(6)));
      value.means(Value.Meaning.DAY, day.toEpochDay());
    } catch (DateTimeException e) {
      scope.report(rule, "invalid");
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

  private static int number(String digits) {
    return Integer.parseInt(digits);
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
