package org.valida.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.valida.resource.Resources;

/**
 * Where the files of contracts come from: the classpath for the built-in ones, a folder for a
 * user's own.
 */
public interface ContractFiles {

  /**
   * The text of a file below the root, such as {@code mce/tables/fonte.csv}; empty if there is
   * none.
   */
  Optional<String> text(String path);

  /** The contracts that come with Valida. */
  static ContractFiles builtIn() {
    return path -> Resources.text(ContractFiles.class, "/org/valida/schemas/" + path);
  }

  /**
   * The contracts of a folder.
   *
   * @throws java.io.UncheckedIOException from {@link #text} if a file is there but cannot be read
   */
  static ContractFiles in(Path folder) {
    return path -> {
      var file = folder.resolve(path).normalize();
      if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try {
        return Optional.of(Files.readString(file));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    };
  }
}
