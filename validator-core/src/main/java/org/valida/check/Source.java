package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** One input of a run: a file, standard input, an entry of an archive, an address. */
public interface Source {

  /** A file by its path, decompressed if its name ends in {@code .gz}. */
  static Source of(Path file) {
    var source =
        new FileSource(file.toString().replace(file.getFileSystem().getSeparator(), "/"), file);
    return Names.isGzip(source.path()) ? new GzipSource(source) : source;
  }

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
   * The file it is or comes out of, where there is one: configuration is looked for beside it. Not
   * what is to be read: that is {@link #open}.
   */
  Optional<Path> file();

  /** Which part of the file it is, such as {@code !/a.json} for an entry of an archive. */
  default String within() {
    return "";
  }

  /** Whether each line is a document of its own. */
  default boolean lines() {
    return Names.isLines(path());
  }

  /** How many bytes there are to read, where that is known beforehand; the rest is a guess. */
  default OptionalLong size() {
    return OptionalLong.empty();
  }

  /**
   * How many bytes of the same archive come before it, decompressed, so that the limit {@code
   * inflated-bytes} is one of the whole; 0 for what is no archive and decompressed or fetched.
   * Empty where the limit is of no concern.
   */
  default OptionalLong inflatedBefore() {
    return OptionalLong.empty();
  }
}
