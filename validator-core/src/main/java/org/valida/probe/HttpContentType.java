package org.valida.probe;

import java.util.Arrays;
import java.util.Locale;

/** {@code http-content-type}: neither application/json nor a +json type, or not UTF-8. */
final class HttpContentType implements Check {

  @Override
  public String rule() {
    return "http-content-type";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    boolean seen = false;
    for (var exchange : evidence.correct().toList()) {
      var got = exchange.got().filter(answer -> answer.isOk() && !answer.empty());
      seen |= got.isPresent();
      if (got.isPresent() && !isJson(got.get().contentType())) {
        return Check.failed(
            exchange,
            Found.contentType(got.get()),
            Phrase.plain("application/json; charset=utf-8"));
      }
    }
    return seen
        ? Check.passed()
        : Check.skipped(evidence.silence().orElseGet(() -> Phrase.of("skip.no-answer")));
  }

  static boolean isJson(String contentType) {
    var parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    var type = parts[0].strip();
    return (type.equals("application/json") || type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+\\+json"))
        && Arrays.stream(parts)
            .skip(1)
            .map(part -> part.replaceAll("[\\s\"]", ""))
            .filter(part -> part.startsWith("charset="))
            .allMatch(part -> part.equals("charset=utf-8") || part.equals("charset=utf8"));
  }
}
