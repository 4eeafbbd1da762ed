package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * What stands between two records of a list: a brace, a comma, a brace and the name with which the
 * first record began. Found within a document it is a guess, and a good one: in a text the quote of
 * the name would be escaped. For one thread.
 */
final class Boundary {

  /** No place. */
  static final long NONE = Long.MAX_VALUE;

  private static final int LONGEST_NAME = 256;
  private static final int BLOCK = 1 << 16;

  // How much of it was seen.
  private static final int NOTHING = 0;
  private static final int CLOSED = 1;
  private static final int COMMA = 2;
  private static final int OPENED = 3;

  /** With its quotes. */
  private final byte[] name;

  private final byte[] block = new byte[BLOCK];

  private Boundary(byte[] name) {
    this.name = name;
  }

  /** The boundary of records such as that with which a stream begins; empty if it has no name. */
  static Optional<Boundary> of(InputStream record) throws IOException {
    byte[] start = record.readNBytes(LONGEST_NAME);
    int from = 1;
    while (from < start.length && isWhite(start[from])) {
      from++;
    }
    int to = from + 1;
    while (to < start.length && start[to] != '"' && start[to] != '\\') {
      to++;
    }
    return to < start.length && start[from] == '"' && start[to] == '"'
        ? Optional.of(new Boundary(Arrays.copyOfRange(start, from, to + 1)))
        : Optional.empty();
  }

  /**
   * The first place behind a record.
   *
   * @param source the document from the byte before {@code from}
   * @param from offset of the first place that is asked for
   * @param to offset of the first place that is not; {@link #NONE} if there is none before it
   */
  long find(InputStream source, long from, long to) throws IOException {
    long offset = from - 1;
    long place = NONE;
    int seen = NOTHING;
    int count;
    while ((count = source.read(block, 0, BLOCK)) > 0) {
      for (int i = 0; i < count; i++) {
        byte c = block[i];
        if (seen == NOTHING && c != '}' || isWhite(c) && seen <= OPENED) {
          continue;
        }
        if (c == '}') {
          place = offset + i + 1;
          if (place >= to) {
            return NONE;
          }
          seen = CLOSED;
        } else if (seen == CLOSED && c == ',') {
          seen = COMMA;
        } else if (seen == COMMA && c == '{') {
          seen = OPENED;
        } else if (seen >= OPENED && c == name[seen - OPENED]) {
          seen++;
          if (seen - OPENED == name.length) {
            return place;
          }
        } else {
          seen = NOTHING;
        }
      }
      offset += count;
    }
    return NONE;
  }

  private static boolean isWhite(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }
}
