package org.valida.cli;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/**
 * Makes text that a console's charset can write: typographic characters become what typewriters
 * had, letters lose their accents if they must, and what is left is shown as {@code \}{@code
 * uXXXX}. Without it Java writes a question mark, which a reader takes for one.
 */
final class Legible {

  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry((int) '…', "..."),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '‑', "-"),
          Map.entry((int) '−', "-"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '•', "*"),
          Map.entry((int) '·', "."),
          Map.entry((int) '→', "->"),
          Map.entry((int) '×', "x"),
          Map.entry((int) '≤', "<="),
          Map.entry((int) '≥', ">="),
          Map.entry(0xA0, " "),
          Map.entry(0x202F, " "));

  private final CharsetEncoder encoder;

  Legible(Charset charset) {
    this.encoder = charset.newEncoder();
  }

  /** The text with only such characters as the charset has. */
  String of(String text) {
    if (encoder.canEncode(text)) {
      return text;
    }
    var legible = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> legible.append(of(point)));
    return legible.toString();
  }

  private String of(int point) {
    var one = Character.toString(point);
    if (encoder.canEncode(one)) {
      return one;
    }
    var plain = PLAIN.get(point);
    if (plain != null) {
      return plain;
    }
    var letter = Normalizer.normalize(one, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    return !letter.isEmpty() && encoder.canEncode(letter) ? letter : escaped(one);
  }

  private static String escaped(String one) {
    var escaped = new StringBuilder();
    one.chars().forEach(unit -> escaped.append(String.format("\\u%04X", unit)));
    return escaped.toString();
  }
}
