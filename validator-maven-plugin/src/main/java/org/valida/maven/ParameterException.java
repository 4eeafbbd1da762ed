package org.valida.maven;

import java.util.Map;

/** A parameter says something that has no meaning. */
final class ParameterException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Map<String, Object> parts;

  /**
   * @param key of the sentence in the texts
   * @param parts of the sentence
   */
  ParameterException(String key, Map<String, Object> parts) {
    super(key + " " + parts);
    this.key = key;
    this.parts = parts;
  }

  String sentence(Words words) {
    return words.text(key, parts);
  }
}
