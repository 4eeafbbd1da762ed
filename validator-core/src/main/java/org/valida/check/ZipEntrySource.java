package org.valida.check;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * One file in a zip archive. Its name is only shown: nothing is ever written, and so a name such as
 * {@code ../a.json} leads nowhere.
 *
 * @param archive how the user named the archive
 * @param before the sizes of the entries that are read before this one
 */
record ZipEntrySource(String archive, Path location, ZipDirectory.Entry entry, long before)
    implements Source {

  /** What an entry begins with. */
  static final int HEADER = 0x04034B50;

  private static final int HEADER_LENGTH = 30;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  @Override
  public String path() {
    return archive + within();
  }

  @Override
  public String within() {
    return "!/" + entry.name();
  }

  /**
   * @throws InputException if the entry is encrypted, compressed in a way that is not read, or not
   *     where the archive says
   */
  @Override
  public InputStream open() throws IOException {
    if (entry.encrypted()) {
      throw new InputException("archive-encrypted");
    }
    if (entry.method() != STORED && entry.method() != DEFLATED) {
      throw new InputException("archive-method");
    }
    var file = FileChannel.open(location);
    try {
      file.position(data(file));
      var packed = new Part(Channels.newInputStream(file), entry.compressed());
      return new Verified(
          entry.method() == STORED ? new BufferedInputStream(packed) : new InflatedStream(packed),
          entry);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private long data(FileChannel file) throws IOException {
    var header = ByteBuffer.allocate(HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    while (header.hasRemaining()) {
      if (file.read(header, entry.offset() + header.position()) < 0) {
        throw InflatedStream.broken("cut-off");
      }
    }
    if (header.getInt(0) != HEADER) {
      throw InflatedStream.broken("data");
    }
    return entry.offset()
        + HEADER_LENGTH
        + (header.getShort(26) & 0xFFFF)
        + (header.getShort(28) & 0xFFFF);
  }

  @Override
  public boolean rereadable() {
    return true;
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(location);
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(entry.size());
  }

  @Override
  public OptionalLong inflatedBefore() {
    return OptionalLong.of(before);
  }

  /** So many bytes of a stream. */
  private static final class Part extends FilterInputStream {
    private long left;

    Part(InputStream source, long length) {
      super(source);
      left = length;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = super.read(into, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }

  /** Makes sure that what comes out is as long as the archive says, and has its checksum. */
  private static final class Verified extends FilterInputStream {
    private final ZipDirectory.Entry entry;
    private final CRC32 checksum = new CRC32();
    private long length;

    Verified(InputStream source, ZipDirectory.Entry entry) {
      super(source);
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      int read = super.read(into, offset, count);
      if (read > 0) {
        checksum.update(into, offset, read);
        length += read;
      }
      if (length > entry.size() || read < 0 && length < entry.size()) {
        throw InflatedStream.broken(read < 0 ? "cut-off" : "data");
      }
      if (read < 0 && checksum.getValue() != entry.checksum()) {
        throw InflatedStream.broken("checksum");
      }
      return read;
    }
  }
}
