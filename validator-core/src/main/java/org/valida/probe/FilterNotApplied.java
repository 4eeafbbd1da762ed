package org.valida.probe;

import org.valida.violation.Violation;

/** {@code filter-not-applied}: a row comes back that the filters exclude (MCE 4.1). */
final class FilterNotApplied implements Check {

  @Override
  public String rule() {
    return "filter-not-applied";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    boolean tried = false;
    for (var exchange : evidence.exchanges()) {
      var purpose = exchange.purpose();
      tried |= purpose.narrow() && exchange.content().isPresent();
      // cod_municipio=-1 has a check of its own.
      var outside = exchange.content().flatMap(Content::outside);
      if (outside.isPresent() && purpose != Purpose.STATES) {
        return Check.failed(
            exchange,
            Phrase.plain(outside.get().recordKey()),
            Phrase.plain(filters(outside.get())));
      }
    }
    return tried ? Check.passed() : Check.skipped(evidence.noRows());
  }

  private static String filters(Violation violation) {
    return String.valueOf(violation.arguments().getOrDefault("filters", ""));
  }
}
