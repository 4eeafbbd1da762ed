package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** One input of a run: a file, standard input, an entry of an archive. */
public interface Source {

  /** How reports name it. */
  String path();

  /**
   * The bytes from their beginning; closed by the caller. Called once, or again where {@link
   * #rereadable}.
   */
  InputStream open() throws IOException;

  /** Whether {@link #open} gives the same bytes again. */
  boolean rereadable();

  /**
   * The file it is, where it is one: reports show lines from it, configuration is looked for beside
   * it.
   */
  Optional<Path> file();
}
