package org.valida.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;

/**
 * {@code x-date}: a day written {@code AAAA-MM-DD}.
 *
 * @param implausible for a day that no person or enrolment has, such as 1900-01-01, which systems write for "not known"; may be null
 * @param future for a day later than today and {@code futureDays} more; may be null
 */
record DateText(RuleUse format, RuleUse invalid, RuleUse implausible, RuleUse future, long futureDays)
    implements ValueRule {

  private static final long FIRST_PLAUSIBLE = LocalDate.of(1900, 1, 2).toEpochDay();

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.type() != Value.STRING) {
      scope.report(format, value.type() == Value.INTEGER ? "number" : "");
      return Outcome.BROKEN;
    }
    var text = value.text();
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      scope.report(format, hint(text));
      return Outcome.BROKEN;
    }
    LocalDate day;
    try {
      day =
          LocalDate.of(
              Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5, 7)), Integer.parseInt(text.substring(8)));
    } catch (DateTimeException e) {
      scope.report(invalid, "");
      return Outcome.BROKEN;
    }
    value.means(Value.Meaning.DAY, day.toEpochDay());
    return Outcome.PASS;
  }

  private static String hint(String text) {
    if (text.matches("[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}.*")) {
      return "br";
    }
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].*")) {
      return "datetime";
    }
    if (text.matches("[0-9]{9,13}")) {
      return "epoch";
    }
    return text.matches("[0-9]{8}") ? "number" : "";
  }

  /** The part that judges the meaning of a day that could be read. */
  ValueRule meaning() {
    return (value, scope) -> {
      if (value.meaning() != Value.Meaning.DAY) {
        return Outcome.PASS;
      }
      var today = scope.settings().today();
      if (implausible != null && value.number() < FIRST_PLAUSIBLE) {
        value.doubt();
        return Meanings.report(value, scope, implausible, "");
      }
      if (future != null && value.number() > today.toEpochDay() + futureDays) {
        value.doubt();
        return Meanings.report(value, scope, future, "", "today", today.toString());
      }
      return Outcome.PASS;
    };
  }
}
