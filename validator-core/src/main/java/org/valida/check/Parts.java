package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.schema.ListPart;
import org.valida.schema.PartChecker;
import org.valida.schema.ReadAhead;
import org.valida.schema.RecordList;

/**
 * Reads parts of one document on threads of its own. The rest of the list is cut in pieces of equal
 * length, dealt out in turn: the first to the thread that reports, the next ones to these threads,
 * and again. A part begins behind the first record that seems to end in its piece, and ends behind
 * the first that ends in the next.
 */
final class Parts implements ReadAhead, AutoCloseable {

  /** How many parts may be read for each thread and not yet be taken over. */
  private static final int AHEAD = 2;

  /**
   * After so many parts that were of no use, some pieces are read by the reporting thread alone.
   */
  private static final int PATIENCE = 4;

  private static final int LONGEST_REST = 64;

  /** A part of the document on its way. */
  private static final class Piece {
    private static final long UNKNOWN = -1;

    private final long from;
    private final long to;
    private long start = UNKNOWN;
    private ListPart part;
    private boolean ended;
    private volatile boolean dropped;

    Piece(long from, long to) {
      this.from = from;
      this.to = to;
    }

    boolean isWanted() {
      return !dropped;
    }
  }

  private final Parting parting;
  private final InputStream document;
  private final long size;
  private final List<Thread> threads = new ArrayList<>();

  private RecordList list;
  private long origin;
  private long count;
  private long next = Long.MAX_VALUE;

  // Shared by all threads, under the lock of this object.
  private final Map<Long, Piece> pieces = new HashMap<>();
  private long claimed;
  private long turn;
  private boolean stopped;
  private int useless;
  private int rest = 1;

  /**
   * @param document over bytes that can be read at several places
   * @param size how many there are
   */
  Parts(Parting parting, InputStream document, long size) {
    this.parting = parting;
    this.document = document;
    this.size = size;
  }

  // ---- the thread that reports

  @Override
  public boolean begin(RecordList records, long record) {
    if (list != null
        || SharedStream.from(document, record).isEmpty()
        || !parting.isWorthwhile(size - record)) {
      return false;
    }
    list = records;
    origin = record;
    count = (size - record + parting.part() - 1) / parting.part();
    turn = helped(1);
    claimed = 0;
    next = begins(turn);
    for (int i = 1; i < Math.min(parting.threads(), count); i++) {
      var thread = new Thread(this::work, "valida-part");
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
      parting.countThread();
    }
    return !threads.isEmpty();
  }

  @Override
  public long next() {
    return next;
  }

  @Override
  public synchronized ListPart part(long offset) {
    try {
      var piece = offset < to(turn) ? begun() : null;
      if (piece != null && piece.start > offset && piece.start != Boundary.NONE) {
        next = piece.start;
        return null;
      }
      var part = piece != null && piece.start == offset ? ended(piece) : null;
      if (part == null) {
        parting.count(false);
        afterUseless();
      }
      advance();
      return part;
    } catch (InterruptedException e) {
      // Who is interrupted reads on by itself, and is stopped there.
      Thread.currentThread().interrupt();
      stop();
      advance();
      return null;
    }
  }

  /**
   * The piece whose turn it is, once it is known where its part begins; null if nobody reads on.
   */
  private Piece begun() throws InterruptedException {
    while (!stopped && (pieces.get(turn) == null || pieces.get(turn).start == Piece.UNKNOWN)) {
      wait();
    }
    return stopped ? null : pieces.get(turn);
  }

  /** What was read of a piece, once it was; null if nothing can be taken over. */
  private ListPart ended(Piece piece) throws InterruptedException {
    while (!stopped && !piece.ended) {
      wait();
    }
    return stopped ? null : piece.part;
  }

  @Override
  public synchronized void told(boolean taken) {
    parting.count(taken);
    if (taken) {
      useless = 0;
      rest = 1;
    } else {
      afterUseless();
    }
  }

  private void afterUseless() {
    useless++;
    if (useless % PATIENCE == 0) {
      rest = Math.min(2 * rest, LONGEST_REST);
      for (int left = rest; left > 0; left--) {
        advance();
      }
    }
  }

  private void advance() {
    var last = pieces.remove(turn);
    if (last != null) {
      last.dropped = true;
    }
    turn = pieces.containsKey(turn + 1) ? turn + 1 : helped(turn + 1);
    next = turn < count && !stopped ? begins(turn) : Long.MAX_VALUE;
    notifyAll();
  }

  @Override
  public void end() {
    stop();
  }

  private synchronized void stop() {
    stopped = true;
    pieces.values().forEach(piece -> piece.dropped = true);
    notifyAll();
  }

  /** Ends the threads; the document may be closed then. */
  @Override
  public void close() {
    stop();
    boolean interrupted = false;
    for (var thread : threads) {
      // Each ends at its next record. They are not interrupted: that would close the file.
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- the threads that read ahead

  private void work() {
    try {
      var boundary = Boundary.of(from(origin));
      var checker = new PartChecker(list);
      if (boundary.isEmpty()) {
        stop();
      }
      for (var piece = claim(); piece != null; piece = claim()) {
        read(piece, boundary.get(), checker);
      }
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      // Whatever it is, it is met again where the document is read in turn.
      stop();
    }
  }

  private void read(Piece piece, Boundary boundary, PartChecker checker) {
    ListPart part = null;
    try {
      long start = boundary.find(from(piece.from - 1), piece.from, piece.to);
      begins(piece, start);
      if (start != Boundary.NONE) {
        var source = from(start - checker.lead(start));
        part = checker.read(source, start, piece.to, piece::isWanted).orElse(null);
      }
    } catch (IOException e) {
      part = null;
    } finally {
      ended(piece, part);
    }
  }

  private synchronized Piece claim() throws InterruptedException {
    long number = claimable();
    while (!stopped && number < 0) {
      wait();
      number = claimable();
    }
    if (stopped || number >= count) {
      return null;
    }
    claimed = Math.max(claimed, number);
    var piece = new Piece(begins(number), to(number));
    pieces.put(number, piece);
    return piece;
  }

  /**
   * The next piece that no thread has, -1 while enough is read ahead. Who is faster than the
   * reporting thread takes of the pieces that are dealt to that one and not begun.
   */
  private long claimable() {
    long last = turn + (long) AHEAD * parting.threads();
    long dealt = helped(Math.max(claimed + 1, turn));
    if (dealt <= last) {
      return dealt;
    }
    for (long other = turn + 1; other < last; other++) {
      if (helped(other) != other && !pieces.containsKey(other)) {
        return other;
      }
    }
    return -1;
  }

  private synchronized void begins(Piece piece, long start) {
    piece.start = start;
    notifyAll();
  }

  private synchronized void ended(Piece piece, ListPart part) {
    if (piece.start == Piece.UNKNOWN) {
      piece.start = Boundary.NONE;
    }
    piece.part = piece.dropped ? null : part;
    piece.ended = true;
    notifyAll();
  }

  private InputStream from(long offset) {
    return SharedStream.from(document, offset)
        .orElseThrow(() -> new UncheckedIOException(new IOException("cannot be shared")));
  }

  /** The first piece from that one on that is not the reporting thread's. */
  private long helped(long piece) {
    return piece % parting.threads() == 0 ? piece + 1 : piece;
  }

  private long begins(long piece) {
    return origin + piece * parting.part();
  }

  private long to(long piece) {
    return begins(piece + 1);
  }
}
