package org.valida.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;

/** Moves files to their places, all of them or none: what stood there is kept until the last is. */
final class Moves {

  /**
   * A file in its place.
   *
   * @param before what stood there, under another name
   */
  private record Moved(Path target, Optional<Path> before) {}

  private final boolean replacing;
  private final Deque<Moved> done = new ArrayDeque<>();

  Moves(boolean replacing) {
    this.replacing = replacing;
  }

  /**
   * Moves one file.
   *
   * @param last whether no other follows: then nothing that it replaces need be kept
   * @throws HalfWrittenException if that fails, and those before it could not be taken back
   * @throws IOException if that fails; then all is as it was
   */
  void move(Path from, Path to, boolean last) throws IOException {
    Optional<Path> before = Optional.empty();
    try {
      before = last ? before : kept(to);
      if (replacing) {
        replace(from, to);
      } else {
        Files.move(from, to);
      }
      done.push(new Moved(to, before));
    } catch (IOException e) {
      if (before.isPresent()) {
        done.push(new Moved(to, before));
      }
      takeBack(e);
      throw e;
    }
  }

  /** Keeps what a file will replace: as a second name of it, so that it is never not there. */
  private Optional<Path> kept(Path target) throws IOException {
    if (!replacing || !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    var name = WholeFile.nameBeside(target);
    try {
      Files.createLink(name, target);
    } catch (UnsupportedOperationException | IOException e) {
      // Not every file system knows second names.
      Files.move(target, name);
    }
    return Optional.of(name);
  }

  private static void replace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void takeBack(IOException cause) throws HalfWrittenException {
    var left = new ArrayList<HalfWrittenException.Left>();
    while (!done.isEmpty()) {
      var moved = done.pop();
      try {
        takeBack(moved);
      } catch (IOException e) {
        left.add(new HalfWrittenException.Left(moved.target, moved.before));
      }
    }
    if (!left.isEmpty()) {
      throw new HalfWrittenException(left, cause);
    }
  }

  private static void takeBack(Moved moved) throws IOException {
    if (moved.before.isEmpty()) {
      Files.deleteIfExists(moved.target);
    } else if (Files.exists(moved.target) && Files.isSameFile(moved.before.get(), moved.target)) {
      // It was never replaced; and a move between two names of one file would leave both.
      Files.delete(moved.before.get());
    } else {
      replace(moved.before.get(), moved.target);
    }
  }

  /** Lets go of what was replaced. */
  void keep() {
    for (var moved : done) {
      try {
        if (moved.before.isPresent()) {
          Files.deleteIfExists(moved.before.get());
        }
      } catch (IOException e) {
        // All files are in their places; that is what counts.
      }
    }
  }
}
