package org.valida.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.valida.document.DocumentException;
import org.valida.violation.Suppression;

/**
 * Violations that are known and accepted; {@code schemas/valida-baseline.schema.json} is its form.
 * Immutable.
 *
 * @param keySign tells whether a key is the one by which records of lotes are identified here;
 *     empty where none are
 * @param entries each of another group, in their order
 */
public record Baseline(Optional<String> keySign, List<Entry> entries) {

  /** The name of the file unless the user gives it another. */
  public static final String FILE_NAME = "valida-baseline.json";

  /** Accepts nothing. */
  public static final Baseline EMPTY = new Baseline(Optional.empty(), List.of());

  public Baseline {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a file.
   *
   * @param shown how messages name it
   * @throws DocumentException with everything that is wrong, if it cannot be read or breaks its
   *     schema
   */
  public static Baseline read(Path file, String shown) throws DocumentException {
    return BaselineReader.read(file, shown);
  }

  /**
   * Writes it as JSON, in a stable order, a line for each member.
   *
   * @throws IOException if the output fails
   */
  public void write(Appendable out) throws IOException {
    BaselineWriter.write(this, out);
  }

  /** How many violations it accepts, those of expired entries too. */
  public long violations() {
    return entries.stream().mapToLong(Entry::count).sum();
  }

  /** Whether records of lotes are identified in it by another key than this, or this is none. */
  public boolean needsOtherKey(IdentityKey key) {
    return keySign.filter(sign -> !sign.equals(key.sign())).isPresent();
  }

  /** What it suppresses on that day: of each group as many as it accepts, the first ones. */
  public Suppression suppression(FileNames names, LocalDate today) {
    return new KnownViolations(this, names, today);
  }
}
