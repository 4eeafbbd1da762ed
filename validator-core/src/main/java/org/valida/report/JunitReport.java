package org.valida.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.Printable;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * JUnit's XML as build servers read it. Each file is a test suite. In it the file itself is a test
 * case, which has an error if it could not be checked, and each rule that fails there is another,
 * with one failure that lists the places; violations too light to fail stand in the output of the
 * file's test case, accepted ones are skipped test cases. Names are unique, since some readers drop
 * a name that they have seen. Holds a bounded sample per rule and file until the run ends; counts
 * are exact. The same input gives the same bytes, so that all times are 0. A failing output throws
 * {@link OutputException}.
 */
public final class JunitReport implements RunListener {

  /**
   * What goes into it.
   *
   * @param maxViolations listed per rule and file, 0 for all
   * @param failing the least that fails a test case; empty if nothing does
   */
  public record Options(long maxViolations, Optional<Severity> failing) {

    /** What a program gets that asks for nothing. */
    public static final Options DEFAULT = new Options(1000, Optional.of(Severity.ERROR));
  }

  private static final String CLASS = "valida";

  private final Writer out;
  private final Wording wording;
  private final RuleTexts texts;
  private final Phrases phrases;
  private final FailureText failureText;
  private final Options options;
  private final Groups failing;
  private final Groups light;
  private final Map<String, Map<String, Long>> suppressed = new HashMap<>();

  /**
   * @param language {@code pt} or {@code en}, of all that is not the wording of a violation or rule
   */
  public JunitReport(
      Writer out, Wording wording, RuleTexts texts, String language, Options options) {
    this.out = out;
    this.wording = wording;
    this.texts = texts;
    this.phrases = ReportPhrases.in(language);
    this.failureText = FailureText.of(language);
    this.options = options;
    this.failing = new Groups(options.maxViolations());
    this.light = new Groups(options.maxViolations());
  }

  @Override
  public void violation(String path, Violation violation) {
    boolean fails = options.failing().filter(violation.severity()::atLeast).isPresent();
    (fails ? failing : light).add(path, violation);
  }

  @Override
  public void suppressed(String path, Violation violation) {
    suppressed
        .computeIfAbsent(path, p -> new TreeMap<>())
        .merge(violation.rule().id(), 1L, Long::sum);
  }

  @Override
  public void ended(RunResult result) {
    var suites = result.files().stream().map(this::suite).toList();
    var trouble = result.failures();
    try {
      var xml = new JunitXml(out);
      xml.begin(
          suites.stream().mapToInt(Suite::tests).sum() + trouble.size(),
          suites.stream().mapToInt(suite -> suite.failures().size()).sum(),
          suites.stream().mapToInt(Suite::errors).sum() + trouble.size());
      for (var suite : suites) {
        write(xml, suite);
      }
      if (!trouble.isEmpty()) {
        xml.suite(CLASS, trouble.size(), 0, trouble.size(), 0);
        for (int i = 0; i < trouble.size(); i++) {
          // Two of one kind may concern the same path.
          var name = (i + 1) + ": " + (trouble.get(i).path() + " " + trouble.get(i).kind()).strip();
          xml.testcase(CLASS, name, trouble.get(i).path());
          error(xml, trouble.get(i));
          xml.end();
        }
        xml.end();
      }
      xml.complete();
    } catch (XMLStreamException e) {
      throw new OutputException(
          e.getNestedException() instanceof IOException io ? io : new IOException(e));
    }
  }

  /** A rule that fails in a file, with all its severities. */
  private record Case(String rule, List<Groups.Group> groups) {
    long count() {
      return groups.stream().mapToLong(Groups.Group::count).sum();
    }
  }

  private record Suite(FileResult file, List<Case> failures, Map<String, Long> skipped) {
    int tests() {
      return 1 + failures.size() + skipped.size();
    }

    int errors() {
      return file.failure().isPresent() ? 1 : 0;
    }

    /** Servers take what is before the last point for a package. */
    String className() {
      return CLASS + "." + file.contract().orElse("-").replace('.', '_');
    }
  }

  private Suite suite(FileResult file) {
    var cases = new LinkedHashMap<String, Case>();
    for (var group : failing.of(file.path())) {
      cases
          .computeIfAbsent(group.rule().id(), rule -> new Case(rule, new ArrayList<>()))
          .groups()
          .add(group);
    }
    return new Suite(
        file, List.copyOf(cases.values()), suppressed.getOrDefault(file.path(), Map.of()));
  }

  private void write(JunitXml xml, Suite suite) throws XMLStreamException {
    var file = suite.file();
    var path = file.path();
    xml.suite(path, suite.tests(), suite.failures().size(), suite.errors(), suite.skipped().size());
    properties(xml, file);
    xml.testcase(suite.className(), path, path);
    if (file.failure().isPresent()) {
      error(xml, file.failure().get());
    }
    var lines = new StringBuilder();
    light.of(path).forEach(group -> list(lines, path, group));
    if (lines.length() > 0) {
      xml.output(lines.toString());
    }
    xml.end();
    for (var one : suite.failures()) {
      xml.testcase(suite.className(), path + ": " + one.rule(), path);
      var text = new StringBuilder();
      one.groups().forEach(group -> list(text, path, group));
      xml.failure(
          phrases.counted("violations", one.count()) + ": " + texts.title(one.rule()),
          one.rule(),
          text.toString());
      xml.end();
    }
    for (var one : suite.skipped().entrySet()) {
      xml.testcase(suite.className(), path + ": " + one.getKey() + " (suppressed)", path);
      xml.skipped(phrases.counted("junit.suppressed", one.getValue()));
      xml.end();
    }
    xml.end();
  }

  private static void properties(JunitXml xml, FileResult file) throws XMLStreamException {
    xml.beginProperties();
    if (file.contract().isPresent()) {
      xml.property("contract", file.contract().get());
    }
    xml.property("verdict", file.verdict().label());
    xml.property("records", Long.toString(file.records()));
    xml.property("bytes", Long.toString(file.bytes()));
    xml.property("errors", Long.toString(file.errors()));
    xml.property("warnings", Long.toString(file.warnings()));
    xml.property("infos", Long.toString(file.infos()));
    xml.property("suppressed", Long.toString(file.suppressed()));
    xml.end();
  }

  private void error(JunitXml xml, Failure failure) throws XMLStreamException {
    xml.error(failureText.sentence(failure), failure.kind(), failureText.line(failure));
  }

  /** The places, one below the other; what to do stands where it changes. */
  private void list(StringBuilder lines, String path, Groups.Group group) {
    var lastHelp = "";
    for (var violation : group.shown()) {
      var spoken = new Spoken(violation, wording, phrases);
      var help = spoken.help();
      if (!lastHelp.isEmpty() && !help.equals(lastHelp)) {
        lines.append("    ").append(lastHelp).append('\n');
      }
      lastHelp = help;
      lines
          .append(spoken.headline(path))
          .append(" [")
          .append(Printable.of(violation.rule().id()))
          .append("]\n");
      if (!spoken.place().isEmpty()) {
        lines.append("    ").append(spoken.place()).append('\n');
      }
    }
    if (!lastHelp.isEmpty()) {
      lines.append("    ").append(lastHelp).append('\n');
    }
    if (group.hidden() > 0) {
      lines.append("… ").append(phrases.counted("more", group.hidden())).append('\n');
    }
  }
}
