package org.valida.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.valida.violation.Failure;

/**
 * Collects files below a folder by the path they are reported under, sorted. Follows symbolic
 * links, but not in circles.
 */
final class Walk extends SimpleFileVisitor<Path> {

  /** What lies in a place; of a link, what it leads to. */
  enum Kind {
    FILE,
    FOLDER,

    /** A link that leads nowhere. */
    NOTHING,

    OTHER
  }

  /**
   * What was found. There may be a great many of these.
   *
   * @param size in bytes
   * @param key what the system knows it by, whatever its name; null where it has no such thing
   */
  record Found(Path location, Kind kind, long size, Object key) {

    static Found of(Path location, BasicFileAttributes attributes) {
      var kind =
          attributes.isRegularFile()
              ? Kind.FILE
              : attributes.isDirectory()
                  ? Kind.FOLDER
                  : attributes.isSymbolicLink() ? Kind.NOTHING : Kind.OTHER;
      return new Found(location, kind, attributes.size(), attributes.fileKey());
    }
  }

  private final String prefix;
  private final Path root;
  private final List<Failure> failures;
  private final SortedMap<String, Found> found = new TreeMap<>();
  private Predicate<String> files = Names::isPayloadOfFolder;
  private Predicate<String> folders = shown -> false;
  private boolean archives;
  private boolean hidden;
  private int depth = Integer.MAX_VALUE;

  /**
   * @param shown how the user named the folder
   * @param failures where trouble on the way is put
   */
  Walk(String shown, Path root, List<Failure> failures) {
    this.prefix = prefix(shown);
    this.root = root;
    this.failures = failures;
  }

  private static String prefix(String shown) {
    var name = shown;
    while (name.length() > 1 && name.endsWith("/")) {
      name = name.substring(0, name.length() - 1);
    }
    return name.equals(".") || name.isEmpty() ? "" : name.equals("/") ? name : name + "/";
  }

  /** The payloads at any depth. */
  SortedMap<String, Found> payloads() {
    return walk();
  }

  /** Whether there were archives on the way; only those that the user names are opened. */
  boolean sawArchives() {
    return archives;
  }

  /** The files, and unless the pattern crosses folders the folders, that fit a pattern. */
  static SortedMap<String, Found> matches(String pattern, Path folder, List<Failure> failures) {
    int first = 0;
    while (!Glob.isPattern(pattern.substring(first, segmentEnd(pattern, first)))) {
      first = segmentEnd(pattern, first) + 1;
    }
    var base = pattern.substring(0, Math.max(0, first - 1));
    var rest = pattern.substring(first);
    var start = first == 1 ? Path.of("/") : folder.resolve(base);
    if (!Files.isDirectory(start)) {
      return new TreeMap<>();
    }
    var glob = Glob.of(base.equals(".") ? rest : pattern);
    var walk = new Walk(first == 1 ? "/" : base, start, failures);
    walk.files = shown -> glob.matches(shown) && !shown.endsWith("valida.yaml");
    walk.folders = rest.contains("**") ? shown -> false : glob::matches;
    walk.hidden = rest.startsWith(".") || rest.contains("/.");
    walk.depth = rest.contains("**") ? Integer.MAX_VALUE : rest.split("/").length;
    return walk.walk();
  }

  private static int segmentEnd(String pattern, int from) {
    int slash = pattern.indexOf('/', from);
    return slash < 0 ? pattern.length() : slash;
  }

  private SortedMap<String, Found> walk() {
    try {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, this);
    } catch (IOException e) {
      throw new UncheckedIOException("every failure of a walk has its own callback", e);
    }
    return found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(root)) {
      return FileVisitResult.CONTINUE;
    }
    if (skipped(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (folders.test(shown(folder))) {
      found.put(shown(folder), Found.of(folder, attributes));
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    var shown = shown(file);
    // At the greatest depth a folder comes as a file.
    var wanted = attributes.isDirectory() ? folders : files;
    if (!skipped(file) && wanted.test(shown)) {
      found.put(shown, Found.of(file, attributes));
    }
    archives |= Names.isZip(shown);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException cause) {
    if (!(cause instanceof FileSystemLoopException) && (file.equals(root) || !skipped(file))) {
      failures.add(Unreadable.of(shown(file), cause));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException cause) {
    return cause == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, cause);
  }

  private boolean skipped(Path path) {
    return !hidden && path.getFileName().toString().startsWith(".");
  }

  private String shown(Path path) {
    if (path.equals(root)) {
      return prefix.isEmpty()
          ? "."
          : prefix.length() == 1 ? prefix : prefix.substring(0, prefix.length() - 1);
    }
    return prefix
        + root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
