package org.valida.text;

/** One value of the keyword {@code format}: what texts it accepts. Safe to share among threads. */
public interface TextFormat {

  /**
   * Whether the text, without its JSON escapes, has the format. Never fails, and takes time linear
   * in the text.
   */
  boolean accepts(String text);

  /** The name as written in schemas, such as {@code date-time}. */
  String name();
}
