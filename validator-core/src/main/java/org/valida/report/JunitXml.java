package org.valida.report;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.valida.violation.Printable;

/**
 * The elements of JUnit's XML, indented by two blanks. Characters that XML cannot hold, or that
 * would steer a console, are shown as {@code \}{@code uXXXX}.
 */
public final class JunitXml {

  private final Writer out;
  private final XMLStreamWriter xml;
  private int depth;
  private boolean open;

  public JunitXml(Writer out) throws XMLStreamException {
    this.out = out;
    // Not whatever implementation a program brings along: reports are the same everywhere.
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
  }

  public void begin(int tests, int failures, int errors) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    start("testsuites");
    attribute("name", "valida");
    counts(tests, failures, errors);
    attribute("time", "0");
  }

  public void suite(String name, int tests, int failures, int errors, int skipped)
      throws XMLStreamException {
    start("testsuite");
    attribute("name", name);
    counts(tests, failures, errors);
    attribute("skipped", Integer.toString(skipped));
    attribute("time", "0");
  }

  private void counts(int tests, int failures, int errors) throws XMLStreamException {
    attribute("tests", Integer.toString(tests));
    attribute("failures", Integer.toString(failures));
    attribute("errors", Integer.toString(errors));
  }

  void beginProperties() throws XMLStreamException {
    start("properties");
  }

  void property(String name, String value) throws XMLStreamException {
    start("property");
    attribute("name", name);
    attribute("value", value);
    end();
  }

  /**
   * @param file empty where there is none; standard input is none either
   */
  public void testcase(String className, String name, String file) throws XMLStreamException {
    start("testcase");
    attribute("classname", className);
    attribute("name", name);
    if (!file.isEmpty() && !file.equals("-")) {
      attribute("file", file);
    }
    attribute("time", "0");
  }

  public void failure(String message, String type, String text) throws XMLStreamException {
    trouble("failure", message, type, text);
  }

  void error(String message, String type, String text) throws XMLStreamException {
    trouble("error", message, type, text);
  }

  private void trouble(String element, String message, String type, String text)
      throws XMLStreamException {
    start(element);
    attribute("message", message);
    attribute("type", type);
    text(text);
  }

  public void skipped(String message) throws XMLStreamException {
    start("skipped");
    attribute("message", message);
    end();
  }

  void output(String text) throws XMLStreamException {
    start("system-out");
    text(text);
  }

  /** Ends the innermost element. */
  public void end() throws XMLStreamException {
    depth--;
    if (!open) {
      indent();
    }
    open = false;
    xml.writeEndElement();
  }

  public void complete() throws XMLStreamException {
    end();
    xml.writeEndDocument();
    xml.writeCharacters("\n");
    xml.flush();
    xml.close();
    try {
      out.flush();
    } catch (IOException e) {
      throw new XMLStreamException(e);
    }
  }

  private void start(String element) throws XMLStreamException {
    indent();
    xml.writeStartElement(element);
    depth++;
    open = true;
  }

  private void indent() throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, visible(value));
  }

  /** The text of the innermost element, which ends with it; its line breaks stay. */
  private void text(String lines) throws XMLStreamException {
    var parts = lines.split("\n", -1);
    for (int i = 0; i < parts.length; i++) {
      xml.writeCharacters((i == 0 ? "" : "\n") + visible(parts[i]));
    }
    depth--;
    open = false;
    xml.writeEndElement();
  }

  private static String visible(String text) {
    return Printable.of(text).replace("\uFFFE", "\\uFFFE").replace("\uFFFF", "\\uFFFF");
  }
}
