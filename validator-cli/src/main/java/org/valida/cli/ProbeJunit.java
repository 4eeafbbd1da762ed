package org.valida.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import javax.xml.stream.XMLStreamException;
import org.valida.probe.CheckResult;
import org.valida.probe.Outcome.Fail;
import org.valida.probe.Outcome.Skip;
import org.valida.probe.ProbeReport;
import org.valida.report.JunitXml;
import org.valida.report.Phrases;
import org.valida.violation.Severity;

/** The list as a test suite: one case for each check and method. */
final class ProbeJunit {

  private final ProbeReport report;
  private final ProbeWording wording;

  ProbeJunit(Phrases phrases, ProbeReport report) {
    this.report = report;
    this.wording = new ProbeWording(phrases, report);
  }

  void write(Writer out) throws IOException {
    try {
      int tests = report.results().size();
      int failures = (int) (report.failed(Severity.ERROR) + report.failed(Severity.WARNING));
      int skipped = (int) report.skipped();
      var xml = new JunitXml(out);
      xml.begin(tests, failures, 0);
      xml.suite(report.base(), tests, failures, 0, skipped);
      for (var result : report.results()) {
        testcase(xml, result);
      }
      xml.end();
      xml.complete();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void testcase(JunitXml xml, CheckResult result) throws XMLStreamException {
    var method = result.method().isEmpty() ? "valida.probe" : "valida.probe." + result.method();
    xml.testcase(method, result.rule().id(), "");
    if (result.outcome() instanceof Fail fail) {
      var lines = new ArrayList<>(wording.violations(fail));
      lines.add(wording.repair(result, fail));
      lines.add(wording.curl(fail));
      xml.failure(wording.message(result, fail), fail.severity().label(), String.join("\n", lines));
    } else if (result.outcome() instanceof Skip skip) {
      xml.skipped(wording.say(skip.reason()));
    }
    xml.end();
  }
}
