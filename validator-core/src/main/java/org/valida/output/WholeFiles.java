package org.valida.output;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that are there in full or not at all, and all of them or none. Each is written under a
 * temporary name beside its own, and takes its place when all are complete and on the disk. If that
 * fails, or the program is ended by a signal, nothing is left of them, and what stood in their
 * places stands there as before.
 *
 * <p>A program can promise no more: if the system ends it without asking, or loses its power,
 * hidden files named {@code .valida-…} may stay, and of several files some may be new.
 */
public final class WholeFiles implements AutoCloseable {

  /** Who may read and write a file. */
  public enum Access {
    /** Its owner alone: it may hold personal data. */
    OWNER,
    /**
     * Whoever may read and write the file it replaces, else whoever may with any new file of the
     * user. While it is written its owner alone, where it replaces one.
     */
    AS_BEFORE
  }

  private final List<WholeFile> files = new ArrayList<>();
  private final Thread whenEnded = new Thread(this::end, "nothing is left half-written");
  private boolean watching;
  private boolean ended;

  /**
   * Begins a file.
   *
   * @param target the place it is meant for; a link there is replaced, not what it leads to
   * @throws IOException if nothing can be written beside it
   */
  public synchronized WholeFile begin(Path target, Access access) throws IOException {
    watch();
    var file = WholeFile.beside(target, access);
    files.add(file);
    return file;
  }

  /** From before the first file is there, so that no signal comes too early. */
  private void watch() throws IOException {
    if (!watching) {
      try {
        Runtime.getRuntime().addShutdownHook(whenEnded);
      } catch (IllegalStateException e) {
        throw new IOException("the program is being ended", e);
      }
      watching = true;
    }
    refuseIfEnded();
  }

  private void refuseIfEnded() throws IOException {
    if (ended) {
      throw new IOException("the program is being ended");
    }
  }

  private synchronized void end() {
    ended = true;
    for (var file : files) {
      try {
        file.forget();
      } catch (IOException e) {
        // Nobody is there to be told.
      }
    }
  }

  /**
   * Puts all files in their places. Closes them.
   *
   * @param replacing whether they may take the place of others
   * @throws FileAlreadyExistsException if one may not; then nothing was changed
   * @throws HalfWrittenException if one cannot, and those before it could not be taken back
   * @throws IOException if one cannot be put in its place; then all is as it was
   */
  public synchronized void complete(boolean replacing) throws IOException {
    refuseIfEnded();
    for (var file : files) {
      file.finish();
    }
    for (var file : files) {
      if (!replacing && Files.exists(file.target(), LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(file.target().toString());
      }
    }
    var moves = new Moves(replacing);
    for (var file : files) {
      moves.move(file.temporary(), file.target(), file.equals(files.get(files.size() - 1)));
    }
    moves.keep();
    files.clear();
  }

  /** Leaves nothing behind that was not completed. */
  @Override
  public void close() throws IOException {
    boolean watched;
    synchronized (this) {
      for (var file : files) {
        file.close();
        file.forget();
      }
      files.clear();
      watched = watching;
      watching = false;
    }
    if (watched) {
      try {
        Runtime.getRuntime().removeShutdownHook(whenEnded);
      } catch (IllegalStateException e) {
        // The program is being ended already.
      }
    }
  }
}
