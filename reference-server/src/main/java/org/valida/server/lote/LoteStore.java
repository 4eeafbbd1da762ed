package org.valida.server.lote;

import java.util.List;
import java.util.UUID;

/**
 * Where lotes outlive the server, with what errors name of their records: personal data. Whatever
 * fails is a {@link RuntimeException}.
 */
public interface LoteStore {

  /** All that are kept, in the order they came. */
  List<Lote> all();

  /** Keeps a lote, or in the place of what it was before; once this returns it is kept. */
  void put(Lote lote);

  /** Forgets one. */
  void remove(UUID id);

  /** Keeps nothing. */
  static LoteStore none() {
    return new LoteStore() {
      @Override
      public List<Lote> all() {
        return List.of();
      }

      @Override
      public void put(Lote lote) {}

      @Override
      public void remove(UUID id) {}
    };
  }
}
