package org.valida.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.valida.violation.NearestName;

/** Guesses which path was meant by one that does not exist. */
record NearestPath(Path folder) {

  private static final int MOST_NAMES = 20_000;

  /**
   * The path with its first missing name replaced by the nearest one in that folder, if one is
   * near.
   */
  Optional<String> of(String missing) {
    try {
      int from = missing.startsWith("/") ? 1 : 0;
      while (from <= missing.length()) {
        int slash = missing.indexOf('/', from);
        int to = slash < 0 ? missing.length() : slash;
        if (to > from && !Files.exists(folder.resolve(missing.substring(0, to)))) {
          return replaced(missing, from, to);
        }
        from = to + 1;
      }
    } catch (InvalidPathException | IOException e) {
      // No guess is better than another error.
    }
    return Optional.empty();
  }

  private Optional<String> replaced(String missing, int from, int to) throws IOException {
    var before = missing.substring(0, from);
    try (var entries = Files.list(folder.resolve(before))) {
      var wrong = missing.substring(from, to);
      var names =
          entries
              .limit(MOST_NAMES)
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !name.equals(wrong))
              .toList();
      return NearestName.of(wrong, names)
          .map(
              name -> {
                var whole = before + name + missing.substring(to);
                return Files.exists(folder.resolve(whole)) ? whole : before + name;
              });
    }
  }
}
