package org.valida.json;

import java.io.IOException;

/**
 * Thrown by a stream that has given all the bytes it may, and has more: whoever reads JSON from it
 * reports the limit where the bytes end.
 */
public final class LimitPassedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Limits.Kind limit;
  private final long maximum;

  /**
   * @param maximum how many bytes there may be
   */
  public LimitPassedException(Limits.Kind limit, long maximum) {
    super(limit.label() + " " + maximum);
    this.limit = limit;
    this.maximum = maximum;
  }

  public Limits.Kind limit() {
    return limit;
  }

  public long maximum() {
    return maximum;
  }
}
