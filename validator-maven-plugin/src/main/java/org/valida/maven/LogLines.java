package org.valida.maven;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Hands text in UTF-8 on line by line. Thread-safe. */
final class LogLines extends OutputStream {

  private final Consumer<String> log;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LogLines(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public synchronized void write(int b) {
    if (b != '\n') {
      line.write(b);
      return;
    }
    log.accept(line.toString(StandardCharsets.UTF_8));
    line.reset();
  }
}
