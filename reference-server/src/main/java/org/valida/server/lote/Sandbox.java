package org.valida.server.lote;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.valida.report.Phrases;
import org.valida.server.lote.RefusedLote.Reason;

/**
 * Takes lotes, checks one after the other in the background, and says what came of them. A lote's
 * records are forgotten once it is checked; what errors name of them is kept, in memory unless
 * there is a store. Thread-safe.
 */
public final class Sandbox implements AutoCloseable {

  /** Of one body. */
  public static final long MOST_BYTES = 16 << 20;

  /** Of all bodies that are read, wait or are checked. */
  private static final long ROOM = 48 << 20;

  /** Lotes that wait; no more are taken. */
  private static final int MOST_WAITING = 100;

  /** Lotes that are remembered. */
  private static final int MOST_LOTES = 1_000;

  /** Of all lotes that are remembered. */
  private static final long SHELF = 32 << 20;

  private final LoteStore store;
  private final Clock clock;
  private final Consumer<Throwable> trouble;
  private final Phrases phrases;
  private final LoteCheck check;
  private final Room room = new Room(ROOM);
  private final Shelf shelf = new Shelf(MOST_LOTES, SHELF);
  private final ExecutorService worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MOST_WAITING),
          work -> {
            var thread = new Thread(work, "lotes");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param language of the sentences about errors, {@code pt} or {@code en}
   * @param clock for when a lote came
   * @param trouble is told of what goes wrong here and not with a lote
   */
  public Sandbox(String language, Clock clock, Checking checking, Consumer<Throwable> trouble) {
    this(language, clock, checking, trouble, LoteStore.none());
  }

  /**
   * The same with lotes that outlive it. Those that were not through when it ended have failed:
   * their records are gone.
   */
  public Sandbox(
      String language,
      Clock clock,
      Checking checking,
      Consumer<Throwable> trouble,
      LoteStore store) {
    this.store = store;
    this.clock = clock;
    this.trouble = trouble;
    this.phrases = Phrases.read(Sandbox.class, "/org/valida/server/lotes", language);
    this.check = new LoteCheck(checking, phrases);
    for (var lote : store.all()) {
      keep(
          lote.status().isEnd()
              ? lote
              : lote.ended(List.of(new LoteError(phrases.text("lote.interrupted"), Map.of()))));
    }
  }

  /** Remembers a lote, here and where it outlives the server. */
  private void keep(Lote lote) {
    var forgotten = shelf.put(lote);
    store.put(lote);
    forgotten.forEach(old -> store.remove(old.id()));
  }

  /** The same where nobody waits for it: what fails is told, and the lote is remembered here. */
  private void keepOrTell(Lote lote) {
    try {
      keep(lote);
    } catch (RuntimeException e) {
      trouble.accept(e);
    }
  }

  /**
   * Takes a lote, which is checked later.
   *
   * @param account whose key it came with
   * @throws IOException if the body cannot be read
   */
  public Lote receive(String account, Operation operation, InputStream in)
      throws IOException, RefusedLote {
    var body = Body.read(in, MOST_BYTES, room);
    boolean taken = false;
    try {
      if (!LoteCheck.isList(body)) {
        throw new RefusedLote(Reason.UNPROCESSABLE, check.complaint(operation, body));
      }
      var lote = Lote.sent(account, operation.subject(), clock.instant());
      // Before the worker, which puts the later states in its place.
      try {
        keep(lote);
        worker.execute(() -> work(operation, lote, body));
      } catch (RejectedExecutionException e) {
        shelf.remove(lote);
        store.remove(lote.id());
        throw new RefusedLote(Reason.BUSY);
      } catch (RuntimeException e) {
        shelf.remove(lote);
        throw e;
      }
      taken = true;
      return lote;
    } finally {
      if (!taken) {
        body.close();
      }
    }
  }

  private void work(Operation operation, Lote lote, Body body) {
    try (body) {
      keepOrTell(lote.underWay());
      keepOrTell(lote.ended(check.errors(operation, body)));
    } catch (CancellationException e) {
      // The server stops.
    } catch (RuntimeException e) {
      trouble.accept(e);
      keepOrTell(lote.ended(List.of(new LoteError(phrases.text("lote.failed"), Map.of()))));
    }
  }

  /** A lote of that account, if it is still remembered. */
  public Optional<Lote> find(String account, Subject subject, UUID id) {
    return shelf
        .find(id)
        .filter(lote -> lote.subject() == subject && lote.account().equals(account));
  }

  /** The lotes of an account, in the order they came. */
  public List<Lote> list(String account, Subject subject) {
    return shelf.of(account, subject);
  }

  /** Ends the check that is under way; what waits is not checked any more. */
  @Override
  public void close() {
    worker.shutdownNow();
  }
}
