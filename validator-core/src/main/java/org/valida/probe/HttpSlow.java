package org.valida.probe;

/** {@code http-slow}: the first byte takes too long. */
final class HttpSlow implements Check {

  @Override
  public String rule() {
    return "http-slow";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    boolean seen = false;
    for (var exchange : evidence.correct().toList()) {
      var got = exchange.got();
      seen |= got.isPresent();
      if (got.isPresent() && got.get().firstByte().compareTo(evidence.slow()) > 0) {
        return Check.failed(
            exchange, Found.seconds(got.get().firstByte()), Found.seconds(evidence.slow()));
      }
    }
    return seen
        ? Check.passed()
        : Check.skipped(evidence.silence().orElseGet(() -> Phrase.of("skip.no-answer")));
  }
}
