package org.valida.fix;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import org.valida.check.Source;
import org.valida.output.WholeFiles;
import org.valida.violation.Failure;

/**
 * Puts a repaired document in the place of its file: in full or not at all, with the permissions it
 * had, and never over a file that was changed meanwhile. A link stays; what it points to is
 * rewritten.
 */
public final class Rewrite {

  private record Stamp(long size, FileTime modified) {
    static Stamp of(Path file) throws IOException {
      return new Stamp(Files.size(file), Files.getLastModifiedTime(file));
    }
  }

  /** The file as it lies there. */
  private record PlainFile(String path, Path location) implements Source {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(location);
    }

    @Override
    public boolean rereadable() {
      return true;
    }

    @Override
    public Optional<Path> file() {
      return Optional.of(location);
    }
  }

  private Rewrite() {}

  /** Whether an input is a file by itself: nothing in an archive, decompressed or fetched. */
  public static boolean isPossible(Source source) {
    return source.file().isPresent()
        && source.within().isEmpty()
        && source.inflatedBefore().isEmpty();
  }

  /**
   * Rewrites the file of an input.
   *
   * @return why that could not be done: {@code changed-while-read} or {@code fix-unwritable}; then
   *     the file is as it was
   */
  public static Optional<Failure> file(FixedInput input) {
    try {
      var target = input.file().orElseThrow().toRealPath();
      if (!Files.isWritable(target)) {
        return unwritable(input, "file");
      }
      return written(input, target) ? Optional.empty() : changed(input);
    } catch (ChangedException | NoSuchFileException e) {
      return changed(input);
    } catch (AccessDeniedException e) {
      return unwritable(input, "folder");
    } catch (IOException e) {
      return unwritable(input, "io");
    }
  }

  /**
   * Writes the repaired document to a stream.
   *
   * @throws IOException if it cannot be written
   */
  public static void to(OutputStream out, FixedInput input) throws IOException {
    try (var repaired = input.open()) {
      repaired.stream().transferTo(out);
    }
    out.flush();
  }

  private static boolean written(FixedInput input, Path target) throws IOException {
    var before = Stamp.of(target);
    try (var files = new WholeFiles()) {
      var file = files.begin(target, WholeFiles.Access.AS_BEFORE);
      if (!copied(input, target, file.stream())) {
        return false;
      }
      file.finish();
      if (!Stamp.of(target).equals(before)) {
        return false;
      }
      files.complete(true);
      return true;
    }
  }

  /** Whether the bytes that were checked, with their repairs, were written. */
  private static boolean copied(FixedInput input, Path target, OutputStream out)
      throws IOException {
    // Not the source, which may have read the document out of something else.
    var repaired = input.open(new PlainFile(input.path(), target));
    try (repaired) {
      repaired.stream().transferTo(out);
    }
    return repaired.sound();
  }

  private static Optional<Failure> changed(FixedInput input) {
    return Optional.of(new Failure("changed-while-read", input.path(), Map.of()));
  }

  private static Optional<Failure> unwritable(FixedInput input, String reason) {
    return Optional.of(new Failure("fix-unwritable", input.path(), Map.of("reason", reason)));
  }
}
