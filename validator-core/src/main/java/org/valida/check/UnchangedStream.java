package org.valida.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that should stay as it is while it is read. If its size or time of change is another when
 * it is closed, what was read may be half of one state and half of another: {@code
 * changed-while-read}. So it is as soon as more comes than it had, since a file that is written
 * faster than it is read would have no end.
 */
final class UnchangedStream extends FilterInputStream implements SharedStream {

  private final SeekableByteChannel channel;
  private final Path file;
  private final BasicFileAttributes before;
  private long read;
  private boolean closed;

  private UnchangedStream(SeekableByteChannel channel, Path file, BasicFileAttributes before) {
    super(Channels.newInputStream(channel));
    this.channel = channel;
    this.file = file;
    this.before = before;
  }

  static InputStream open(Path file) throws IOException {
    var before = Files.readAttributes(file, BasicFileAttributes.class);
    return new UnchangedStream(Files.newByteChannel(file), file, before);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    // The system need not be asked whether this is the end: if it is not, closing will tell.
    if (read == before.size() && read > 0 && length > 0) {
      return -1;
    }
    int count = super.read(into, from, length);
    count(Math.max(count, 0));
    return count;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  /** It ends where the file ended when it was opened. */
  @Override
  public Optional<InputStream> from(long offset) {
    return channel instanceof FileChannel opened
        ? Optional.of(new Elsewhere(opened, offset, before.size()))
        : Optional.empty();
  }

  /** Reads an open file at other places, and leaves alone where its own stream stands. */
  private static final class Elsewhere extends InputStream {
    private final FileChannel channel;
    private final long end;
    private long at;

    Elsewhere(FileChannel channel, long at, long end) {
      this.channel = channel;
      this.at = at;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      Objects.checkFromIndexSize(from, length, into.length);
      if (at >= end) {
        return length == 0 ? 0 : -1;
      }
      int most = (int) Math.min(length, end - at);
      int count = channel.read(ByteBuffer.wrap(into, from, most), at);
      at += Math.max(count, 0);
      return count;
    }
  }

  private void count(long bytes) throws IOException {
    read += bytes;
    // Some files of the system have a size of 0 and content all the same, and do not change.
    if (bytes > 0 && read > before.size() && hasChanged()) {
      throw new InputException("changed-while-read");
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    boolean changed = hasChanged();
    super.close();
    if (changed) {
      throw new InputException("changed-while-read");
    }
  }

  private boolean hasChanged() {
    try {
      var after = Files.readAttributes(file, BasicFileAttributes.class);
      return after.size() != before.size()
          || !after.lastModifiedTime().equals(before.lastModifiedTime());
    } catch (IOException e) {
      return hasGrown();
    }
  }

  /** Of a file that was moved away once it was open; all that it had is read. */
  private boolean hasGrown() {
    try {
      return read == before.size() && channel.size() > read;
    } catch (IOException e) {
      return false;
    }
  }
}
