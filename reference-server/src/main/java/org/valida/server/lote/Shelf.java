package org.valida.server.lote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The lotes that are remembered. Beyond its limits the oldest that are through are forgotten; one
 * that still waits never is. Thread-safe.
 */
final class Shelf {

  private final int mostLotes;
  private final long mostBytes;
  private final Map<UUID, Lote> lotes = new LinkedHashMap<>();
  private long bytes;

  Shelf(int mostLotes, long mostBytes) {
    this.mostLotes = mostLotes;
    this.mostBytes = mostBytes;
  }

  /** Puts a lote in, or in the place of what it was before; returns those that are forgotten. */
  synchronized List<Lote> put(Lote lote) {
    var forgotten = new ArrayList<Lote>();
    var before = lotes.put(lote.id(), lote);
    bytes += lote.weight() - (before == null ? 0 : before.weight());
    var oldest = lotes.values().iterator();
    while (oldest.hasNext() && (lotes.size() > mostLotes || bytes > mostBytes)) {
      var old = oldest.next();
      if (old.status().isEnd() && !old.id().equals(lote.id())) {
        oldest.remove();
        bytes -= old.weight();
        forgotten.add(old);
      }
    }
    return forgotten;
  }

  synchronized void remove(Lote lote) {
    if (lotes.remove(lote.id()) != null) {
      bytes -= lote.weight();
    }
  }

  synchronized Optional<Lote> find(UUID id) {
    return Optional.ofNullable(lotes.get(id));
  }

  /** Those of an account, in the order they came. */
  synchronized List<Lote> of(String account, Subject subject) {
    return lotes.values().stream()
        .filter(lote -> lote.subject() == subject && lote.account().equals(account))
        .toList();
  }
}
