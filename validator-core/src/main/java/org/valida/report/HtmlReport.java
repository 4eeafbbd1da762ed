package org.valida.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import org.valida.violation.Messages;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/**
 * For people at a screen or with a printed sheet: one HTML file that needs no network and no other
 * file. Its totals are exact; of the violations it lists at most {@link HtmlSample#BOUND}. Holds
 * those, and counts, until the run ends. The same input gives the same bytes. A failing output
 * throws {@link OutputException}.
 */
public final class HtmlReport implements RunListener {

  /** Names of rules, attributes, schools and etapas that are told apart, each. */
  private static final int NAMES = 10_000;

  /** Files whose violations are located; the run has to remember some 4 kB for each. */
  private static final int STRIPS = 200;

  /**
   * What goes into it.
   *
   * @param version of the tool
   * @param maxViolations listed per rule and file, 0 for as many as a page can take
   */
  public record Options(String version, long maxViolations) {}

  /** What was found so far. */
  record Findings(
      HtmlSample sample,
      HtmlCount all,
      HtmlCounts rules,
      HtmlCounts attributes,
      HtmlCounts schools,
      HtmlCounts stages,
      Map<String, HtmlStrip> strips) {}

  private final Writer out;
  private final Wording wording;
  private final String language;
  private final Options options;
  private final Findings findings;

  /**
   * @param language {@code pt} or {@code en}, of the page
   */
  public HtmlReport(Writer out, Wording wording, String language, Options options) {
    this.out = out;
    this.wording = wording;
    this.language = language;
    this.options = options;
    this.findings =
        new Findings(
            new HtmlSample(options.maxViolations()),
            new HtmlCount(),
            new HtmlCounts(NAMES),
            new HtmlCounts(NAMES),
            new HtmlCounts(NAMES),
            new HtmlCounts(NAMES),
            new HashMap<>());
  }

  @Override
  public void violation(String path, Violation violation) {
    var severity = violation.severity();
    findings.sample().add(path, violation);
    findings.all().add(severity);
    findings.rules().add(violation.rule().id(), severity);
    findings.attributes().add(attribute(violation.pointer()), severity);
    group(violation, HtmlRow.SCHOOL, findings.schools());
    group(violation, HtmlRow.STAGE, findings.stages());
    var strips = findings.strips();
    if (strips.size() < STRIPS || strips.containsKey(path)) {
      strips.computeIfAbsent(path, p -> new HtmlStrip()).add(violation);
    }
  }

  private static void group(Violation violation, String group, HtmlCounts counts) {
    var name = HtmlRow.group(violation, group);
    if (!name.isEmpty()) {
      counts.add(name, violation.severity());
    }
  }

  /** The last name in a pointer that is none of an item; empty for the document. */
  static String attribute(String pointer) {
    int end = pointer.length();
    while (end > 0) {
      int slash = pointer.lastIndexOf('/', end - 1);
      var name = pointer.substring(slash + 1, end);
      if (name.isEmpty() || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return name.replace("~1", "/").replace("~0", "~");
      }
      end = slash;
    }
    return "";
  }

  @Override
  public void ended(RunResult result) {
    var page =
        new HtmlPageMaker(language, options.version(), wording, Messages.of(language))
            .page(findings, result);
    try {
      // The template src/main/jte/report.jte, a class since the build.
      JtereportGenerated.render(new OwaspHtmlTemplateOutput(new WriterOutput(out)), null, page);
      out.flush();
    } catch (UncheckedIOException e) {
      throw new OutputException(e.getCause());
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }
}
