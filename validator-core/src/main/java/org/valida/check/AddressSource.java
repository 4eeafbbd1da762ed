package org.valida.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** What a server answers at an address. */
record AddressSource(String path, Address address, Fetch fetch) implements Source {

  /**
   * @throws InputException if there is no answer, or none that may be read
   */
  @Override
  public InputStream open() throws IOException {
    var body = fetch.open(address);
    return Names.isGzip(address.name()) ? unpacked(body) : body;
  }

  /** Servers send such a file as it is, or say that its content is encoded by gzip, or both. */
  private static InputStream unpacked(InputStream body) throws IOException {
    var buffered = new BufferedInputStream(body);
    buffered.mark(2);
    boolean packed = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    return packed ? new GzipStream(buffered) : buffered;
  }

  @Override
  public boolean rereadable() {
    return false;
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public boolean lines() {
    return Names.isLines(Names.unpacked(address.name()));
  }

  @Override
  public OptionalLong inflatedBefore() {
    return OptionalLong.of(0);
  }
}
