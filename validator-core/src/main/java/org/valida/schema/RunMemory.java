package org.valida.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.valida.violation.RecordRef;
import org.valida.violation.Totals;

/**
 * What rules that compare inputs remember over a whole run. Not thread-safe: one run, one thread at
 * a time.
 */
public final class RunMemory {

  /** A rule's memory of the run, which has its say when all inputs were read. */
  public interface Memory {
    /** Reports what the inputs are together. */
    void ended(Reporter reporter);

    /**
     * Takes over what a memory of the same class remembers of inputs that follow; that one is of no
     * use any more.
     */
    void absorb(Memory next);

    /**
     * Takes over what a memory of the same class remembers of a part of the input at hand, which
     * was read apart; that one is of no use any more.
     */
    default void absorb(Memory part, Shift shift) {
      throw new UnsupportedOperationException("this input must be read in turn");
    }
  }

  /** Takes violations of inputs that were read before. */
  public interface Reporter {
    void report(
        String input,
        RuleUse rule,
        Place at,
        RecordRef record,
        String variant,
        Object... arguments);
  }

  /** Takes the totals that {@code --statistics} shows; null where nobody asked. */
  public interface TotalsListener {
    void totals(String input, Totals totals);
  }

  private final Map<Class<?>, Memory> memories = new LinkedHashMap<>();
  private final TotalsListener totals;

  /** The one that was asked for last: records ask for the same again and again. */
  private Memory latest;

  public RunMemory(TotalsListener totals) {
    this.totals = totals;
  }

  /** The memory of that class, made when first asked for. */
  public <T extends Memory> T memory(Class<T> type, Supplier<T> make) {
    if (!type.isInstance(latest)) {
      latest = memories.computeIfAbsent(type, none -> make.get());
    }
    return type.cast(latest);
  }

  /** The memory of that class, if there is one. */
  public <T extends Memory> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(type.cast(memories.get(type)));
  }

  /** Everything remembered so far, which is forgotten here. */
  public RunMemory take() {
    var taken = new RunMemory(null);
    taken.memories.putAll(memories);
    memories.clear();
    latest = null;
    return taken;
  }

  /** Takes over what was remembered of inputs that follow; that one is of no use any more. */
  public void absorb(RunMemory next) {
    next.memories.forEach(
        (type, memory) -> {
          var known = memories.putIfAbsent(type, memory);
          if (known != null) {
            known.absorb(memory);
          }
        });
    next.memories.clear();
    next.latest = null;
  }

  /** Whether there is a memory of each class that another one has. */
  boolean knows(RunMemory other) {
    return memories.keySet().containsAll(other.memories.keySet());
  }

  /**
   * Takes over what was remembered of a part of the input at hand; {@link #knows} must hold. That
   * one is of no use any more.
   */
  void absorb(RunMemory part, Shift shift) {
    part.memories.forEach((type, memory) -> memories.get(type).absorb(memory, shift));
    part.memories.clear();
    part.latest = null;
  }

  /** Who wants totals, null if nobody does. */
  public TotalsListener totals() {
    return totals;
  }

  /** Lets every memory report, in the order in which they were made. */
  public void end(Reporter reporter) {
    List.copyOf(memories.values()).forEach(memory -> memory.ended(reporter));
  }
}
