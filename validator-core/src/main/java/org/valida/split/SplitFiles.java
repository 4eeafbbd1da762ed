package org.valida.split;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The two files that records are parted into: both are there in the end, or neither is. They are
 * readable by their owner only, for they hold personal data.
 */
public final class SplitFiles implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path good;
  private final Path bad;
  private final boolean force;
  private final Path newGood;
  private final Path newBad;
  private final FileChannel goodChannel;
  private final FileChannel badChannel;
  private final OutputStream goodStream;
  private final OutputStream badStream;
  private boolean flushed;

  private SplitFiles(Path good, Path bad, boolean force, Path newGood, Path newBad)
      throws IOException {
    this.good = good;
    this.bad = bad;
    this.force = force;
    this.newGood = newGood;
    this.newBad = newBad;
    this.goodChannel = FileChannel.open(newGood, StandardOpenOption.WRITE);
    this.badChannel = FileChannel.open(newBad, StandardOpenOption.WRITE);
    this.goodStream = new BufferedOutputStream(Channels.newOutputStream(goodChannel), BUFFER);
    this.badStream = new BufferedOutputStream(Channels.newOutputStream(badChannel), BUFFER);
  }

  /**
   * Begins both under temporary names beside their own.
   *
   * @param force whether files of these names may be replaced
   * @throws IOException if nothing can be written there
   */
  public static SplitFiles in(Path good, Path bad, boolean force) throws IOException {
    var newGood = temporary(good);
    Path newBad = null;
    try {
      newBad = temporary(bad);
      return new SplitFiles(good, bad, force, newGood, newBad);
    } catch (IOException e) {
      Files.deleteIfExists(newGood);
      if (newBad != null) {
        Files.deleteIfExists(newBad);
      }
      throw e;
    }
  }

  private static Path temporary(Path target) throws IOException {
    // The system lets only the owner read such a file.
    return Files.createTempFile(target.toAbsolutePath().getParent(), ".valida-", ".tmp");
  }

  OutputStream good() {
    return goodStream;
  }

  OutputStream bad() {
    return badStream;
  }

  /** The good records as they stand on the disk, complete. */
  Path temporaryGood() throws IOException {
    flush();
    return newGood;
  }

  private void flush() throws IOException {
    if (!flushed) {
      goodStream.flush();
      badStream.flush();
      goodChannel.force(true);
      badChannel.force(true);
      goodStream.close();
      badStream.close();
      flushed = true;
    }
  }

  /** Gives both files their names. */
  void complete() throws IOException {
    flush();
    boolean replaced = Files.exists(good);
    move(newGood, good);
    try {
      move(newBad, bad);
    } catch (IOException e) {
      if (!replaced) {
        Files.deleteIfExists(good);
      }
      throw e;
    }
  }

  private void move(Path from, Path to) throws IOException {
    if (!force) {
      Files.move(from, to);
      return;
    }
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Leaves nothing behind that is not complete. */
  @Override
  public void close() throws IOException {
    goodChannel.close();
    badChannel.close();
    Files.deleteIfExists(newGood);
    Files.deleteIfExists(newBad);
  }
}
