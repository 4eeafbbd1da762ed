package org.valida.fix;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Repairs of one input that are made together, and how places in it move by them. */
final class Patch {

  private static final Patch EMPTY = new Patch(List.of());

  private final List<Repair> repairs;

  /** Where each repair begins in the repaired document. */
  private final long[] starts;

  private Patch(List<Repair> repairs) {
    this.repairs = repairs;
    this.starts = new long[repairs.size()];
    long shift = 0;
    for (int i = 0; i < starts.length; i++) {
      var repair = repairs.get(i);
      starts[i] = repair.offset() + shift;
      shift += repair.replacement().length - repair.original().length;
    }
  }

  /**
   * @param repairs in the order of their offsets; one that overlaps its predecessor is left out
   */
  static Patch of(List<Repair> repairs) {
    var apart = new ArrayList<Repair>(repairs.size());
    long end = 0;
    for (var repair : repairs) {
      if (repair.offset() >= end) {
        apart.add(repair);
        end = repair.end();
      }
    }
    return new Patch(apart);
  }

  static Patch empty() {
    return EMPTY;
  }

  boolean isEmpty() {
    return repairs.isEmpty();
  }

  List<Repair> repairs() {
    return repairs;
  }

  /** The document repaired, while it is read. */
  InputStream over(InputStream document) {
    return new PatchedStream(document, repairs);
  }

  /**
   * The place in the original of a place in the repaired document; within what was replaced, where
   * that begins.
   */
  long original(long repaired) {
    int found = Arrays.binarySearch(starts, repaired);
    int index = found >= 0 ? found : -found - 2;
    if (index < 0) {
      return repaired;
    }
    var repair = repairs.get(index);
    long within = repaired - starts[index];
    return within == 0 || within < repair.replacement().length
        ? repair.offset()
        : repair.end() + within - repair.replacement().length;
  }

  /** The repair of that rule's violation at that place. */
  Optional<Repair> find(String rule, long offset) {
    int low = 0;
    int high = repairs.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long at = repairs.get(middle).offset();
      if (at == offset) {
        return Optional.of(repairs.get(middle)).filter(repair -> repair.rule().equals(rule));
      }
      if (at < offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Optional.empty();
  }
}
