package org.valida.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.LongAdder;
import org.valida.Contract;
import org.valida.Valida;
import org.valida.schema.Query;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * Reads the body of an answer once: the contract is checked and the rows are noted while it comes,
 * so that no answer is ever held.
 */
final class AnswerReader {

  private static final int MOST_SHOWN = 10;
  private static final String OUTSIDE = "query-mismatch";

  /**
   * @param filters of the request that it answers
   * @throws NoAnswerException if it broke off
   */
  Content read(String method, Map<String, String> filters, InputStream body)
      throws NoAnswerException {
    var shown = new ArrayList<Violation>();
    var outside = new ArrayList<Violation>();
    var errors = new LongAdder();
    var query = new LinkedHashMap<>(filters);
    query.keySet().removeIf(name -> name.startsWith("dat_") || name.equals("cod_tc"));
    var valida = Valida.builder().query(new Query(query)).build();
    Optional<Rows> rows;
    try {
      var twin = new Twin(body);
      var reading = rowsOf(twin.second());
      try (twin) {
        valida.check(
            Contract.of("mce/" + method),
            twin,
            violation -> {
              if (violation.rule().id().equals(OUTSIDE)) {
                add(outside, violation);
              } else if (violation.severity() == Severity.ERROR) {
                errors.increment();
                add(shown, violation);
              }
            });
      }
      rows = reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (IOException e) {
      throw new NoAnswerException("broken-off");
    }
    return new Content(rows, errors.longValue(), shown, outside.stream().findFirst());
  }

  private static void add(List<Violation> violations, Violation violation) {
    if (violations.size() < MOST_SHOWN) {
      violations.add(violation);
    }
  }

  private static FutureTask<Optional<Rows>> rowsOf(InputStream second) {
    var task =
        new FutureTask<>(
            () -> {
              var rows = RowReader.read(second);
              // The rest, so that the other reader is not held up.
              second.transferTo(OutputStream.nullOutputStream());
              return rows;
            });
    var thread = new Thread(task, "valida-rows");
    thread.setDaemon(true);
    thread.start();
    return task;
  }
}
