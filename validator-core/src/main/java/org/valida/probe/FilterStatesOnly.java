package org.valida.probe;

import java.util.Optional;
import java.util.function.Predicate;
import org.valida.probe.Rows.Ente;

/** {@code filter-states-only}: cod_municipio=-1 answers anything but the states' rows (MCE 4.1). */
final class FilterStatesOnly implements Check {

  @Override
  public String rule() {
    return "filter-states-only";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    var exchange = evidence.of(Purpose.STATES);
    var states = exchange.flatMap(Exchange::rows);
    var all = evidence.rows();
    if (states.isEmpty() || all.isEmpty()) {
      return Check.skipped(evidence.noRows());
    }
    var other = first(states.get(), ente -> !ente.state());
    if (other.isPresent()) {
      return Check.failed(
          exchange.get(), Phrase.plain(other.get().label()), Phrase.of("expected.states"));
    }
    var year = exchange.get().filters().get("num_ano");
    var missing =
        first(
            all.get(),
            ente ->
                ente.state()
                    && String.valueOf(ente.year()).equals(year)
                    && !states.get().byEnte().containsKey(ente));
    if (missing.isPresent()) {
      return Check.failed(
          exchange.get(),
          new Phrase("found.rows", java.util.Map.of("rows", states.get().byEnte().size())),
          Phrase.plain(missing.get().label()));
    }
    return states.get().isEmpty() ? Check.skipped(Phrase.of("skip.no-states")) : Check.passed();
  }

  private static Optional<Ente> first(Rows rows, Predicate<Ente> which) {
    return rows.byEnte().keySet().stream().filter(which).findFirst();
  }
}
