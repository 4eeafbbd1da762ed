package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** An input around another, of which it keeps whatever it does not override. */
public abstract class ForwardingSource implements Source {

  private final Source source;

  protected ForwardingSource(Source source) {
    this.source = source;
  }

  @Override
  public String path() {
    return source.path();
  }

  @Override
  public InputStream open() throws IOException {
    return source.open();
  }

  @Override
  public boolean rereadable() {
    return source.rereadable();
  }

  @Override
  public Optional<Path> file() {
    return source.file();
  }

  @Override
  public String within() {
    return source.within();
  }

  @Override
  public boolean lines() {
    return source.lines();
  }

  @Override
  public OptionalLong size() {
    return source.size();
  }

  @Override
  public OptionalLong inflatedBefore() {
    return source.inflatedBefore();
  }
}
