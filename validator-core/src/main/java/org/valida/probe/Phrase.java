package org.valida.probe;

import java.util.Map;

/**
 * Words of a result, which a report puts into the reader's language.
 *
 * @param key of the sentence; {@link #PLAIN} for a text that is the same in every language
 * @param parts by name: texts and numbers
 */
public record Phrase(String key, Map<String, Object> parts) {

  /** The part {@code text} is all there is. */
  public static final String PLAIN = "plain";

  public Phrase {
    parts = Map.copyOf(parts);
  }

  static Phrase of(String key) {
    return new Phrase(key, Map.of());
  }

  static Phrase plain(String text) {
    return new Phrase(PLAIN, Map.of("text", text));
  }
}
