package org.valida.server.lote;

import java.util.Map;

/**
 * What is wrong with a record of a lote.
 *
 * @param sentence without personal values
 * @param keys what names the record to who sent it, as it was sent: personal data. Empty where the
 *     whole lote is meant
 */
public record LoteError(String sentence, Map<String, String> keys) {

  /** Bytes that an object takes besides its texts, roughly. */
  private static final int OBJECTS = 200;

  public LoteError {
    keys = Map.copyOf(keys);
  }

  /** About how many bytes of memory it takes. */
  int weight() {
    int characters = sentence.length();
    for (var value : keys.values()) {
      characters += value.length();
    }
    return OBJECTS + 2 * characters;
  }

  /** Says nothing of a person. */
  @Override
  public String toString() {
    return sentence;
  }
}
