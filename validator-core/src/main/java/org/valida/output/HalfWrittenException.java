package org.valida.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Of several files one could not be put in its place, and others could not be taken back. */
public final class HalfWrittenException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * A file that is new although it should not be.
   *
   * @param before where what stood there is now, if something did
   */
  public record Left(Path target, Optional<Path> before) {}

  private final transient List<Left> left;

  HalfWrittenException(List<Left> left, IOException cause) {
    super(cause);
    this.left = List.copyOf(left);
  }

  /** The files that are new. */
  public List<Left> left() {
    return left;
  }
}
