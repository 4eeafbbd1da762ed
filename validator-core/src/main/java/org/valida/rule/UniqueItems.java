package org.valida.rule;

import org.valida.schema.Frame;
import org.valida.schema.KeySet;
import org.valida.schema.ListRule;
import org.valida.schema.ListState;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Shift;
import org.valida.schema.Slot;

/** {@code x-unique}: two items of a list have the same key. Reported at the later one. */
final class UniqueItems implements ListRule {

  /**
   * One part of a key.
   *
   * @param slot of the attribute
   * @param substitute slot of the attribute that stands in where it is absent, or -1
   * @param needed whether its absence is reported elsewhere, so that there is no key without it
   */
  record Part(int slot, int substitute, boolean needed) {}

  private final RuleUse rule;
  private final Part[] parts;

  UniqueItems(RuleUse rule, Part[] parts) {
    this.rule = rule;
    this.parts = parts;
  }

  @Override
  public ListState newState() {
    return new State();
  }

  /** Remembers the keys of one list. */
  final class State implements ListState {
    private static final long INDEX_BITS = 0xFFFF_FFFFL;

    private final KeySet keys = new KeySet();
    private final KeySet.Digest key = new KeySet.Digest();
    private long index;
    private boolean repeated;
    private int sizeBefore;

    @Override
    public void reset() {
      keys.clear();
      repeated = false;
      index = 0;
    }

    /** Whether two items had the same key, which makes sums over the list doubtful. */
    boolean repeated() {
      return repeated;
    }

    @Override
    public void item(Frame item, Scope scope) {
      index = item.index();
      if (!digest(item)) {
        return;
      }
      long place = place(item.line(), index);
      long first = keys.add(key.finish(), place);
      scope.checkKeys(keys.size());
      if (first < 0) {
        return;
      }
      repeated = true;
      var pointer = scope.pointer(item);
      scope.report(
          rule,
          item,
          "",
          "key",
          shown(item, scope),
          "first",
          pointer.substring(0, pointer.lastIndexOf('/') + 1) + (first & INDEX_BITS),
          "firstLine",
          first >>> 32);
    }

    private static long place(long line, long index) {
      return Math.min(line, Integer.MAX_VALUE) << 32 | index & INDEX_BITS;
    }

    @Override
    public boolean joins() {
      return true;
    }

    @Override
    public boolean join(ListState next, Shift shift, Scope scope) {
      var other = (State) next;
      sizeBefore = keys.size();
      return !other.repeated
          && (long) sizeBefore + other.keys.size() <= scope.settings().limits().keys()
          && keys.join(
              other.keys,
              place -> place(shift.line(place >>> 32), shift.index() + (place & INDEX_BITS)));
    }

    @Override
    public void disjoin() {
      keys.shrink(sizeBefore);
    }

    private boolean digest(Frame item) {
      key.start();
      for (var part : parts) {
        var slot = item.slot(part.slot());
        if (slot.isRead()) {
          slot.addTo(key);
          continue;
        }
        if (slot.isAbsent() && part.substitute() >= 0) {
          var other = item.slot(part.substitute());
          if (!other.isRead()) {
            return false;
          }
          key.substitute();
          other.addTo(key);
          continue;
        }
        if (slot.state() == Slot.State.BROKEN || slot.isAbsent() && part.needed()) {
          return false;
        }
        slot.addTo(key);
      }
      return true;
    }

    private String shown(Frame item, Scope scope) {
      var text = new StringBuilder();
      for (var part : parts) {
        var slot = item.slot(part.slot());
        if (slot.isAbsent() && part.substitute() >= 0) {
          slot = item.slot(part.substitute());
        }
        var shown = scope.shown(slot);
        if (!shown.isEmpty()) {
          text.append(text.length() == 0 ? "" : ", ").append(slot.name()).append(' ').append(shown);
        }
      }
      return text.toString();
    }
  }
}
