package org.valida.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.valida.probe.CheckResult;
import org.valida.probe.Outcome.Fail;
import org.valida.probe.Phrase;
import org.valida.probe.ProbeReport;
import org.valida.report.Phrases;
import org.valida.violation.Messages;
import org.valida.violation.Printable;
import org.valida.violation.RecordRef;
import org.valida.violation.Violation;

/** Says the results of a probe in the reader's language, without secrets. */
final class ProbeWording {

  private final Phrases phrases;
  private final Messages messages;
  private final UnaryOperator<String> mask;

  ProbeWording(Phrases phrases, ProbeReport report) {
    this.phrases = phrases;
    this.messages = Messages.of(phrases.language());
    this.mask = report.mask();
  }

  String say(Phrase phrase) {
    return mask.apply(
        phrase.key().equals(Phrase.PLAIN)
            ? Printable.of(String.valueOf(phrase.parts().get("text")))
            : phrases.text("probe." + phrase.key(), phrase.parts()));
  }

  String title(CheckResult result) {
    return messages.title(result.rule().id());
  }

  /** What is wrong, and what was expected. */
  String message(CheckResult result, Fail fail) {
    return mask.apply(messages.message(violation(result, fail)));
  }

  /** What to do about it. */
  String repair(CheckResult result, Fail fail) {
    return messages.repair(violation(result, fail));
  }

  String curl(Fail fail) {
    return mask.apply(Printable.of(fail.curl()));
  }

  /** The violations of a payload, each in a line as {@code valida check} has it. */
  List<String> violations(Fail fail) {
    return fail.violations().stream().map(this::violation).collect(Collectors.toList());
  }

  private String violation(Violation violation) {
    return mask.apply(
        violation.line()
            + ":"
            + violation.column()
            + ": "
            + violation.severity().label()
            + ": "
            + messages.message(violation)
            + " ["
            + violation.rule().id()
            + "] "
            + Printable.of(violation.pointer()));
  }

  private Violation violation(CheckResult result, Fail fail) {
    var arguments = new HashMap<String, Object>();
    for (Map.Entry<String, Phrase> argument : fail.arguments().entrySet()) {
      arguments.put(argument.getKey(), say(argument.getValue()));
    }
    return new Violation(
        result.rule(),
        fail.severity(),
        "",
        arguments,
        "",
        1,
        1,
        0,
        result.rule().clauseText(),
        null,
        RecordRef.NONE,
        Violation.Excerpt.NONE);
  }
}
