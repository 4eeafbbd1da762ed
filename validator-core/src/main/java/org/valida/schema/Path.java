package org.valida.schema;

import java.util.Arrays;

/**
 * The way from the document to the value the cursor stands on: names and positions, made into a
 * pointer only for a violation.
 */
final class Path {

  private String[] names = new String[32];
  private long[] indexes = new long[32];
  private int depth;

  void clear() {
    depth = 0;
  }

  /** The same way, which does not go on with this one. */
  Path copy() {
    var copy = new Path();
    copy.set(this);
    return copy;
  }

  /** Goes where another one is. */
  void set(Path other) {
    names = other.names.clone();
    indexes = other.indexes.clone();
    depth = other.depth;
  }

  void member(String name) {
    grow();
    names[depth++] = name;
  }

  void item(long index) {
    grow();
    names[depth] = null;
    indexes[depth++] = index;
  }

  /** From an array item to another one of the same array. */
  void nextItem(long index) {
    indexes[depth - 1] = index;
  }

  void up() {
    depth--;
  }

  private void grow() {
    if (depth == names.length) {
      names = Arrays.copyOf(names, depth * 2);
      indexes = Arrays.copyOf(indexes, depth * 2);
    }
  }

  /** Whether the innermost step is an array item. */
  boolean isItem() {
    return depth > 0 && names[depth - 1] == null;
  }

  int depth() {
    return depth;
  }

  /** The position of the innermost array item, 0 if the innermost step is a member. */
  long index() {
    return depth > 0 && names[depth - 1] == null ? indexes[depth - 1] : 0;
  }

  String pointer() {
    return pointer(depth);
  }

  /** RFC 6901 pointer of the first steps. */
  String pointer(int steps) {
    var pointer = new StringBuilder(steps * 12);
    write(steps, pointer);
    return pointer.toString();
  }

  /** Appends the pointer of the first steps. */
  void write(int steps, StringBuilder pointer) {
    for (int i = 0; i < steps; i++) {
      pointer.append('/');
      if (names[i] == null) {
        pointer.append(indexes[i]);
      } else {
        escape(names[i], pointer);
      }
    }
  }

  static void escape(String name, StringBuilder into) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '~') {
        into.append("~0");
      } else if (c == '/') {
        into.append("~1");
      } else {
        into.append(c);
      }
    }
  }
}
