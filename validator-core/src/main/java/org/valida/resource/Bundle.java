package org.valida.resource;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The sentences of a properties file in UTF-8, read when the first is asked for. Thread-safe. */
public final class Bundle {

  private final Class<?> beside;
  private final String name;

  /** Whether {@link Packed} has it. */
  private final boolean packed;

  /** Null until somebody asks; a run without findings needs few sentences. */
  private volatile Properties sentences;

  /**
   * @param beside a class of the module that holds it
   * @param name its absolute name on the class path
   */
  public Bundle(Class<?> beside, String name) {
    this.beside = beside;
    this.name = name;
    this.packed = Packed.isBundle(name);
  }

  /**
   * The sentence under a key.
   *
   * @throws IllegalStateException if the file is not there
   */
  public Optional<String> find(String key) {
    if (packed) {
      return Optional.ofNullable(Packed.sentence(name, key));
    }
    var known = sentences;
    if (known == null) {
      known = read();
      sentences = known;
    }
    return Optional.ofNullable(known.getProperty(key));
  }

  private Properties read() {
    var text =
        Resources.text(beside, name)
            .orElseThrow(() -> new IllegalStateException("no " + name + " on the class path"));
    var read = new Properties();
    try {
      read.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }
}
