package org.valida.server.lote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.valida.server.lote.RefusedLote.Reason;

/**
 * The body of a request in memory, piece by piece, so that a slow one holds no more than it sent.
 */
final class Body implements AutoCloseable {

  private static final int PIECE = 64 << 10;

  private final Room room;
  private final List<byte[]> pieces = new ArrayList<>();
  private long taken;

  private Body(Room room) {
    this.room = room;
  }

  /**
   * Reads a body to its end.
   *
   * @param most how many bytes it may have
   * @throws RefusedLote if it has more, or there is no room for it now
   */
  static Body read(InputStream in, long most, Room room) throws IOException, RefusedLote {
    var body = new Body(room);
    boolean whole = false;
    try {
      body.fill(in, most);
      whole = true;
      return body;
    } finally {
      if (!whole) {
        body.close();
      }
    }
  }

  private void fill(InputStream in, long most) throws IOException, RefusedLote {
    long bytes = 0;
    while (true) {
      if (!room.take(PIECE)) {
        throw new RefusedLote(Reason.BUSY);
      }
      taken += PIECE;
      var piece = in.readNBytes(PIECE);
      bytes += piece.length;
      if (bytes > most) {
        throw new RefusedLote(Reason.TOO_LONG);
      }
      pieces.add(piece);
      if (piece.length < PIECE) {
        return;
      }
    }
  }

  /** The bytes from their beginning, each time. */
  InputStream open() {
    var streams = pieces.stream().map(ByteArrayInputStream::new).toList();
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  /** Gives its room back; it is not to be opened any more. */
  @Override
  public void close() {
    pieces.clear();
    room.giveBack(taken);
    taken = 0;
  }
}
