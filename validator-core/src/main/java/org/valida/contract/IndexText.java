package org.valida.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts in a row, each behind its length, so that reading them needs no look at their characters:
 * nothing is compiled yet when the program starts.
 */
final class IndexText {

  /** Numbers below this are one character, and none that UTF-8 cannot write. */
  static final int DIGIT = 0x8000;

  private IndexText() {}

  static final class Writer {
    private final StringBuilder written = new StringBuilder();

    Writer number(int number) {
      if (number < 0 || number >= DIGIT) {
        throw new IllegalArgumentException("too large for the index: " + number);
      }
      written.append((char) number);
      return this;
    }

    Writer text(String text) {
      if (text.length() >= DIGIT) {
        throw new IllegalArgumentException("too long for the index: " + text.substring(0, 40));
      }
      written.append((char) text.length()).append(text);
      return this;
    }

    Writer flag(boolean flag) {
      return number(flag ? 1 : 0);
    }

    Writer list(Collection<String> texts) {
      number(texts.size());
      texts.forEach(this::text);
      return this;
    }

    /** In the order of the keys, so that the same map is always the same text. */
    Writer map(Map<String, String> map) {
      number(map.size());
      for (var key : map.keySet().stream().sorted().toList()) {
        text(key).text(map.get(key));
      }
      return this;
    }

    String written() {
      return written.toString();
    }
  }

  static final class Reader {
    private final String from;
    private int at;

    Reader(String from) {
      this.from = from;
    }

    int number() {
      return from.charAt(at++);
    }

    String text() {
      int begin = at + 1;
      at = begin + from.charAt(at);
      return from.substring(begin, at);
    }

    boolean flag() {
      return number() != 0;
    }

    List<String> list() {
      int size = number();
      var texts = new ArrayList<String>(size);
      for (int i = 0; i < size; i++) {
        texts.add(text());
      }
      return texts;
    }

    Map<String, String> map() {
      int size = number();
      var map = new LinkedHashMap<String, String>();
      for (int i = 0; i < size; i++) {
        map.put(text(), text());
      }
      return map;
    }
  }
}
