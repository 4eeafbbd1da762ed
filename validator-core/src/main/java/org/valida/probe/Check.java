package org.valida.probe;

import java.util.Map;

/** One check of the go-live list, over what a method answered. */
interface Check {

  /** The id of the rule it judges. */
  String rule();

  Verdict judge(Evidence evidence);

  /** What a check says; the list adds the rule's severity. */
  sealed interface Verdict {

    record Passed() implements Verdict {}

    record Skipped(Phrase reason) implements Verdict {}

    /**
     * @param exchange that shows it
     * @param arguments of the rule's message but {@code url} and {@code method}
     * @param lenient whether the manual allows it in another sentence: a warning then
     */
    record Failed(Exchange exchange, Map<String, Phrase> arguments, boolean lenient)
        implements Verdict {}
  }

  static Verdict passed() {
    return new Verdict.Passed();
  }

  static Verdict skipped(Phrase reason) {
    return new Verdict.Skipped(reason);
  }

  static Verdict failed(Exchange exchange, Phrase found, Phrase expected) {
    return new Verdict.Failed(exchange, Map.of("found", found, "expected", expected), false);
  }
}
