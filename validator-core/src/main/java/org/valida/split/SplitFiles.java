package org.valida.split;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.valida.output.HalfWrittenException;
import org.valida.output.WholeFile;
import org.valida.output.WholeFiles;

/**
 * The two files that records are parted into: both are there in the end, or neither is. They are
 * readable by their owner only, for they hold personal data.
 */
public final class SplitFiles implements AutoCloseable {

  private final WholeFiles files;
  private final WholeFile good;
  private final WholeFile bad;
  private final boolean force;

  private SplitFiles(WholeFiles files, Path good, Path bad, boolean force) throws IOException {
    this.files = files;
    this.good = files.begin(good, WholeFiles.Access.OWNER);
    this.bad = files.begin(bad, WholeFiles.Access.OWNER);
    this.force = force;
  }

  /**
   * Begins both under temporary names beside their own.
   *
   * @param force whether files of these names may be replaced
   * @throws IOException if nothing can be written there
   */
  public static SplitFiles in(Path good, Path bad, boolean force) throws IOException {
    var files = new WholeFiles();
    try {
      return new SplitFiles(files, good, bad, force);
    } catch (IOException e) {
      files.close();
      throw e;
    }
  }

  OutputStream good() {
    return good.stream();
  }

  OutputStream bad() {
    return bad.stream();
  }

  /** Whether something could not be written. */
  boolean failed() {
    return good.failed() || bad.failed();
  }

  /** The good records as they stand on the disk, complete. */
  Path temporaryGood() throws IOException {
    good.finish();
    return good.temporary();
  }

  /**
   * Gives both files their names.
   *
   * @throws HalfWrittenException if only one could be given its name, and not be taken back
   * @throws IOException if that cannot be done; then what stood there stands there as before
   */
  void complete() throws IOException {
    files.complete(force);
  }

  /** Leaves nothing behind that is not complete. */
  @Override
  public void close() throws IOException {
    files.close();
  }
}
