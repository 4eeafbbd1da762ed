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
 * changed-while-read}.
 */
final class UnchangedStream extends FilterInputStream {

  private final Path file;
  private final BasicFileAttributes before;
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
