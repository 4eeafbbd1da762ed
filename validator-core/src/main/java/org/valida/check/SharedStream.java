package org.valida.check;

import java.io.InputStream;
import java.util.Optional;

/** A stream over bytes that other threads may read at other places at the same time. */
interface SharedStream {

  /**
   * Another stream over the same bytes, as they were opened, from an offset on; it ends with this
   * one. Empty where these bytes can be read in their order only.
   */
  Optional<InputStream> from(long offset);

  /** The same of any stream. */
  static Optional<InputStream> from(InputStream stream, long offset) {
    return stream instanceof SharedStream shared ? shared.from(offset) : Optional.empty();
  }
}
