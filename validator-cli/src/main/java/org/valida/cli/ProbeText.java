package org.valida.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.valida.probe.CheckResult;
import org.valida.probe.Outcome.Fail;
import org.valida.probe.Outcome.Skip;
import org.valida.probe.ProbeReport;
import org.valida.report.Phrases;
import org.valida.violation.Severity;

/**
 * The list for people: a line for each check, methods with the same outcome together; under a
 * failure what is wrong, what to do and the line that repeats it.
 */
final class ProbeText {

  private final Phrases phrases;
  private final ProbeReport report;
  private final ProbeWording wording;

  ProbeText(Phrases phrases, ProbeReport report) {
    this.phrases = phrases;
    this.report = report;
    this.wording = new ProbeWording(phrases, report);
  }

  void write(Writer out) throws IOException {
    for (var line : lines()) {
      out.append(line).append('\n');
    }
    out.flush();
  }

  private List<String> lines() {
    var groups = new LinkedHashMap<String, List<CheckResult>>();
    for (var result : inOrder()) {
      var apart =
          result.outcome() instanceof Fail
              ? result.method()
              : result.outcome() instanceof Skip skip ? skip.reason().key() : "";
      var key = head(result) + apart;
      groups.computeIfAbsent(key, head -> new ArrayList<>()).add(result);
    }
    var lines = new ArrayList<String>();
    for (var group : groups.values()) {
      var methods =
          group.stream().map(CheckResult::method).filter(name -> !name.isEmpty()).toList();
      lines.add((head(group.get(0)) + "  " + String.join(", ", methods)).stripTrailing());
      if (group.get(0).outcome() instanceof Skip skip) {
        lines.add("      " + wording.say(skip.reason()));
      } else if (group.get(0).outcome() instanceof Fail fail) {
        details(group.get(0), fail).forEach(line -> lines.add("      " + line));
      }
    }
    lines.add("");
    lines.add(summary());
    return lines;
  }

  /** By check and not by method, the order in which they are listed. */
  private List<CheckResult> inOrder() {
    var byRule = new LinkedHashMap<String, List<CheckResult>>();
    for (var result : report.results()) {
      byRule.computeIfAbsent(result.rule().id(), id -> new ArrayList<>()).add(result);
    }
    return byRule.values().stream().flatMap(List::stream).toList();
  }

  private String head(CheckResult result) {
    return padded(label(result), 8) + padded(result.rule().id(), 24);
  }

  private String label(CheckResult result) {
    if (result.outcome() instanceof Fail fail) {
      return phrases.text(fail.severity() == Severity.ERROR ? "probe.fail" : "probe.warn");
    }
    return phrases.text(result.outcome() instanceof Skip ? "probe.skip" : "probe.pass");
  }

  private List<String> details(CheckResult result, Fail fail) {
    var lines = new ArrayList<>(List.of(wording.message(result, fail)));
    wording.violations(fail).forEach(violation -> lines.add("  " + violation));
    lines.add(wording.repair(result, fail));
    if (!fail.curl().isEmpty()) {
      lines.add(wording.curl(fail));
    }
    return lines;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private String summary() {
    var sentence =
        phrases.text(
            "probe.summary",
            Map.of(
                "base",
                report.base(),
                "year",
                Integer.toString(report.year()),
                "passed",
                report.passed(),
                "failed",
                report.failed(Severity.ERROR),
                "warnings",
                report.failed(Severity.WARNING),
                "skipped",
                report.skipped(),
                "requests",
                report.requests()));
    return report.judgedSomething() ? sentence : sentence + "\n" + phrases.text("probe.nothing");
  }
}
