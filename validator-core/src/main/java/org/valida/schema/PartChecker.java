package org.valida.schema;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.valida.json.JsonStop;
import org.valida.json.Utf8Cursor;
import org.valida.text.PatternBudgetException;

/**
 * Checks parts of a list of records, each from behind one record to behind another.
 *
 * <p>Reusable for many parts of one list, by one thread.
 */
public final class PartChecker {

  private final RecordList list;
  private final RunMemory memory = new RunMemory(null);
  private final Frame around;
  private final Checker checker;
  private final Utf8Cursor cursor;
  private PartViolations violations;

  public PartChecker(RecordList list) {
    this.list = list;
    this.around = list.around == null ? null : list.around.still();
    this.cursor = Utf8Cursor.over(InputStream.nullInputStream(), list.settings.limits());
    this.checker =
        new Checker(list.program, list.settings, memory, violation -> violations.add(violation));
  }

  /** How many bytes before a place are needed to read on from there. */
  public int lead(long offset) {
    return cursor.lead(offset);
  }

  /**
   * Reads records until one ends at a place or behind it, or the list ends.
   *
   * @param source the document from {@link #lead} bytes before that offset on
   * @param from offset behind a record of the list, which the caller may have guessed
   * @param to offset of the place
   * @param wanted asked after each record; if not, reading ends without a result
   * @return empty if it cannot be judged apart from what comes before, or not read to its end
   */
  public Optional<ListPart> read(InputStream source, long from, long to, BooleanSupplier wanted) {
    try {
      violations = new PartViolations(list.path.pointer(), list.plan.items.object.record);
      cursor.resume(source, from, list.nesting);
      return Optional.of(checker.part(list, around, cursor, to, wanted, violations));
    } catch (NotApartException | JsonStop | PatternBudgetException | UncheckedIOException e) {
      // Whatever it is, it is found again where the list is read in turn.
      memory.take();
      return Optional.empty();
    }
  }
}
