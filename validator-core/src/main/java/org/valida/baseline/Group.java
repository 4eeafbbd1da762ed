package org.valida.baseline;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.valida.privacy.Mask;
import org.valida.violation.RecordRef;
import org.valida.violation.Violation;

/**
 * What violations must have in common to be known as one: enough that moved lines and inserted
 * items change nothing, too little to tell a person by.
 *
 * @param rule its id
 * @param file as a {@link FileNames} names it
 * @param record what identifies the record: the label of an ente, the keyed hash of a lote's
 *     record, {@code #N} for the Nth of its list where there is no more; empty outside of records
 * @param pointer RFC 6901, with {@code *} for every position in a list
 */
public record Group(String rule, String file, String record, String pointer)
    implements Comparable<Group> {

  private static final Pattern POSITION = Pattern.compile("(?<=/)[0-9]+(?=/|$)");
  private static final Pattern NUMBERED = Pattern.compile("#[0-9]{1,18}");
  private static final Pattern HASHED = Pattern.compile("[0-9a-f]{20}");

  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::file)
          .thenComparingLong(Group::number)
          .thenComparing(Group::record)
          .thenComparing(Group::pointer)
          .thenComparing(Group::rule);

  /**
   * @param file as a {@link FileNames} names it
   */
  static Group of(String file, Violation violation) {
    // Whoever shows personal values in reports does not want them here all the same.
    return new Group(
        violation.rule().id(),
        file,
        masked(record(violation.record())),
        Mask.free(POSITION.matcher(violation.pointer()).replaceAll("*")));
  }

  /** A keyed hash is no text of a payload: digits in it that look like a CPF are none. */
  private static String masked(String record) {
    return HASHED.matcher(record).matches() ? record : Mask.free(record);
  }

  private static String record(RecordRef record) {
    if (!record.identity().isEmpty()) {
      return record.identity();
    }
    return record.number() > 0 ? "#" + record.number() : "";
  }

  /** Whether a keyed hash identifies the record. */
  boolean isHashed() {
    return HASHED.matcher(record).matches();
  }

  private long number() {
    return NUMBERED.matcher(record).matches() ? Long.parseLong(record.substring(1)) : 0;
  }

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }
}
