package org.valida.probe;

/** {@code oauth-not-enforced}: 200 without a token, although there are credentials (MCE 3). */
final class OAuthNotEnforced implements Check {

  @Override
  public String rule() {
    return "oauth-not-enforced";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    if (!evidence.login()) {
      return Check.skipped(Phrase.of("skip.no-user"));
    }
    var exchange = evidence.of(Purpose.NO_TOKEN);
    var got = exchange.flatMap(Exchange::got);
    if (got.isEmpty()) {
      return Check.skipped(evidence.silence().orElseGet(() -> Phrase.of("skip.no-answer")));
    }
    return got.get().isOk()
        ? Check.failed(exchange.get(), Found.status(got.get()), Phrase.plain("HTTP 401"))
        : Check.passed();
  }
}
