package org.valida.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is there in full or not at all: written under a temporary name beside it, and moved
 * once it is complete. A device or pipe is written as it is.
 */
public final class ReportFile {

  private final Path target;
  private final Path written;
  private final WatchedOutput output;
  private final Writer writer;
  private final Thread whenInterrupted;

  /**
   * @throws IOException if nothing can be written there
   */
  public ReportFile(Path named) throws IOException {
    boolean exists = Files.exists(named);
    this.target = exists ? named.toRealPath() : named.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new IOException(named + " is a folder");
    }
    boolean direct = exists && !Files.isRegularFile(target);
    this.written = direct ? target : temporary(target);
    this.output =
        new WatchedOutput(
            direct
                ? Files.newOutputStream(written)
                : Files.newOutputStream(
                    written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    this.writer =
        new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
    this.whenInterrupted = new Thread(this::deleteTemporary, "no report is left half there");
    if (!direct) {
      Runtime.getRuntime().addShutdownHook(whenInterrupted);
    }
  }

  private void deleteTemporary() {
    try {
      Files.deleteIfExists(written);
    } catch (IOException e) {
      // The program is being ended; nobody is there to be told.
    }
  }

  private void staysNow() {
    try {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IllegalStateException e) {
      // The program is being ended already.
    }
  }

  private static Path temporary(Path target) {
    return target.resolveSibling(
        "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
  }

  /** The place it is meant for. */
  public String name() {
    return target.toString();
  }

  /** Whether something could not be written. */
  public boolean failed() {
    return output.failure().isPresent();
  }

  /** UTF-8. */
  public Writer writer() {
    return writer;
  }

  /** Puts the complete report in its place. */
  public void complete() throws IOException {
    writer.close();
    if (written.equals(target)) {
      return;
    }
    try {
      Files.move(
          written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
    staysNow();
  }

  /** Leaves nothing behind; does nothing after {@link #complete}. */
  public void abandon() throws IOException {
    output.close();
    if (!written.equals(target)) {
      Files.deleteIfExists(written);
      staysNow();
    }
  }
}
