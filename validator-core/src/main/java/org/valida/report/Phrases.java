package org.valida.report;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.valida.resource.Bundle;
import org.valida.violation.Printable;

/**
 * The sentences of one bundle in one language. A sentence names its parts in braces, {@code
 * {path}}; values are made {@link Printable} on their way in. Where a count decides the form, the
 * bundle has {@code key.one} and {@code key.other}.
 */
public final class Phrases {

  private final Bundle sentences;
  private final String language;

  private Phrases(Bundle sentences, String language) {
    this.sentences = sentences;
    this.language = language;
  }

  /**
   * The sentences of {@code <base>_<language>.properties}, UTF-8, read on first use.
   *
   * @param beside a class of the module that holds the bundle
   * @param base absolute name on the class path, such as {@code /org/valida/check/failures}
   * @param language {@code pt}; anything else is {@code en}
   */
  public static Phrases read(Class<?> beside, String base, String language) {
    var known = language.equals("pt") ? "pt" : "en";
    return new Phrases(new Bundle(beside, base + "_" + known + ".properties"), known);
  }

  /** {@code pt} or {@code en}. */
  public String language() {
    return language;
  }

  public Optional<String> find(String key) {
    return sentences.find(key);
  }

  /** The sentence as it stands. */
  public String text(String key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException("no text " + key));
  }

  /** The sentence with its parts filled in; a part without a value is left out. */
  public String text(String key, Map<String, ?> parts) {
    return fill(text(key), parts);
  }

  /** The sentence for that many, which it may name as {@code {count}}. */
  public String counted(String key, long count) {
    return counted(key, count, Map.of());
  }

  /** As {@link #counted(String, long)}, with further parts. */
  public String counted(String key, long count, Map<String, ?> parts) {
    var form = text(key + (count == 1 ? ".one" : ".other"));
    return fill(form.replace("{count}", grouped(count)), parts);
  }

  /** A whole number as people write it: 12.345 in Portuguese, 12,345 in English. */
  public String grouped(long number) {
    var digits = Long.toString(number);
    var text = new StringBuilder(digits);
    int first = number < 0 ? 1 : 0;
    for (int i = digits.length() - 3; i > first; i -= 3) {
      text.insert(i, language.equals("pt") ? '.' : ',');
    }
    return text.toString();
  }

  private static String fill(String sentence, Map<String, ?> parts) {
    if (sentence.indexOf('{') < 0) {
      return sentence;
    }
    var filled = new StringBuilder();
    int done = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', open + 1)) {
      int close = open + 1;
      while (close < sentence.length() && isOfName(sentence.charAt(close))) {
        close++;
      }
      if (close > open + 1 && close < sentence.length() && sentence.charAt(close) == '}') {
        Object value = parts.get(sentence.substring(open + 1, close));
        filled.append(sentence, done, open);
        filled.append(value == null ? "" : Printable.of(shown(value)));
        done = close + 1;
      }
    }
    return filled.append(sentence, done, sentence.length()).toString();
  }

  private static boolean isOfName(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
  }

  private static String shown(Object value) {
    return value instanceof Collection<?> several
        ? several.stream().map(Object::toString).collect(Collectors.joining(", "))
        : value.toString();
  }
}
