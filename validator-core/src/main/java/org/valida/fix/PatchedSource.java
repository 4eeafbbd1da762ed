package org.valida.fix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.valida.check.Source;

/** An input as it would be with its repairs made. */
record PatchedSource(Source source, Patch patch) implements Source {

  @Override
  public String path() {
    return source.path();
  }

  @Override
  public InputStream open() throws IOException {
    return patch.over(source.open());
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
