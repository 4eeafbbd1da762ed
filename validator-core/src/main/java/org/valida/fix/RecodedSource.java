package org.valida.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.valida.check.Source;

/** An input of Windows-1252 as it would be in UTF-8. */
record RecodedSource(Source source) implements Source {

  @Override
  public String path() {
    return source.path();
  }

  @Override
  public InputStream open() throws IOException {
    return new RecodedStream(source.open());
  }

  @Override
  public boolean rereadable() {
    return source.rereadable();
  }

  @Override
  public Optional<Path> file() {
    return source.file();
  }
}
