package org.valida.schema;

/**
 * The layouts of a list's items that came last: one, or a few that take turns, where attributes
 * without a value are left out. Spends little on lists whose items all differ: an item costs at
 * most two tries, and learning is paid for by items that were passed.
 */
final class ItemLayouts {

  /** What a layout is worth that was just learned, in items. */
  private static final int PRICE = 16;

  private static final int MOST = 4 * PRICE;

  private ItemLayout latest;
  private ItemLayout other;
  private int credit = MOST;

  /**
   * Reads an item.
   *
   * @return how it is printed, null if it must be read otherwise
   */
  ItemLayout reads(byte[] bytes, int from, Frame own) {
    credit = Math.min(credit + 1, MOST);
    if (latest != null && latest.reads(bytes, from, own)) {
      return latest;
    }
    var found = other != null && other.reads(bytes, from, own) ? other : null;
    if (found == null && credit >= PRICE && ItemLayout.mayBegin(bytes, from)) {
      credit -= PRICE;
      found = ItemLayout.learn(bytes, from, own);
    }
    if (found != null) {
      other = latest;
      latest = found;
    }
    return found;
  }
}
