package org.valida.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.valida.check.HashedSource;
import org.valida.check.Source;
import org.valida.violation.Failure;

/** What can be repaired in one input. */
public final class FixedInput {

  private final Workpiece piece;

  FixedInput(Workpiece piece) {
    this.piece = piece;
  }

  /** As reports name it. */
  public String path() {
    return piece.path();
  }

  /** The file it is, where it is one. */
  public Optional<Path> file() {
    return piece.source().file();
  }

  /** How many repairs are made. */
  public int repairs() {
    return piece.patch().repairs().size();
  }

  /** How many are not, since something would be reported then that is not now. */
  public int refused() {
    return piece.refused().size();
  }

  /** Whether it is written in UTF-8 instead of Windows-1252. */
  public boolean recoded() {
    return piece.recoded();
  }

  /** Whether the repaired document is another. */
  public boolean changed() {
    return repairs() > 0 || recoded();
  }

  /** Why it could not be checked, or not be read again. */
  public Optional<Failure> failure() {
    return piece.lost()
        ? Optional.of(new Failure("changed-while-read", path(), Map.of()))
        : piece.result().failure();
  }

  Workpiece piece() {
    return piece;
  }

  /**
   * The repaired document. Once it was read to its end and closed, {@link Repaired#sound} tells
   * whether it was made of the bytes that were checked.
   *
   * @throws IOException if the input can no longer be read
   */
  public Repaired open() throws IOException {
    return open(piece.source());
  }

  /** As {@link #open()}, out of a source that should hold the same bytes. */
  Repaired open(Source source) throws IOException {
    var hashed = new HashedSource(source);
    var in = hashed.open();
    var utf8 = piece.recoded() ? new RecodedStream(in) : in;
    return new Repaired(piece.patch().over(utf8), hashed, piece);
  }

  /** A repaired document while it is read. */
  public static final class Repaired implements AutoCloseable {
    private final InputStream stream;
    private final HashedSource hashed;
    private final Workpiece piece;

    Repaired(InputStream stream, HashedSource hashed, Workpiece piece) {
      this.stream = stream;
      this.hashed = hashed;
      this.piece = piece;
    }

    public InputStream stream() {
      return stream;
    }

    /** Whether the input was the same as when it was checked. Only after {@link #close}. */
    public boolean sound() {
      return hashed.sha256().isPresent() && hashed.sha256().equals(piece.sha256());
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
