package org.valida.schema;

import java.util.ArrayList;
import java.util.List;
import org.valida.privacy.Mask;

/**
 * Names a record to a person, after a pattern such as {@code {sgl_uf} {cod_municipio}
 * {num_ano}/{num_periodo}}; {@code {#}} is its number, from 1. What is not known is left out.
 */
final class RecordLabel {

  private static final String NUMBER = "#";

  private final String pattern;

  /** Texts and attributes in turn; a text, maybe empty, comes first and last. */
  private final List<String> parts = new ArrayList<>();

  RecordLabel(String pattern) {
    this.pattern = pattern;
    int from = 0;
    int close;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      close = pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      parts.add(pattern.substring(from, open));
      parts.add(pattern.substring(open + 1, close));
      from = close + 1;
    }
    parts.add(pattern.substring(from));
  }

  /** The attributes that the pattern names. */
  List<String> attributes() {
    var names = new ArrayList<String>();
    for (int i = 1; i < parts.size(); i += 2) {
      if (!parts.get(i).equals(NUMBER)) {
        names.add(parts.get(i));
      }
    }
    return names;
  }

  /** Whether the number of the record is a part of it. */
  boolean isNumbered() {
    for (int i = 1; i < parts.size(); i += 2) {
      if (parts.get(i).equals(NUMBER)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the label begins with {@code #{#}}, and the number is nowhere else. */
  boolean isNumberedFirst() {
    var first = "#{#}";
    return pattern.startsWith(first)
        && !new RecordLabel(pattern.substring(first.length())).isNumbered();
  }

  /** The same label without {@code #{#}}. */
  RecordLabel withoutNumber() {
    return new RecordLabel(pattern.replace("#{#}", ""));
  }

  String of(Frame record, boolean masked) {
    var text = new StringBuilder();
    write(record, masked, text);
    return text.toString();
  }

  /** Appends the label. */
  void write(Frame record, boolean masked, StringBuilder into) {
    int start = into.length();
    into.append(parts.get(0));
    for (int i = 1; i < parts.size(); i += 2) {
      var name = parts.get(i);
      if (name.equals(NUMBER)) {
        into.append(record.index() + 1);
      } else {
        value(record.find(name), masked, into);
      }
      into.append(parts.get(i + 1));
    }
    tidy(into, start);
  }

  private static void value(Slot slot, boolean masked, StringBuilder into) {
    if (slot == null || slot.showPlain(masked, into)) {
      return;
    }
    var shown = slot.shown(masked);
    if (!shown.equals(Mask.HIDDEN)) {
      into.append(shown);
    }
  }

  /** Leaves one of several blanks, and none, nor a slash, at the ends. */
  private static void tidy(StringBuilder text, int start) {
    int to = start;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean edge = c == ' ' || c == '/';
      if (to == start ? !edge : c != ' ' || text.charAt(to - 1) != ' ') {
        text.setCharAt(to++, c);
      }
    }
    while (to > start && (text.charAt(to - 1) == ' ' || text.charAt(to - 1) == '/')) {
      to--;
    }
    text.setLength(to);
  }
}
