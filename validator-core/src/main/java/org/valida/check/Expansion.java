package org.valida.check;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.valida.violation.Failure;

/** Arguments on their way to becoming inputs. */
final class Expansion {

  private final Path folder;
  private final InputStream standardInput;
  private final Map<Object, Source> sources = new LinkedHashMap<>();

  /** By what the system knows a file by: the first that was found with it. */
  private final Map<Object, Path> known = new HashMap<>();

  /** How often an address was given that looks like this once its values are masked. */
  private final Map<String, Integer> addresses = new HashMap<>();

  private Fetch fetch;
  private final List<Failure> failures = new ArrayList<>();

  Expansion(Path folder, InputStream standardInput) {
    this.folder = folder;
    this.standardInput = standardInput;
  }

  Inputs inputs() {
    return new Inputs(List.copyOf(sources.values()), failures);
  }

  void argument(String argument) {
    if (argument.equals("-")) {
      sources.computeIfAbsent(argument, dash -> new StreamSource("-", standardInput));
    } else if (Address.isOne(argument)) {
      address(argument);
    } else {
      path(argument.replace(File.separatorChar, '/'));
    }
  }

  /** An argument that can only be one file, to be read as it is. */
  void plainFile(String argument) {
    var shown = argument.replace(File.separatorChar, '/');
    var location = location(shown);
    boolean packed = Names.isZip(shown) || Names.isGzip(shown);
    if (packed
        || Address.isOne(argument)
        || location.filter(Files::isDirectory).isPresent()
        || location.filter(Expansion::isPipe).isPresent()) {
      fail("not-plain", Address.isOne(argument) ? Address.shown(argument) : shown);
    } else if (location.isPresent() && Files.exists(location.get())) {
      found(shown, location.get(), this::file);
    } else if (location.isPresent() && denied(location.get())) {
      fail("unreadable", shown, Map.of("reason", "permission"));
    } else {
      notFound(shown);
    }
  }

  private void address(String argument) {
    try {
      var address = Address.of(argument);
      var unsupported =
          Names.isZip(address.name())
              ? Optional.of("archive-address")
              : unsupported(address.name());
      if (unsupported.isPresent()) {
        throw new InputException(unsupported.get());
      }
      sources.computeIfAbsent(
          List.of(address.uri(), address.authorization()),
          key -> {
            var shown = address.shown();
            long same = addresses.merge(shown, 1, Integer::sum);
            return new AddressSource(same == 1 ? shown : shown + "#" + same, address, fetch());
          });
    } catch (InputException e) {
      failures.add(e.about(Address.shown(argument)));
    }
  }

  private Fetch fetch() {
    if (fetch == null) {
      fetch = new Fetch(Fetch.Patience.DEFAULT);
    }
    return fetch;
  }

  private void path(String shown) {
    var location = location(shown);
    if (location.isPresent() && isPipe(location.get())) {
      sources.putIfAbsent(realPath(location.get()), new PipeSource(shown, location.get()));
    } else if (location.isPresent() && Files.exists(location.get())) {
      found(shown, location.get(), this::existing);
    } else if (location.isPresent() && denied(location.get())) {
      fail("unreadable", shown, Map.of("reason", "permission"));
    } else if (Glob.isPattern(shown)) {
      pattern(shown);
    } else {
      notFound(shown);
    }
  }

  /** A pipe is read where the user names it; one that is found in a folder might never end. */
  private static boolean isPipe(Path location) {
    try {
      return Files.readAttributes(location, BasicFileAttributes.class).isOther();
    } catch (IOException e) {
      return false;
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

  private void found(String shown, Path location, BiConsumer<String, Walk.Found> then) {
    Walk.Found found;
    try {
      found = Walk.Found.of(location, Files.readAttributes(location, BasicFileAttributes.class));
    } catch (IOException e) {
      failures.add(Unreadable.of(shown, e));
      return;
    }
    then.accept(shown, found);
  }

  private void existing(String shown, Walk.Found found) {
    if (found.kind() == Walk.Kind.FOLDER) {
      folder(shown, found.location());
    } else {
      file(shown, found);
    }
  }

  private void folder(String shown, Path location) {
    int failed = failures.size();
    var walk = new Walk(shown, location, failures);
    var found = walk.payloads();
    found.forEach(this::file);
    if (found.isEmpty() && failures.size() == failed) {
      fail("no-payloads", shown, Map.of("hint", walk.sawArchives() ? "archives" : "folder"));
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

  private void file(String shown, Walk.Found found) {
    var location = found.location();
    var unsupported = unsupported(shown);
    if (unsupported.isPresent()) {
      fail(unsupported.get(), shown);
    } else if (found.kind() == Walk.Kind.NOTHING) {
      notFound(shown);
    } else if (found.kind() != Walk.Kind.FILE) {
      fail("not-regular", shown);
    } else if (!Files.isReadable(location)) {
      unreadable(shown, location);
    } else if (Names.isZip(shown)) {
      archive(shown, found);
    } else {
      var file = new FileSource(shown, location, found.size());
      sources.putIfAbsent(identity(found), Names.isGzip(shown) ? new GzipSource(file) : file);
    }
  }

  private void unreadable(String shown, Path location) {
    if (Files.exists(location)) {
      fail("unreadable", shown, Map.of("reason", "permission"));
    } else {
      notFound(shown);
    }
  }

  private void archive(String shown, Walk.Found found) {
    var archive = Archive.read(shown, found.location());
    var identity = identity(found);
    archive
        .payloads()
        .forEach(entry -> sources.putIfAbsent(List.of(identity, entry.within()), entry));
    failures.addAll(archive.failures());
  }

  private static Optional<String> unsupported(String shown) {
    var name = Names.unpacked(shown);
    if (Names.isSpreadsheet(name)) {
      return Optional.of("spreadsheet-unsupported");
    }
    if (Names.isOtherArchive(name)) {
      return Optional.of("archive-unsupported");
    }
    return Names.isGzip(shown) && (Names.isZip(name) || Names.isGzip(name))
        ? Optional.of("archive-nested")
        : Optional.empty();
  }

  /**
   * One file by whatever names and links it is reached. To resolve its links takes longer than
   * anything else, so that is done only where the system has shown the same file before: it may be
   * one with two names in full right, which are two inputs.
   */
  private Object identity(Walk.Found found) {
    var key = found.key();
    var before = key == null ? null : known.putIfAbsent(key, found.location());
    if (key == null || before != null && !realPath(before).equals(realPath(found.location()))) {
      return realPath(found.location());
    }
    return key;
  }

  private static Path realPath(Path location) {
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
