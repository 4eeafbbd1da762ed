package org.valida.rule;

import java.time.LocalDate;
import org.valida.schema.Frame;
import org.valida.schema.ObjectRule;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Slot;
import org.valida.schema.Value;

/**
 * {@code x-period}: a period that begins after today, or after the day the data was asked for,
 * cannot have data yet.
 *
 * @param months length of a period
 * @param consulted attribute with the day it was asked for, in an object around this one
 */
record PeriodStart(RuleUse rule, int year, int period, int months, String consulted)
    implements ObjectRule {

  @Override
  public void closed(Frame frame, Scope scope) {
    var ofYear = frame.slot(year);
    var ofPeriod = frame.slot(period);
    if (!ofYear.hasNumber()
        || ofYear.doubtful()
        || !ofPeriod.hasNumber()
        || ofPeriod.formWarned() && !scope.isError(rule)) {
      return;
    }
    long month = (ofPeriod.number() - 1) * months;
    if (month < 0 || month > 11) {
      return;
    }
    var start = LocalDate.of((int) ofYear.number(), (int) month + 1, 1);
    var today = scope.settings().today();
    if (start.isAfter(today)) {
      scope.report(
          rule, frame, ofPeriod, "", arguments(ofYear.number(), ofPeriod.number(), start, today));
      return;
    }
    var holder = frame.holder(consulted);
    if (holder == null || !scope.on(rule)) {
      return;
    }
    var day = holder.find(consulted);
    if (day.state() == Slot.State.MISSING) {
      var place = scope.at(frame, ofPeriod);
      var shown = scope.shown(ofPeriod);
      long inYear = ofYear.number();
      long inPeriod = ofPeriod.number();
      holder.whenClosed(
          () -> {
            if (isAfter(start, day)) {
              scope.report(
                  rule,
                  place,
                  shown,
                  "",
                  arguments(inYear, inPeriod, start, LocalDate.ofEpochDay(day.number())));
            }
          });
    } else if (isAfter(start, day)) {
      scope.report(
          rule,
          frame,
          ofPeriod,
          "",
          arguments(ofYear.number(), ofPeriod.number(), start, LocalDate.ofEpochDay(day.number())));
    }
  }

  private static boolean isAfter(LocalDate start, Slot day) {
    return day.isRead() && day.meaning() == Value.Meaning.DAY && start.toEpochDay() > day.number();
  }

  private static Object[] arguments(long year, long period, LocalDate start, LocalDate reference) {
    return new Object[] {
      "year", year, "period", period, "start", start.toString(), "reference", reference.toString()
    };
  }
}
