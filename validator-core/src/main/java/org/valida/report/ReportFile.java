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
import java.util.UUID;

/**
 * A file that is there in full or not at all: written under a temporary name beside it, and moved
 * once it is complete. A device or pipe is written as it is.
 */
public final class ReportFile {

  private static final String SUFFIX = ".tmp";

  private final Path target;
  private final Path written;
  private final WatchedOutput output;
  private final Writer writer;
  private final Thread whenInterrupted;

  /**
   * @throws IOException if nothing can be written there
   */
  public ReportFile(Path named) throws IOException {
    this(named, false);
  }

  /**
   * @param personal whether it may hold personal data, and is for the user alone
   * @throws IOException if nothing can be written there
   */
  public ReportFile(Path named, boolean personal) throws IOException {
    boolean exists = Files.exists(named);
    this.target = exists ? named.toRealPath() : named.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new IOException(named + " is a folder");
    }
    boolean direct = exists && !Files.isRegularFile(target);
    this.written = direct ? target : temporary(target, exists, personal);
    this.output = new WatchedOutput(Files.newOutputStream(written));
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

  /**
   * A new file of a name that nothing left behind can have. Its permissions are those of the file
   * that it replaces, else those of any new file of the user.
   */
  private static Path temporary(Path target, boolean exists, boolean personal) throws IOException {
    var prefix = "." + target.getFileName() + ".";
    var folder = target.toAbsolutePath().getParent();
    boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix || !exists && !personal) {
      return Files.createFile(folder.resolve(prefix + UUID.randomUUID() + SUFFIX));
    }
    // Nobody else may read it at first.
    var file = Files.createTempFile(folder, prefix, SUFFIX);
    if (exists && !personal) {
      try {
        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(target));
      } catch (IOException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    }
    return file;
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
