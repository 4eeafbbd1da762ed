package org.valida.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a readable width. */
final class Prose {

  private static final int WIDTH = 96;

  private Prose() {}

  /**
   * The text broken between words, each line behind the indent; a longer word keeps a line of its
   * own.
   */
  static List<String> wrapped(String text, String indent) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(indent);
    for (var word : text.strip().split("\\s+", -1)) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(indent.length());
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
