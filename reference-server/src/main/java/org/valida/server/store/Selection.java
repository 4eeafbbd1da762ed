package org.valida.server.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.server.consulta.EnteKey;
import org.valida.server.consulta.Filter;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Territory;

/**
 * A filter as conditions of SQL. The text is made of constants only; whatever came from a request
 * is bound.
 *
 * @param conditions to be joined by {@code and}
 * @param bindings of the names in them
 */
record Selection(List<String> conditions, Map<String, Object> bindings) {

  static Selection of(Method method, Filter filter) {
    var selection = new Selection(new ArrayList<>(), new HashMap<>());
    if (method == Method.RETIFICADORA) {
      filter.rectifiedFrom().ifPresent(from -> selection.and("dat_retificacao >= :de", "de", from));
      filter.rectifiedTo().ifPresent(to -> selection.and("dat_retificacao <= :ate", "ate", to));
    } else {
      selection.and("metodo = :metodo", "metodo", method.label());
    }
    filter.numAno().ifPresent(year -> selection.and("num_ano = :num_ano", "num_ano", year));
    filter.sglUf().ifPresent(uf -> selection.and("sgl_uf = :sgl_uf", "sgl_uf", uf));
    filter
        .numPeriodo()
        .ifPresent(period -> selection.and("num_periodo = :num_periodo", "num_periodo", period));
    selection.and(filter.territory());
    return selection;
  }

  private void and(Territory territory) {
    if (territory instanceof Territory.Municipio one) {
      municipio(one.code());
    } else if (territory instanceof Territory.States) {
      municipio(EnteKey.STATE);
    } else if (territory instanceof Territory.WholeState whole) {
      municipio(EnteKey.STATE);
      and("sgl_uf = :estado", "estado", whole.uf());
    } else if (territory instanceof Territory.Nowhere) {
      conditions.add("1 = 0");
    }
  }

  private void municipio(int code) {
    and("cod_municipio = :cod_municipio", "cod_municipio", code);
  }

  private void and(String condition, String name, Object value) {
    conditions.add(condition);
    bindings.put(name, value);
  }

  /** The rows of this selection that come after that one in the order of answers. */
  Selection after(Entry last) {
    var rest = new Selection(new ArrayList<>(conditions), new HashMap<>(bindings));
    // This says nothing that the next condition does not, but lets H2 skip what was answered.
    rest.conditions.add(
        bindings.containsKey("num_ano") ? "sgl_uf >= :last_uf" : "num_ano >= :last_ano");
    rest.conditions.add(
        "(num_ano, sgl_uf, cod_municipio, num_periodo, id)"
            + " > (:last_ano, :last_uf, :last_municipio, :last_periodo, :last_id)");
    rest.bindings.put("last_ano", last.key().numAno());
    rest.bindings.put("last_uf", last.key().sglUf());
    rest.bindings.put("last_municipio", last.key().codMunicipio());
    rest.bindings.put("last_periodo", last.key().numPeriodo());
    rest.bindings.put("last_id", last.id());
    return rest;
  }

  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** A row that was answered. */
  record Entry(long id, EnteKey key) {}
}
