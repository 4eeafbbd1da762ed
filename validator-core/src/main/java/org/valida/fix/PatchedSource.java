package org.valida.fix;

import java.io.IOException;
import java.io.InputStream;
import org.valida.check.ForwardingSource;
import org.valida.check.Source;

/** An input as it would be with its repairs made. */
final class PatchedSource extends ForwardingSource {

  private final Patch patch;

  PatchedSource(Source source, Patch patch) {
    super(source);
    this.patch = patch;
  }

  Patch patch() {
    return patch;
  }

  @Override
  public InputStream open() throws IOException {
    return patch.over(super.open());
  }
}
