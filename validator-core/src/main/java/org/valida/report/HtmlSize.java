package org.valida.report;

import java.util.List;

/** The size of a file as people write it: 406 bytes, 99,2 KB, 1,8 GB. A KB is 1,000 bytes. */
final class HtmlSize {

  private static final List<String> UNITS = List.of("KB", "MB", "GB", "TB");

  private HtmlSize() {}

  static String of(long bytes, Phrases phrases) {
    if (bytes < 1000) {
      return phrases.counted("bytes", bytes);
    }
    long tenths = bytes / 100;
    int unit = 0;
    while (tenths >= 10_000 && unit < UNITS.size() - 1) {
      tenths /= 1000;
      unit++;
    }
    var point = phrases.language().equals("pt") ? "," : ".";
    return phrases.grouped(tenths / 10) + point + tenths % 10 + "\u00A0" + UNITS.get(unit);
  }
}
