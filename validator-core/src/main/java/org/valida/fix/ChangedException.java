package org.valida.fix;

import java.io.IOException;

/** A document is no longer what it was when its repairs were worked out. */
final class ChangedException extends IOException {

  private static final long serialVersionUID = 1L;
}
