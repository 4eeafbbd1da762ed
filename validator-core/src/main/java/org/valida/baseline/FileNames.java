package org.valida.baseline;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.valida.privacy.Mask;

/**
 * How a baseline names inputs: files relative to its own folder, with {@code /}, so that it says
 * the same wherever it is used from.
 */
public final class FileNames {

  private final Path workingFolder;
  private final Path folder;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /**
   * @param workingFolder what the paths in reports are relative to
   * @param baseline the file
   */
  public FileNames(Path workingFolder, Path baseline) {
    this.workingFolder = workingFolder.toAbsolutePath().normalize();
    this.folder = baseline.toAbsolutePath().normalize().getParent();
  }

  /**
   * The name of an input.
   *
   * @param path as reports name it
   */
  public String of(String path) {
    return known.computeIfAbsent(path, any -> Mask.free(isFile(path) ? relative(path) : path));
  }

  private String relative(String path) {
    try {
      var file = folder.relativize(workingFolder.resolve(path).normalize());
      return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    } catch (IllegalArgumentException e) {
      // It lies on another drive.
      return path;
    }
  }

  /** Whether a name is that of a file that is no longer there. */
  boolean isGone(String name) {
    if (!isFile(name) || name.contains(Mask.HIDDEN)) {
      return false;
    }
    int inside = name.indexOf("!/");
    try {
      return !Files.exists(folder.resolve(inside < 0 ? name : name.substring(0, inside)));
    } catch (InvalidPathException e) {
      return true;
    }
  }

  private static boolean isFile(String path) {
    return !path.equals("-") && !path.contains("://");
  }
}
