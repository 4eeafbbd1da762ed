package org.valida.server.lote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.valida.Contract;
import org.valida.ViolationHandler;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonStop;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.report.Phrases;
import org.valida.violation.Messages;
import org.valida.violation.Severity;

/** What the core finds in a lote, as errors of its records. */
final class LoteCheck {

  /** Of one lote; the last then says how many more there are. */
  static final int MOST_ERRORS = 10_000;

  private record Found(long record, String sentence) {}

  private final Checking checking;
  private final Messages messages;
  private final Phrases phrases;

  LoteCheck(Checking checking, Phrases phrases) {
    this.checking = checking;
    this.messages = Messages.of(phrases.language());
    this.phrases = phrases;
  }

  /** Whether the body is a JSON list with something in it, to its last byte. */
  static boolean isList(Body body) {
    var cursor = Utf8Cursor.over(body.open(), Limits.defaults());
    try {
      if (cursor.next() != Token.START_ARRAY || cursor.next() == Token.END_ARRAY) {
        return false;
      }
      while (cursor.token() != Token.END) {
        cursor.next();
      }
      return true;
    } catch (JsonStop e) {
      return false;
    }
  }

  /** What is wrong with a body that is no list of records: what ends the reading comes last. */
  String complaint(Operation operation, Body body) {
    var last = new AtomicReference<>(phrases.text("lote.unprocessable"));
    run(operation, body, violation -> last.set(messages.message(violation)));
    return last.get();
  }

  /** The violations of severity error, record by record. */
  List<LoteError> errors(Operation operation, Body body) {
    var found = new ArrayList<Found>();
    long more = check(operation, body, found);
    var records = new TreeSet<Long>();
    found.forEach(each -> records.add(each.record()));
    records.remove(0L);
    var keys = RecordKeys.read(body.open(), operation.subject().keys(), records);
    var errors = new ArrayList<LoteError>();
    for (var each : found) {
      errors.add(new LoteError(each.sentence(), keys.getOrDefault(each.record(), Map.of())));
    }
    if (more > 0) {
      errors.add(new LoteError(phrases.counted("lote.more", more), Map.of()));
    }
    return errors;
  }

  /** Returns how many more there are than fit. */
  private long check(Operation operation, Body body, List<Found> found) {
    var more = new AtomicLong();
    run(
        operation,
        body,
        violation -> {
          if (found.size() < MOST_ERRORS) {
            found.add(new Found(violation.record().number(), messages.message(violation)));
          } else {
            more.incrementAndGet();
          }
        });
    return more.get();
  }

  private void run(Operation operation, Body body, ViolationHandler errors) {
    try {
      checking.check(
          Contract.of(operation.contract()),
          body.open(),
          violation -> {
            if (violation.severity() == Severity.ERROR) {
              errors.found(violation);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
