package org.valida.schema;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.valida.json.Limits;
import org.valida.violation.NearestName;

/**
 * Members that a schema does not expect, and those that it expects in vain: names that come again,
 * are nearly right or belong elsewhere, and required names that did not come.
 */
final class Strangers {

  private final Checker checker;
  private final Program program;
  private final Reading reading;
  private final Report report;
  private final Path path;
  private final int most;
  private final KeySet.Digest digest = new KeySet.Digest();

  Strangers(Checker checker, Program program, Reading reading) {
    this.checker = checker;
    this.program = program;
    this.reading = reading;
    this.report = reading.report();
    this.path = reading.path();
    this.most = reading.limits().members();
  }

  /**
   * A member whose name is none of the schema's own.
   *
   * @param node the schema
   * @param plan what it says of the object
   */
  void member(Node node, ObjectPlan plan, Frame own) {
    boolean repeated = isRepeated(own);
    report.at(node);
    if (repeated) {
      var shown = report.nameShown(reading.cursor().text(), plan);
      report.name(program.rules().duplicateName(), shown, "", "name", shown);
    }
    boolean lowercase = program.lowercaseNames();
    if (plan.additional == Node.ANY
        && plan.stranger == null
        && plan.aliases.isEmpty()
        && !lowercase) {
      judge(Node.ANY, report.nameShown(reading.cursor().text(), plan));
      return;
    }
    var name = reading.cursor().text();
    var alias = plan.aliases.get(name);
    if (alias != null) {
      report.at(plan.child(alias.property()));
      report.name(alias.rule(), name, "", "name", name, "suggestion", plan.name(alias.property()));
      knownAs(plan, own, alias.property(), name);
    } else if (lowercase && !name.equals(name.toLowerCase(Locale.ROOT))) {
      notLowercase(plan, own, name);
    } else {
      unknown(plan, name, repeated);
    }
  }

  private void notLowercase(ObjectPlan plan, Frame own, String name) {
    int property = plan.propertyFolded(name);
    var rule = program.rules().notLowercase();
    if (property >= 0) {
      report.at(plan.child(property));
      report.name(rule, name, "", "name", name, "lowercase", plan.name(property));
      knownAs(plan, own, property, name);
    } else {
      var lowercase = name.toLowerCase(Locale.ROOT);
      report.name(rule, name, "unknown", "name", name, "lowercase", lowercase);
      judge(Node.ANY, name);
    }
  }

  private void unknown(ObjectPlan plan, String name, boolean repeated) {
    var shown = report.nameShown(name, plan);
    if (plan.stranger != null && !repeated) {
      var near = NearestName.of(name, plan.nameSet()).orElse("");
      boolean envelope = near.isEmpty() && Envelope.isName(name);
      if (envelope) {
        report.sawEnvelope(shown);
      }
      var variant = !near.isEmpty() ? "near" : envelope ? "envelope" : "";
      report.name(plan.stranger, shown, variant, "name", shown, "suggestion", near);
    }
    judge(plan.additional == null ? Node.ANY : plan.additional, shown);
  }

  /** The member is taken for the attribute that was meant. */
  private void knownAs(ObjectPlan plan, Frame own, int property, String name) {
    own.present[property >> 6] |= 1L << property;
    path.member(name);
    reading.cursor().next();
    checker.value(plan.child(property), own, property);
    path.up();
  }

  private void judge(Node node, String name) {
    path.member(name);
    reading.cursor().next();
    checker.value(node, null, -1);
    path.up();
  }

  /** Whether a stranger has the name of one before it in its object. */
  boolean isRepeated(Frame own) {
    var cursor = reading.cursor();
    digest.start();
    if (cursor.escaped()) {
      byte[] name = cursor.text().getBytes(StandardCharsets.UTF_8);
      digest.add(name, 0, name.length);
    } else {
      digest.add(cursor.buffer(), cursor.start(), cursor.end());
    }
    boolean repeated = own.strangers.add(digest.finish(), 0) >= 0;
    if (own.strangers.size() > most) {
      throw reading.limit(Limits.Kind.MEMBERS, most);
    }
    return repeated;
  }

  /** Reports the required names that did not come. */
  void missing(ObjectPlan plan, Frame own) {
    for (var name : plan.required) {
      int property = plan.property(name);
      if (property >= 0
          ? (own.present[property >> 6] & 1L << property) == 0
          : !own.strangerSeen(name, digest)) {
        var envelope = report.envelopeOf(own);
        report.report(
            program.rules().required(),
            own,
            envelope.isEmpty() ? "" : "envelope",
            "name",
            name,
            "envelope",
            envelope);
      }
    }
  }
}
