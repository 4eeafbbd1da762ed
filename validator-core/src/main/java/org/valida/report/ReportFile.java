package org.valida.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.valida.output.WatchedOutput;
import org.valida.output.WholeFiles;

/**
 * A file that is there in full or not at all: written under a temporary name beside it, and moved
 * once it is complete. A device or pipe is written as it is.
 */
public final class ReportFile {

  private final Path target;
  private final WholeFiles files = new WholeFiles();
  private final WatchedOutput output;
  private final Writer writer;
  private final boolean direct;

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
    this.direct = exists && !Files.isRegularFile(target);
    this.output = new WatchedOutput(direct ? Files.newOutputStream(target) : begun(personal));
    this.writer =
        new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
  }

  private OutputStream begun(boolean personal) throws IOException {
    var access = personal ? WholeFiles.Access.OWNER : WholeFiles.Access.AS_BEFORE;
    try {
      return files.begin(target, access).stream();
    } catch (IOException e) {
      files.close();
      throw e;
    }
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
    writer.flush();
    if (!direct) {
      files.complete(true);
    }
    abandon();
  }

  /** Leaves nothing behind; does nothing after {@link #complete}. */
  public void abandon() throws IOException {
    if (direct) {
      output.close();
    }
    files.close();
  }
}
