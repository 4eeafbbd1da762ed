package org.valida.schema;

import org.valida.json.Utf8Cursor;

/**
 * The short way through a list of objects: passes items one after another that are printed as one
 * before them was ({@link ItemLayout}). What closes with an item, rules of the object and of the
 * list, is asked as on the long way. At the first item that is anything else it stops before it,
 * and that one goes the long way, as far as {@link QuietMembers} does not shorten it.
 *
 * <p>An item is passed only if all of it stands in the reading window, so that nothing was read
 * ahead that has to be read again from elsewhere.
 */
final class QuietItems {

  private final Lists lists;
  private final QuietMembers members;

  QuietItems(Lists lists, QuietMembers members) {
    this.lists = lists;
    this.members = members;
  }

  /**
   * Passes items.
   *
   * @param cursor stands behind an item, which was read the long way
   * @param own the frame of that item
   * @param states those of the list's rules
   * @param index number of the next item
   * @param until offset; items that begin behind it are left
   * @return number of the item that is next now
   */
  long pass(Utf8Cursor cursor, Frame own, ListState[] states, long index, long until) {
    int from = members.allowed() && own.plan().canBeQuiet() ? cursor.behindItem() : -1;
    if (from < 0) {
      return index;
    }
    byte[] bytes = cursor.buffer();
    var layouts = own.layouts();
    long next = index;
    ItemLayout installed = null;
    while (cursor.offset(from) < until) {
      var layout = layouts.reads(bytes, from, own);
      if (layout == null) {
        break;
      }
      if (layout != installed) {
        layout.install(own);
        installed = layout;
      }
      layout.stands(own, next, cursor.offset(0), cursor.line(), cursor.column(from));
      from = layout.end();
      int lines = layout.lines();
      cursor.passedItem(from, lines, lines == 0 ? 0 : layout.lineStart());
      lists.passed(own, states, next);
      next++;
    }
    return next;
  }
}
