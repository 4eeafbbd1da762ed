package org.valida.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/**
 * A terminal whose last line comes and goes. Text is passed on in whole lines, so that the last
 * line never stands in the middle of one, and it is gone before anything else is written.
 */
final class LiveOutput extends OutputStream {

  private final OutputStream out;
  private final Charset charset;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private int shown;
  private boolean midLine;

  LiveOutput(OutputStream out, Charset charset) {
    this.out = out;
    this.charset = charset;
  }

  /** Shows a line in place of the one before; an empty one takes that away. */
  synchronized void show(String line) throws IOException {
    if (midLine) {
      return;
    }
    // Blanks and not the code that clears a line: not every console knows it.
    var rest = " ".repeat(Math.max(0, shown - line.length()));
    var text =
        line.isEmpty() && shown == 0 ? "" : "\r" + line + rest + (line.isEmpty() ? "\r" : "");
    shown = line.length();
    out.write(text.getBytes(charset));
    out.flush();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    int end = from + length;
    while (end > from && bytes[end - 1] != '\n') {
      end--;
    }
    if (end > from) {
      show("");
      begun.writeTo(out);
      begun.reset();
      out.write(bytes, from, end - from);
      midLine = false;
    }
    begun.write(bytes, end, from + length - end);
  }

  @Override
  public synchronized void flush() throws IOException {
    if (begun.size() > 0) {
      show("");
      begun.writeTo(out);
      begun.reset();
      midLine = true;
    }
    out.flush();
  }
}
