package org.valida.probe;

/**
 * {@code endpoint-suffix} and {@code endpoint-not-lowercase}: the method is served, but only under
 * a name that the manual forbids (MCE 3). Only the last segment of the path is judged.
 *
 * @param rule which of the two
 * @param purpose of the request that finds such a name
 */
record EndpointName(String rule, Purpose purpose) implements Check {

  static Check suffix() {
    return new EndpointName("endpoint-suffix", Purpose.SUFFIX);
  }

  static Check capitals() {
    return new EndpointName("endpoint-not-lowercase", Purpose.CAPITALS);
  }

  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.found().isEmpty()) {
      return Check.skipped(evidence.silence().orElseGet(() -> Phrase.of("skip.not-found")));
    }
    if (evidence.found().get() != purpose) {
      return Check.passed();
    }
    // The last that was tried is the one that answered.
    var exchange =
        evidence.exchanges().stream()
            .filter(each -> each.purpose() == purpose)
            .reduce((first, second) -> second)
            .orElseThrow();
    return Check.failed(exchange, Phrase.plain(exchange.url()), Phrase.plain(evidence.expected()));
  }
}
