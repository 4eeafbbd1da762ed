package org.valida.check;

import java.util.Arrays;
import java.util.List;

/** What the name of a file says of its content. */
final class Names {

  private static final List<String> PAYLOADS = List.of(".json", ".jsonl", ".ndjson");
  private static final List<String> LINES = List.of(".jsonl", ".ndjson");
  private static final List<String> OTHER_ARCHIVES =
      List.of(".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz", ".zst");
  private static final List<String> SPREADSHEETS = List.of(".csv", ".xls", ".xlsx", ".ods");
  private static final String GZIP = ".gz";

  private Names() {}

  /** Whether an archive is searched for files of that name. */
  static boolean isPayload(String name) {
    return endsWithOne(name, PAYLOADS);
  }

  /** Whether a folder is searched for files of that name. */
  static boolean isPayloadOfFolder(String name) {
    return isPayload(unpacked(name));
  }

  /** Whether each line is a document of its own. */
  static boolean isLines(String name) {
    return endsWithOne(name, LINES);
  }

  private static boolean endsWithOne(String name, List<String> endings) {
    for (var ending : endings) {
      if (endsWith(name, ending)) {
        return true;
      }
    }
    return false;
  }

  // Without making the name anew in small letters: a folder may have a great many files.
  private static boolean endsWith(String name, String ending) {
    int from = name.length() - ending.length();
    for (int i = 0; i < ending.length(); i++) {
      char c = from < 0 ? 0 : name.charAt(from + i);
      if ((c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c) != ending.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isGzip(String name) {
    return endsWith(name, GZIP);
  }

  /** The name without the ending that says that it is compressed. */
  static String unpacked(String name) {
    return isGzip(name) ? name.substring(0, name.length() - GZIP.length()) : name;
  }

  static boolean isZip(String name) {
    return endsWith(name, ".zip");
  }

  /** Whether it holds other files in a way that is not read here. */
  static boolean isOtherArchive(String name) {
    return endsWithOne(name, OTHER_ARCHIVES);
  }

  static boolean isSpreadsheet(String name) {
    return endsWithOne(name, SPREADSHEETS);
  }

  /** Whether a path written with {@code /} has a part that begins with a point. */
  static boolean isHidden(String path) {
    return Arrays.stream(path.split("/", -1))
        .anyMatch(part -> part.startsWith(".") && !part.equals(".") && !part.equals(".."));
  }
}
