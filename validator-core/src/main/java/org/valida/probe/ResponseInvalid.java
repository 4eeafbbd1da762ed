package org.valida.probe;

import java.util.Map;

/** {@code response-invalid}: an answer breaks its contract (MCE 5). */
final class ResponseInvalid implements Check {

  @Override
  public String rule() {
    return "response-invalid";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    boolean seen = false;
    for (var exchange : evidence.correct().toList()) {
      var content = exchange.content();
      seen |= content.isPresent();
      if (content.isPresent() && content.get().errors() > 0) {
        var rule = content.get().shown().get(0).rule().id();
        return Check.failed(
            exchange,
            new Phrase("found.errors", Map.of("errors", content.get().errors(), "rule", rule)),
            Phrase.plain(""));
      }
    }
    return seen
        ? Check.passed()
        : Check.skipped(evidence.silence().orElseGet(() -> Phrase.of("skip.no-answer")));
  }
}
