package org.valida.report;

import gg.jte.Content;
import java.util.List;
import java.util.Map;

/**
 * What stands on the page, in the order of the page. All numbers are as people write them.
 *
 * @param tiles the totals
 * @param failures what could not be checked, a sentence each
 * @param moreStrips how many are not drawn; empty for none
 */
record HtmlPage(
    Phrases phrases,
    HtmlAssets assets,
    String version,
    Banner banner,
    List<Tile> tiles,
    List<String> failures,
    FileTable files,
    Chart rules,
    Chart attributes,
    List<StripLine> strips,
    String moreStrips,
    List<GroupTable> groups,
    Listing listing) {

  /** The verdict in plain words; its mood is good, warning or bad. */
  record Banner(String mood, String title, String text) {}

  record Tile(String number, String label, String mood) {}

  /**
   * @param infos whether there are any in any file
   * @param suppressed likewise
   * @param more how many are not in the list; empty for none
   */
  record FileTable(List<FileLine> lines, boolean infos, boolean suppressed, String more) {}

  record FileLine(
      HtmlPath path,
      String contract,
      String mood,
      String state,
      String records,
      String size,
      String errors,
      String warnings,
      String infos,
      String suppressed) {}

  /** A length for each severity, in thousandths of the chart's width. */
  record Bar(long errors, long warnings, long infos) {}

  /**
   * @param name what the bar stands for
   * @param title the same in words, empty where there is no other word for it
   * @param why it matters, may be empty
   */
  record BarLine(String name, String title, String why, String mood, String count, Bar bar) {}

  /**
   * @param more how many violations have no bar of their own, as a sentence; empty for none
   */
  record Chart(List<BarLine> lines, String more) {}

  /** A piece of a file, in thousandths of its length, with its height in hundredths. */
  record Block(double from, double width, long height, String mood, String title) {}

  /**
   * @param sentence what the picture shows, in words
   */
  record StripLine(HtmlPath path, String sentence, String end, List<Block> blocks) {}

  record GroupLine(
      String name,
      String key,
      String errors,
      String warnings,
      String infos,
      String total,
      Bar bar) {}

  /**
   * @param kind {@code school} or {@code stage}
   * @param infos whether there are any in any line
   */
  record GroupTable(String kind, List<GroupLine> lines, boolean infos) {}

  /**
   * The violations themselves.
   *
   * @param note that only some are listed; empty where all are
   * @param first the rows that need no script
   * @param data all rows, for the script
   */
  record Listing(
      String note,
      List<HtmlRow> first,
      Content data,
      boolean empty,
      List<String> rules,
      List<String> paths,
      List<String> schools,
      List<String> stages) {}

  String language() {
    return phrases.language().equals("pt") ? "pt-BR" : "en";
  }

  String say(String key) {
    return phrases.text(key);
  }

  String say(String key, String name, Object value) {
    return phrases.text(key, Map.of(name, value));
  }

  String number(long number) {
    return phrases.grouped(number);
  }

  /** With several files, each row names its own. */
  boolean hasFiles() {
    return files.lines().size() > 1;
  }

  boolean hasSchools() {
    return !listing.schools().isEmpty();
  }

  boolean hasStages() {
    return !listing.stages().isEmpty();
  }
}
