package org.valida.probe;

/** {@code num-ano-not-required}: a request without num_ano answers 200 (MCE 4.1). */
final class NumAnoNotRequired implements Check {

  @Override
  public String rule() {
    return "num-ano-not-required";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    var exchange = evidence.of(Purpose.NO_YEAR);
    var got = exchange.flatMap(Exchange::got);
    if (got.isEmpty()) {
      return Check.skipped(evidence.noRows());
    }
    return got.get().isOk()
        ? Check.failed(exchange.get(), Found.status(got.get()), Phrase.plain("HTTP 400"))
        : Check.passed();
  }
}
