package org.valida.check;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that should stay as it is while it is read. If its size or time of change is another when
 * it is closed, what was read may be half of one state and half of another: {@code
 * changed-while-read}. So it is as soon as more comes than it had, since a file that is written
 * faster than it is read would have no end.
 */
final class UnchangedStream extends FilterInputStream {

  private final Path file;
  private final BasicFileAttributes before;
  private long read;
  private boolean closed;

  private UnchangedStream(InputStream source, Path file, BasicFileAttributes before) {
    super(source);
    this.file = file;
    this.before = before;
  }

  static InputStream open(Path file) throws IOException {
    var before = Files.readAttributes(file, BasicFileAttributes.class);
    return new UnchangedStream(Files.newInputStream(file), file, before);
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = super.read(into, from, length);
    count(Math.max(count, 0));
    return count;
  }

  private void count(int bytes) throws IOException {
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
    super.close();
    if (hasChanged()) {
      throw new InputException("changed-while-read");
    }
  }

  private boolean hasChanged() {
    try {
      var after = Files.readAttributes(file, BasicFileAttributes.class);
      return after.size() != before.size()
          || !after.lastModifiedTime().equals(before.lastModifiedTime());
    } catch (IOException e) {
      // Moved away once it was open: all of it was read.
      return false;
    }
  }
}
