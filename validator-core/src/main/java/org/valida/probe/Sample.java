package org.valida.probe;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.valida.probe.Rows.Ente;

/**
 * The values that the filters are tried with.
 *
 * @param uf empty where there is none
 * @param municipio as the service writes it; empty where there is none
 * @param period 1 to 6
 */
record Sample(String uf, String municipio, int period) {

  /**
   * Takes them from the rows of a year: a município, if it can be of a state that has its own row
   * too, so that one request shows both. What the settings name goes before.
   */
  static Optional<Sample> of(Optional<Rows> rows, ProbeSettings settings) {
    if (rows.isEmpty()) {
      return settings.uf().isEmpty() && settings.municipio().isEmpty()
          ? Optional.empty()
          : Optional.of(new Sample(settings.uf(), settings.municipio(), 1));
    }
    var entes = rows.get().byEnte().keySet();
    var chosen =
        entes.stream()
            .filter(ente -> settings.uf().isEmpty() || ente.uf().equals(settings.uf()))
            .filter(ente -> settings.municipio().isEmpty() || is(ente, settings.municipio()))
            .max(
                Comparator.comparing((Ente ente) -> !ente.state())
                    .thenComparing(ente -> entes.contains(stateOf(ente))));
    return chosen.map(
        ente -> {
          long code = rows.get().byEnte().get(ente).municipio();
          var municipio = ente.state() ? "" : Long.toString(code);
          return new Sample(ente.uf(), municipio, ente.period());
        });
  }

  private static boolean is(Ente ente, String municipio) {
    return ente.municipio() == RowReader.sixDigits(Long.parseLong(municipio));
  }

  private static Ente stateOf(Ente ente) {
    return new Ente(ente.uf(), 0, ente.year(), ente.period());
  }

  /** The filters of a narrow request, without the year; empty where it cannot be made. */
  Map<String, String> filters(Purpose purpose) {
    var filters = new LinkedHashMap<String, String>();
    if (purpose == Purpose.UF && !uf.isEmpty()) {
      filters.put("sgl_uf", uf);
    }
    boolean ofMunicipio = purpose == Purpose.MUNICIPIO || purpose == Purpose.ENTE;
    if (ofMunicipio && !municipio.isEmpty()) {
      filters.put("cod_municipio", municipio);
    }
    if (purpose == Purpose.PERIOD || purpose == Purpose.ENTE && !filters.isEmpty()) {
      filters.put("num_periodo", Integer.toString(period));
    }
    return filters;
  }
}
