package org.valida.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes text for people in a charset that may lack some of it. */
final class LegibleWriter extends FilterWriter {

  private final Legible legible;

  private LegibleWriter(OutputStream out, Charset charset) {
    super(new OutputStreamWriter(out, charset));
    this.legible = new Legible(charset);
  }

  static Writer over(OutputStream out, Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        ? new OutputStreamWriter(out, charset)
        : new LegibleWriter(out, charset);
  }

  /** The same for whole sentences on a stream. */
  static PrintStream stream(OutputStream out, Charset charset) {
    var legible = new Legible(charset);
    return new PrintStream(out, true, charset) {
      @Override
      public void print(String text) {
        super.print(legible.of(text));
      }
    };
  }

  @Override
  public void write(int c) throws IOException {
    write(Character.toString((char) c), 0, 1);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.write(legible.of(new String(text, from, length)));
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(legible.of(text.substring(from, from + length)));
  }
}
