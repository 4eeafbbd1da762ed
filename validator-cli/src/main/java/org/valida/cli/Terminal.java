package org.valida.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.valida.output.WatchedOutput;
import org.valida.report.Phrases;

/**
 * The streams of a run, and the language it speaks.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param environment the machine
 * @param phrases what the command line says
 */
record Terminal(
    InputStream in, WatchedOutput out, PrintStream err, Environment environment, Phrases phrases) {

  static Phrases phrases(String language) {
    return Phrases.read(Terminal.class, "/org/valida/cli/texts", language);
  }

  Terminal speaking(String language) {
    return new Terminal(in, out, err, environment, phrases(language));
  }

  String language() {
    return phrases.language();
  }

  /** Standard output for people. */
  Writer text() {
    return new BufferedWriter(LegibleWriter.over(out, environment.charset()), 1 << 16);
  }

  /** Standard output for programs. */
  Writer utf8() {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
  }

  /** Writes lines to standard output. */
  void print(List<String> lines) throws IOException {
    var writer = text();
    for (var line : lines) {
      writer.append(line).append('\n');
    }
    writer.flush();
  }

  /** Says a sentence on standard error, or several, each in its line. */
  void complain(String sentences) {
    sentences.lines().forEach(sentence -> err.print("valida: " + sentence + "\n"));
    err.flush();
  }
}
