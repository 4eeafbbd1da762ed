package org.valida.probe;

/** {@code endpoint-unreachable}: no connection, no TLS, no answer in time. */
final class EndpointUnreachable implements Check {

  @Override
  public String rule() {
    return "endpoint-unreachable";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    for (var exchange : evidence.exchanges()) {
      if (exchange.answer() instanceof Answer.None none) {
        return Check.failed(exchange, Phrase.of("reason." + none.reason()), Phrase.plain("200"));
      }
    }
    return evidence.exchanges().isEmpty()
        ? Check.skipped(evidence.silence().orElseThrow())
        : Check.passed();
  }
}
