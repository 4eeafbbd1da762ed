package org.valida.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the {@code valida.yaml} for each input: the nearest one from its folder upward, for
 * standard input from the working folder, or the one that the user named. Each file is read once.
 * Not thread-safe while it searches.
 */
public final class Configurations {

  /** The name of the file that is looked for. */
  public static final String FILE_NAME = "valida.yaml";

  private final Path workingFolder;
  private final Optional<Configuration> named;
  private final Map<Path, Optional<Configuration>> byFolder = new HashMap<>();
  private final Map<Path, Configuration> byFile = new HashMap<>();

  /** What was found for the input that was asked for last: many lie in one folder. */
  private Latest latest = new Latest(null, Optional.empty());

  /**
   * @param folder as it was written
   */
  private record Latest(Path folder, Optional<Configuration> found) {}

  private Configurations(Path workingFolder, Optional<Configuration> named) {
    this.workingFolder = workingFolder.toAbsolutePath().normalize();
    this.named = named;
  }

  /** Searches from the folder of each input. */
  public static Configurations searched(Path workingFolder) {
    return new Configurations(workingFolder, Optional.empty());
  }

  /**
   * One file for all inputs.
   *
   * @param name as the user wrote it, relative to the working folder
   * @throws ConfigurationException if there is no such file, or it cannot be followed
   */
  public static Configurations named(Path workingFolder, String name)
      throws ConfigurationException {
    var configuration = Configuration.read(workingFolder.resolve(name), Inputs.shown(name));
    return new Configurations(workingFolder, Optional.of(configuration));
  }

  /**
   * The configuration for an input.
   *
   * @throws ConfigurationException if it cannot be followed
   */
  public Optional<Configuration> of(Source source) throws ConfigurationException {
    if (named.isPresent()) {
      return named;
    }
    var file = source.file();
    if (file.isEmpty()) {
      return above(workingFolder);
    }
    var folder = file.get().getParent();
    var before = latest;
    if (folder != null && folder.equals(before.folder())) {
      return before.found();
    }
    var found = above(file.get().toAbsolutePath().normalize().getParent());
    latest = new Latest(folder, found);
    return found;
  }

  /**
   * The one whose settings hold for the whole run: that of the first input, or where there is none
   * that of the working folder.
   *
   * @throws ConfigurationException if it cannot be followed
   */
  public Optional<Configuration> ofFirst(List<? extends Source> sources)
      throws ConfigurationException {
    if (!sources.isEmpty()) {
      return of(sources.get(0));
    }
    return named.isPresent() ? named : above(workingFolder);
  }

  /**
   * The inputs that the configuration of the working folder, or the one that the user named, gives
   * for a run that was told none; as a user would name them in the working folder.
   *
   * @throws ConfigurationException if it cannot be followed
   */
  public List<String> inputs() throws ConfigurationException {
    return ofFirst(List.of()).map(this::inputs).orElse(List.of());
  }

  private List<String> inputs(Configuration configuration) {
    var folder = configuration.file().toAbsolutePath().normalize().getParent();
    var prefix = prefix(folder);
    return configuration.inputs().stream()
        .map(input -> isElsewhere(input) ? input : prefix + input)
        .toList();
  }

  private String prefix(Path folder) {
    if (folder.equals(workingFolder)) {
      return "";
    }
    try {
      return slashed(workingFolder.relativize(folder)) + "/";
    } catch (IllegalArgumentException e) {
      // It lies on another drive.
      return slashed(folder) + "/";
    }
  }

  /** Standard input, an address, or a path that depends on no folder. */
  private static boolean isElsewhere(String input) {
    return input.equals("-") || input.contains("://") || input.matches("(?s)([/\\\\]|[A-Za-z]:).*");
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /**
   * Those for all inputs, each once.
   *
   * @throws ConfigurationException if one cannot be followed
   */
  public Set<Configuration> ofAll(List<? extends Source> sources) throws ConfigurationException {
    var all = new LinkedHashSet<Configuration>();
    for (var source : sources) {
      var one = of(source);
      if (one.isPresent()) {
        all.add(one.get());
      }
    }
    return all;
  }

  private Optional<Configuration> above(Path start) throws ConfigurationException {
    var passed = new LinkedHashSet<Path>();
    Optional<Configuration> found = Optional.empty();
    for (var folder = start; folder != null; folder = folder.getParent()) {
      var known = byFolder.get(folder);
      if (known != null) {
        found = known;
        break;
      }
      passed.add(folder);
      var file = folder.resolve(FILE_NAME);
      if (Files.exists(file)) {
        found = Optional.of(read(file));
        break;
      }
    }
    for (var folder : passed) {
      byFolder.put(folder, found);
    }
    return found;
  }

  private Configuration read(Path file) throws ConfigurationException {
    var known = byFile.get(file);
    if (known != null) {
      return known;
    }
    var configuration = Configuration.read(file, shown(file));
    byFile.put(file, configuration);
    return configuration;
  }

  /** A file as seen from the working folder, with {@code /}; in full where it lies elsewhere. */
  public String shown(Path file) {
    var full = file.toAbsolutePath().normalize();
    var path = full.startsWith(workingFolder) ? workingFolder.relativize(full) : full;
    return slashed(path);
  }
}
