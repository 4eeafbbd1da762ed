package org.valida.check;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.valida.violation.Failure;

/** Arguments on their way to becoming inputs. */
final class Expansion {

  private final Path folder;
  private final InputStream standardInput;
  private final Map<Object, Source> sources = new LinkedHashMap<>();
  private final List<Failure> failures = new ArrayList<>();

  Expansion(Path folder, InputStream standardInput) {
    this.folder = folder;
    this.standardInput = standardInput;
  }

  Inputs inputs() {
    return new Inputs(List.copyOf(sources.values()), failures);
  }

  void argument(String argument) {
    var lower = argument.toLowerCase(Locale.ROOT);
    if (argument.equals("-")) {
      sources.computeIfAbsent(argument, dash -> new StreamSource("-", standardInput));
    } else if (lower.startsWith("http://") || lower.startsWith("https://")) {
      fail("address-unsupported", argument);
    } else {
      path(argument.replace(File.separatorChar, '/'));
    }
  }

  private void path(String shown) {
    var location = location(shown);
    if (location.isPresent() && Files.exists(location.get())) {
      existing(shown, location.get());
    } else if (location.isPresent() && denied(location.get())) {
      fail("unreadable", shown, Map.of("reason", "permission"));
    } else if (Glob.isPattern(shown)) {
      pattern(shown);
    } else {
      notFound(shown);
    }
  }

  private Optional<Path> location(String shown) {
    try {
      return shown.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(shown));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Neither there nor not there: a folder on the way may not be entered. */
  private static boolean denied(Path location) {
    return !Files.notExists(location) && !Files.exists(location, LinkOption.NOFOLLOW_LINKS);
  }

  private void existing(String shown, Path location) {
    if (Files.isDirectory(location)) {
      folder(shown, location);
    } else {
      file(shown, location);
    }
  }

  private void folder(String shown, Path location) {
    int failed = failures.size();
    var found = new Walk(shown, location, failures).payloads();
    found.forEach(this::file);
    if (found.isEmpty() && failures.size() == failed) {
      fail("no-payloads", shown, Map.of("hint", "folder"));
    }
  }

  private void pattern(String shown) {
    int failed = failures.size();
    var found = Walk.matches(shown, folder, failures);
    found.forEach(this::existing);
    if (found.isEmpty() && failures.size() == failed) {
      fail("no-payloads", shown, Map.of("hint", "glob"));
    }
  }

  private void file(String shown, Path location) {
    var unsupported = unsupported(shown);
    if (unsupported.isPresent()) {
      fail(unsupported.get(), shown);
    } else if (!Files.exists(location)) {
      notFound(shown);
    } else if (!Files.isRegularFile(location)) {
      fail("not-regular", shown);
    } else if (!Files.isReadable(location)) {
      fail("unreadable", shown, Map.of("reason", "permission"));
    } else {
      sources.putIfAbsent(identity(location), new FileSource(shown, location));
    }
  }

  private static Optional<String> unsupported(String shown) {
    var name = shown.toLowerCase(Locale.ROOT);
    var extension = name.substring(name.lastIndexOf('.') + 1);
    return switch (extension) {
      case "zip", "gz", "7z", "rar", "tar", "tgz" -> Optional.of("archive-unsupported");
      case "csv", "xls", "xlsx", "ods" -> Optional.of("spreadsheet-unsupported");
      default -> Optional.empty();
    };
  }

  /** One file by whatever names and links it is reached. */
  private static Object identity(Path location) {
    try {
      return location.toRealPath();
    } catch (IOException e) {
      return location.toAbsolutePath().normalize();
    }
  }

  private void notFound(String shown) {
    var suggestion = new NearestPath(folder).of(shown);
    fail(
        "not-found",
        shown,
        suggestion.<Map<String, Object>>map(s -> Map.of("suggestion", s)).orElse(Map.of()));
  }

  private void fail(String kind, String shown) {
    fail(kind, shown, Map.of());
  }

  private void fail(String kind, String shown, Map<String, Object> arguments) {
    failures.add(new Failure(kind, shown, arguments));
  }
}
