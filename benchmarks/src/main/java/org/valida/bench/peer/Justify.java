package org.valida.bench.peer;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.leadpony.justify.api.JsonValidationService;

/** A payload with Justify, which validates the stream of tokens and builds no tree. */
public final class Justify {

  private Justify() {}

  /** {@code Justify SCHEMA FILE}. */
  public static void main(String[] args) {
    var service = JsonValidationService.newInstance();
    var schema = service.readSchema(Path.of(args[0]));
    var errors = new AtomicLong();
    try (var parser =
        service.createParser(
            Path.of(args[1]), schema, problems -> errors.addAndGet(problems.size()))) {
      while (parser.hasNext()) {
        parser.next();
      }
    }
    Verdict.tell(errors.get());
  }
}
