package org.valida.server.load;

import java.util.List;
import org.valida.Valida;
import org.valida.check.HashedSource;
import org.valida.check.Source;
import org.valida.server.consulta.Method;
import org.valida.server.load.LoadResult.InOrder;
import org.valida.server.load.LoadResult.Invalid;
import org.valida.server.load.LoadResult.Reason;
import org.valida.server.load.LoadResult.Refused;
import org.valida.server.load.LoadResult.Unchecked;
import org.valida.violation.Verdict;

/** Checks payloads, all of each, before anything is done with them. */
public final class Inspector {

  private final Valida valida;

  public Inspector(Valida valida) {
    this.valida = valida;
  }

  /** Says that it is {@link InOrder}, or why it is not. */
  public LoadResult inspect(Source source) {
    if (!source.rereadable()) {
      return new Refused(source.path(), Reason.NO_FILE);
    }
    if (source.lines()) {
      return new Refused(source.path(), Reason.LINES);
    }
    var checked = new HashedSource(source);
    var result = valida.run(List.of(checked), (path, violation) -> {}).files().get(0);
    if (result.failure().isPresent()) {
      return new Unchecked(result.failure().get());
    }
    if (result.verdict() != Verdict.VALID) {
      return new Invalid(result);
    }
    return result
        .contract()
        .flatMap(Method::ofContract)
        .<LoadResult>map(method -> new InOrder(source.path(), method, checked.sha256()))
        .orElseGet(() -> new Refused(source.path(), Reason.NO_CONSULTA));
  }
}
