package org.valida.probe;

import java.util.Map;
import org.valida.probe.Rows.Ente;

/**
 * {@code filter-lost-rows}: a row of the whole year is absent, or has fewer items, under a filter
 * that includes it (MCE 4.1).
 */
final class FilterLostRows implements Check {

  @Override
  public String rule() {
    return "filter-lost-rows";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    var all = evidence.rows();
    boolean tried = false;
    for (var exchange : evidence.exchanges()) {
      var narrow = exchange.rows();
      if (all.isEmpty() || narrow.isEmpty() || !exchange.purpose().narrow()) {
        continue;
      }
      tried = true;
      for (var row : all.get().byEnte().entrySet()) {
        var ente = row.getKey();
        if (!included(ente, exchange.filters())) {
          continue;
        }
        var there = narrow.get().byEnte().get(ente);
        if (there == null || there.items() < row.getValue().items()) {
          var rows = narrow.get().byEnte().size();
          return Check.failed(
              exchange,
              there == null
                  ? new Phrase("found.rows", Map.of("rows", rows))
                  : items(ente, there.items()),
              there == null ? Phrase.plain(ente.label()) : items(ente, row.getValue().items()));
        }
      }
    }
    return tried ? Check.passed() : Check.skipped(evidence.noRows());
  }

  private static Phrase items(Ente ente, long items) {
    return new Phrase("found.items", Map.of("ente", ente.label(), "items", items));
  }

  private static boolean included(Ente ente, Map<String, String> filters) {
    return filters.entrySet().stream()
        .allMatch(
            filter ->
                switch (filter.getKey()) {
                  case "sgl_uf" -> ente.uf().equals(filter.getValue());
                  case "cod_municipio" ->
                      ente.municipio() == RowReader.sixDigits(Long.parseLong(filter.getValue()));
                  case "num_ano" -> ente.year() == Integer.parseInt(filter.getValue());
                  case "num_periodo" -> ente.period() == Integer.parseInt(filter.getValue());
                  default -> true;
                });
  }
}
