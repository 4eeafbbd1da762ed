package org.valida.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.valida.probe.CheckResult;
import org.valida.probe.Outcome.Fail;
import org.valida.probe.Outcome.Skip;
import org.valida.probe.ProbeReport;
import org.valida.report.Phrases;
import org.valida.report.ProbePage;
import org.valida.violation.Severity;

/** The list as a page: what failed first, methods with the same outcome together. */
final class ProbeHtml {

  /** In the order of the page. */
  private enum Kind {
    FAIL("error"),
    WARN("warning"),
    SKIP("info"),
    PASS("good");

    private final String mood;

    Kind(String mood) {
      this.mood = mood;
    }

    static Kind of(CheckResult result) {
      if (result.outcome() instanceof Fail fail) {
        return fail.severity() == Severity.ERROR ? FAIL : WARN;
      }
      return result.outcome() instanceof Skip ? SKIP : PASS;
    }

    String key() {
      return "probe." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Phrases phrases;
  private final ProbeReport report;
  private final ProbeWording wording;

  ProbeHtml(Phrases phrases, ProbeReport report) {
    this.phrases = phrases;
    this.report = report;
    this.wording = new ProbeWording(phrases, report);
  }

  /**
   * @param passed the verdict, as the exit status has it
   */
  void write(Writer out, boolean passed) throws IOException {
    new ProbePage(phrases.language(), verdict(passed), tiles(), lines(), words()).write(out);
  }

  private ProbePage.Verdict verdict(boolean passed) {
    long failed = report.failed(Severity.ERROR);
    long warned = report.failed(Severity.WARNING);
    var mood = passed ? (warned > 0 ? "warning" : "good") : failed > 0 ? "bad" : "warning";
    var title =
        failed > 0
            ? phrases.counted("probe.html.failed", failed)
            : warned > 0
                ? phrases.counted("probe.html.warned", warned)
                : phrases.text("probe.html.passed");
    if (!report.judgedSomething()) {
      mood = "bad";
      title = phrases.text("probe.nothing");
    }
    var text =
        phrases.text(
            "probe.html.asked",
            Map.of("base", report.base(), "year", report.year(), "requests", report.requests()));
    return new ProbePage.Verdict(mood, title, text);
  }

  private List<ProbePage.Tile> tiles() {
    long failed = report.failed(Severity.ERROR);
    long warned = report.failed(Severity.WARNING);
    return List.of(
        tile("failed", failed, failed > 0 ? "error" : "none"),
        tile("warned", warned, warned > 0 ? "warning" : "none"),
        tile("skipped", report.skipped(), "none"),
        tile("passed", report.passed(), "none"));
  }

  private ProbePage.Tile tile(String key, long number, String mood) {
    return new ProbePage.Tile(Long.toString(number), phrases.text("probe.html.tile." + key), mood);
  }

  private List<ProbePage.Line> lines() {
    var groups = new LinkedHashMap<List<String>, List<CheckResult>>();
    report.results().stream()
        .sorted(Comparator.comparing(Kind::of))
        .forEach(
            result -> groups.computeIfAbsent(alike(result), key -> new ArrayList<>()).add(result));
    return groups.values().stream().map(this::line).toList();
  }

  /** What results of one line have in common; a failure stands alone. */
  private static List<String> alike(CheckResult result) {
    var apart =
        result.outcome() instanceof Fail
            ? result.method()
            : result.outcome() instanceof Skip skip ? skip.reason().key() : "";
    return List.of(result.rule().id(), Kind.of(result).mood, apart);
  }

  private ProbePage.Line line(List<CheckResult> alike) {
    var first = alike.get(0);
    var kind = Kind.of(first);
    var methods =
        alike.stream()
            .map(CheckResult::method)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(", "));
    var text = "";
    var help = "";
    var curl = "";
    List<String> violations = List.of();
    if (first.outcome() instanceof Fail fail) {
      text = wording.message(first, fail);
      help = wording.repair(first, fail);
      curl = wording.curl(fail);
      violations = wording.violations(fail);
    } else if (first.outcome() instanceof Skip skip) {
      text = wording.say(skip.reason());
    }
    return new ProbePage.Line(
        kind.mood,
        phrases.text("probe.html" + kind.key().substring("probe".length())),
        wording.title(first),
        text,
        violations,
        help,
        curl,
        first.rule().id(),
        first.rule().clauseText(),
        methods);
  }

  private ProbePage.Words words() {
    return new ProbePage.Words(
        phrases.text("probe.html.title"),
        phrases.text("probe.html.skip-link"),
        phrases.text("probe.html.tiles"),
        phrases.text("probe.html.checks"),
        phrases.text("probe.html.outcome"),
        phrases.text("probe.html.check"),
        phrases.text("probe.html.methods"),
        phrases.text("probe.html.help"),
        phrases.text("probe.html.curl"),
        phrases.text("probe.html.legend"),
        phrases.text("probe.html.privacy"),
        phrases.text("probe.html.made", Map.of("version", BuildInfo.read().version())));
  }
}
