package org.valida.json;

import java.io.ByteArrayInputStream;

/** Cursors with small reading windows, for tests of other packages. */
public final class Windows {

  private Windows() {}

  /** A cursor that sees so many bytes at a time. */
  public static Utf8Cursor over(byte[] document, Limits limits, int window) {
    return Utf8Cursor.over(new ByteArrayInputStream(document), limits, window);
  }
}
