package org.valida.probe;

/** {@code endpoint-missing}: the method answers 404 or 405 (MCE 5). */
final class EndpointMissing implements Check {

  @Override
  public String rule() {
    return "endpoint-missing";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.silence().isPresent()) {
      return Check.skipped(evidence.silence().get());
    }
    if (evidence.found().isPresent()) {
      return evidence.found().get() == Purpose.ALL
          ? Check.passed()
          : Check.skipped(Phrase.of("skip.other-name"));
    }
    var first = evidence.of(Purpose.ALL).orElseThrow();
    return first
        .got()
        .map(got -> Check.failed(first, Found.status(got), Phrase.plain("200")))
        .orElseGet(() -> Check.skipped(Phrase.of("skip.no-answer")));
  }
}
