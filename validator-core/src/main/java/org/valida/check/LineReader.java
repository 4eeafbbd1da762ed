package org.valida.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines of bytes, remembering where each began. A line longer than the limit is
 * handed on cut off, which its reader then reports.
 */
final class LineReader {

  private final InputStream in;
  private final int most;
  private final byte[] chunk;
  private int at;
  private int end;
  private byte[] line = new byte[1 << 12];
  private int length;
  private long position;
  private long offset;
  private long number;

  LineReader(InputStream in, int buffer, int most) {
    this.in = in;
    this.most = most;
    this.chunk = new byte[buffer];
  }

  /** Moves to the next line; false at the end. */
  boolean next() throws IOException {
    offset = position;
    length = 0;
    number++;
    boolean any = false;
    while (true) {
      if (at == end) {
        end = in.read(chunk, 0, chunk.length);
        at = 0;
        if (end <= 0) {
          end = 0;
          return any;
        }
      }
      any = true;
      int newline = at;
      while (newline < end && chunk[newline] != '\n') {
        newline++;
      }
      append(at, newline);
      position += newline - at;
      at = newline;
      if (newline < end) {
        at++;
        position++;
        return true;
      }
    }
  }

  private void append(int from, int to) {
    int room = Math.min(to - from, most - length);
    if (room <= 0) {
      return;
    }
    if (length + room > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + room));
    }
    System.arraycopy(chunk, from, line, length, room);
    length += room;
  }

  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  /** The bytes of the line, valid to {@link #length} and until the next line. */
  byte[] bytes() {
    return line;
  }

  /**
   * The line at hand as far as it came, and then the reason why it came no further.
   *
   * @param reason what {@link #next} threw
   */
  InputStream cutOff(IOException reason) {
    var stop =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw reason;
          }

          @Override
          public int read(byte[] into, int from, int count) throws IOException {
            throw reason;
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(line, 0, length), stop);
  }

  int length() {
    return length;
  }

  /** Offset of its first byte in the stream. */
  long offset() {
    return offset;
  }

  /** From 1. */
  long line() {
    return number;
  }
}
