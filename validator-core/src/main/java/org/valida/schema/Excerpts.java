package org.valida.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.valida.json.JsonCursor;
import org.valida.privacy.Mask;
import org.valida.violation.Printable;
import org.valida.violation.Violation.Excerpt;

/**
 * Cuts the text around a place out of the reading window: a piece of its line, short and safe to
 * print.
 */
public final class Excerpts {

  private static final int BEFORE = 40;
  private static final int WIDTH = 80;

  private Excerpts() {}

  /**
   * The text around a place in a payload that is not masked as a whole; CPF and NIS in it are.
   *
   * @param offset of the place, in bytes
   * @param length how many bytes it takes
   */
  public static Excerpt of(JsonCursor cursor, long offset, int length) {
    return of(cursor, offset, length, null, "");
  }

  /**
   * @param length how many bytes the place takes
   * @param replaced in a lote, what the value shows as: the excerpt is then the attribute's name
   *     and this, and no neighbour; null where the line may be shown
   */
  static Excerpt of(JsonCursor cursor, long offset, int length, String replaced, String name) {
    if (replaced != null) {
      return masked(replaced, name);
    }
    byte[] after = cursor.around(offset, 0, Math.min(length, WIDTH) + WIDTH);
    byte[] before = cursor.around(offset, BEFORE, 0);
    if (before.length + after.length == 0) {
      return Excerpt.NONE;
    }
    byte[] bytes = Arrays.copyOf(before, before.length + after.length);
    System.arraycopy(after, 0, bytes, before.length, after.length);
    int spot = before.length;
    return cut(bytes, spot, length);
  }

  private static Excerpt masked(String replaced, String name) {
    if (replaced.isEmpty() && name.isEmpty()) {
      return Excerpt.NONE;
    }
    var label = name.isEmpty() ? "" : "\"" + Printable.of(name) + "\": ";
    var shown = replaced.isEmpty() ? "…" : replaced;
    return replaced.isEmpty()
        ? new Excerpt(label + shown, 0, Math.max(1, label.length() - 2))
        : new Excerpt(label + shown, label.length(), shown.length());
  }

  private static Excerpt cut(byte[] bytes, int spot, int length) {
    int from = spot;
    while (from > 0 && bytes[from - 1] != '\n' && bytes[from - 1] != '\r') {
      from--;
    }
    while (from < spot && (bytes[from] & 0xC0) == 0x80) {
      from++;
    }
    int to = spot;
    while (to < bytes.length && bytes[to] != '\n' && bytes[to] != '\r') {
      to++;
    }
    int end = Math.min(to, spot + length);
    if (end < to && end > spot) {
      while (end < to && (bytes[end] & 0xC0) == 0x80) {
        end++;
      }
    }
    var before = text(bytes, from, spot);
    var marked = text(bytes, spot, Math.max(end, Math.min(to, spot + 1)));
    var after = text(bytes, Math.max(end, Math.min(to, spot + 1)), to);
    if (marked.length() > WIDTH - 10) {
      marked = marked.substring(0, WIDTH - 10) + "…";
      after = "";
    }
    int room = WIDTH - marked.length();
    if (before.length() + after.length() > room) {
      int left = Math.min(before.length(), Math.max(room - after.length(), room / 2));
      if (left < before.length()) {
        before = "…" + before.substring(before.length() - Math.max(0, left - 1));
      }
      int right = Math.max(0, room - before.length());
      if (right < after.length()) {
        after = after.substring(0, Math.max(0, right - 1)) + "…";
      }
    }
    return new Excerpt(before + marked + after, before.length(), Math.max(1, marked.length()));
  }

  private static String text(byte[] bytes, int from, int to) {
    var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return Printable.of(Mask.free(text));
  }
}
