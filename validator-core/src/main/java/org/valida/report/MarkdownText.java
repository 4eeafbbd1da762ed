package org.valida.report;

import org.valida.violation.Printable;

/**
 * Text for Markdown that stays text. What may come from a payload, a file or a user's own contract
 * goes into a code span, where neither CommonMark nor what GitHub and GitLab add to it (mentions,
 * numbers of issues, commits, addresses, emoji) sees anything to act on.
 */
final class MarkdownText {

  private static final String PUNCTUATION = "\\`*_[]<>|~#&@!$";

  private MarkdownText() {}

  /** A code span; nothing for an empty text. */
  static String code(String text) {
    var safe = Printable.of(text);
    if (safe.isEmpty()) {
      return "";
    }
    var fence = "`".repeat(longestRun(safe) + 1);
    // One blank at each side is taken off again where both are there and something stands between.
    boolean padded =
        safe.startsWith("`")
            || safe.endsWith("`")
            || safe.startsWith(" ") && safe.endsWith(" ") && !safe.isBlank();
    var pad = padded ? " " : "";
    return fence + pad + safe + pad + fence;
  }

  /** A code span for a cell of a table, in which a bar would end the cell. */
  static String codeInCell(String text) {
    return code(text).replace("|", "\\|");
  }

  /** A sentence of our own, without markup. */
  static String plain(String text) {
    var safe = new StringBuilder(text.length() + 16);
    for (char c : Printable.of(text).toCharArray()) {
      if (PUNCTUATION.indexOf(c) >= 0) {
        safe.append('\\');
      }
      safe.append(c);
    }
    return safe.toString();
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
