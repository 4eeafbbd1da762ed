package org.valida.probe;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What an answer was, in words. */
final class Found {

  private static final int LONGEST = 80;

  private Found() {}

  static Phrase status(Answer.Got got) {
    var status = "HTTP " + got.status();
    if (!got.elsewhere().isEmpty()) {
      return new Phrase(
          "found.redirect", Map.of("status", status, "host", shortened(got.elsewhere())));
    }
    return got.empty() && got.isOk()
        ? new Phrase("found.empty", Map.of("status", status))
        : Phrase.plain(status);
  }

  static Phrase contentType(Answer.Got got) {
    return got.contentType().isBlank()
        ? Phrase.of("found.no-content-type")
        : Phrase.plain(shortened(got.contentType()));
  }

  static Phrase seconds(Duration duration) {
    return Phrase.plain(String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
