package org.valida.fix;

import java.io.IOException;
import java.io.InputStream;
import org.valida.check.ForwardingSource;
import org.valida.check.Source;

/** An input of Windows-1252 as it would be in UTF-8. */
final class RecodedSource extends ForwardingSource {

  RecodedSource(Source source) {
    super(source);
  }

  @Override
  public InputStream open() throws IOException {
    return new RecodedStream(super.open());
  }
}
