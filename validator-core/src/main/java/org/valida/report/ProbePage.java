package org.valida.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * The go-live list as a page for people, in the style of {@link HtmlReport}: one file that needs no
 * network and no script. All texts are ready to be read, and are escaped here.
 *
 * @param language {@code pt} or {@code en}, of the page
 * @param tiles the totals
 * @param lines in the order of the page
 */
public record ProbePage(
    String language, Verdict verdict, List<Tile> tiles, List<Line> lines, Words words) {

  /** All of it in a sentence; its mood is good, warning or bad. */
  public record Verdict(String mood, String title, String text) {}

  /** A total; its mood is error, warning or none. */
  public record Tile(String number, String label, String mood) {}

  /**
   * A check with the same outcome for some methods.
   *
   * @param mood good, info, warning or error
   * @param outcome the same in words
   * @param text what is wrong, or why nothing was judged; may be empty
   * @param violations of an answer
   * @param help what to do about it, may be empty
   * @param curl the line that repeats it, may be empty
   * @param clause may be empty
   */
  public record Line(
      String mood,
      String outcome,
      String title,
      String text,
      List<String> violations,
      String help,
      String curl,
      String rule,
      String clause,
      String methods) {}

  /** What the page says besides. */
  public record Words(
      String title,
      String skip,
      String tiles,
      String checks,
      String outcome,
      String check,
      String methods,
      String help,
      String curl,
      String legend,
      String privacy,
      String made) {}

  public void write(Writer out) throws IOException {
    try {
      // The template src/main/jte/probe.jte, a class since the build.
      JteprobeGenerated.render(
          new OwaspHtmlTemplateOutput(new WriterOutput(out)), null, this, HtmlAssets.read());
      out.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
