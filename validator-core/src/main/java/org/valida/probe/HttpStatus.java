package org.valida.probe;

import java.util.Map;
import java.util.Optional;

/**
 * {@code http-status}: a correct request answers something other than 200 with a body. A 4xx to
 * num_ano alone is a warning, since one sentence of MCE 4.1 allows it.
 */
final class HttpStatus implements Check {

  @Override
  public String rule() {
    return "http-status";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.found().isEmpty()) {
      return Check.skipped(evidence.silence().orElseGet(() -> Phrase.of("skip.not-found")));
    }
    Optional<Verdict> lenient = Optional.empty();
    for (var exchange : evidence.correct().toList()) {
      var got = exchange.got();
      if (got.isEmpty() || got.get().isOk() && !got.get().empty()) {
        continue;
      }
      if (!refusesYearAlone(exchange, got.get())) {
        return Check.failed(exchange, Found.status(got.get()), expected(exchange, got.get()));
      }
      lenient =
          lenient.or(
              () ->
                  Optional.of(
                      new Verdict.Failed(
                          exchange,
                          Map.of(
                              "found",
                              Found.status(got.get()),
                              "expected",
                              Phrase.of("expected.year-alone")),
                          true)));
    }
    return lenient.orElseGet(Check::passed);
  }

  private static boolean refusesYearAlone(Exchange exchange, Answer.Got got) {
    boolean alone = exchange.purpose() == Purpose.ALL || exchange.purpose() == Purpose.AGAIN;
    boolean denied = got.status() == 401 || got.status() == 403;
    return alone && got.status() / 100 == 4 && !denied;
  }

  private static Phrase expected(Exchange exchange, Answer.Got got) {
    boolean nothing = got.status() == 204 || got.status() == 404 || got.isOk() && got.empty();
    return nothing || exchange.purpose() == Purpose.NO_DATA
        ? Phrase.of("expected.empty-list")
        : got.status() == 401 || got.status() == 403
            ? Phrase.of("expected.access")
            : Phrase.plain("200");
  }
}
