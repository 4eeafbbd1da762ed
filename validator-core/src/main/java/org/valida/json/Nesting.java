package org.valida.json;

/** Which arrays and objects are open at a place of a document. */
public final class Nesting {

  private final int depth;
  private final long[] objects;

  /**
   * @param objects a bit for each, set for an object
   */
  Nesting(int depth, long[] objects) {
    this.depth = depth;
    this.objects = objects;
  }

  int depth() {
    return depth;
  }

  long[] objects() {
    return objects;
  }
}
