package org.valida.probe;

import java.util.Map;

/**
 * {@code response-not-repeatable}: two equal requests give other rows or values; dat_consulta and
 * the order of rows do not count.
 */
final class ResponseNotRepeatable implements Check {

  @Override
  public String rule() {
    return "response-not-repeatable";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    var exchange = evidence.of(Purpose.AGAIN);
    var first = evidence.of(Purpose.ALL).flatMap(Exchange::rows);
    var second = exchange.flatMap(Exchange::rows);
    if (first.isEmpty() || second.isEmpty()) {
      return Check.skipped(evidence.silence().orElseGet(() -> Phrase.of("skip.no-answer")));
    }
    var one = first.get().byEnte();
    var other = second.get().byEnte();
    if (one.equals(other)) {
      return Check.passed();
    }
    if (!one.keySet().equals(other.keySet())) {
      return Check.failed(exchange.get(), rows(other.size()), rows(one.size()));
    }
    var ente =
        one.keySet().stream().filter(key -> !one.get(key).equals(other.get(key))).findFirst();
    var label = Map.<String, Object>of("ente", ente.orElseThrow().label());
    return Check.failed(
        exchange.get(), new Phrase("found.other-values", label), new Phrase("found.values", label));
  }

  private static Phrase rows(int count) {
    return new Phrase("found.count", Map.of("rows", count));
  }
}
