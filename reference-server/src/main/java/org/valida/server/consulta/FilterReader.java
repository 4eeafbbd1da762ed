package org.valida.server.consulta;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.valida.server.consulta.WrongParameter.Kind;

/** Reads the query of a request as the filter it means (MCE 4.1, 5.3). */
public final class FilterReader {

  private final Municipios municipios;

  public FilterReader(Municipios municipios) {
    this.municipios = municipios;
  }

  /**
   * @param query as it came, without its question mark; empty if there was none
   * @throws WrongParameter for the first parameter that the manual does not allow
   */
  public Filter read(Method method, String query) throws WrongParameter {
    var values = QueryString.parse(query);
    var filter =
        new Filter(
            number(values, Parameter.NUM_ANO),
            Optional.ofNullable(values.get(Parameter.SGL_UF)),
            territory(values),
            number(values, Parameter.NUM_PERIODO),
            moment(method, values, Parameter.DAT_INICIO),
            moment(method, values, Parameter.DAT_FIM));
    return method == Method.RETIFICADORA ? withInterval(filter) : withYear(filter);
  }

  /** MCE 4.1: of all parameters only num_ano has to be there. */
  private static Filter withYear(Filter filter) throws WrongParameter {
    if (filter.numAno().isEmpty()) {
      throw new WrongParameter(Kind.MISSING, Parameter.NUM_ANO.label(), "");
    }
    return filter;
  }

  /** MCE 5.3 asks for an interval and names no year; one of the two keeps the answer finite. */
  private static Filter withInterval(Filter filter) throws WrongParameter {
    var from = filter.rectifiedFrom();
    var to = filter.rectifiedTo();
    if (from.isEmpty() && to.isEmpty() && filter.numAno().isEmpty()) {
      throw new WrongParameter(Kind.MISSING, Parameter.DAT_INICIO.label(), "");
    }
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new WrongParameter(Kind.REVERSED, Parameter.DAT_FIM.label(), "");
    }
    return filter;
  }

  private static OptionalInt number(Map<Parameter, String> values, Parameter parameter) {
    var value = values.get(parameter);
    return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  private Territory territory(Map<Parameter, String> values) {
    var value = values.get(Parameter.COD_MUNICIPIO);
    return value == null ? new Territory.Everywhere() : municipios.territory(new BigInteger(value));
  }

  /** The other methods have no such parameter, so there it is ignored as cod_tc is. */
  private static Optional<LocalDateTime> moment(
      Method method, Map<Parameter, String> values, Parameter parameter) throws WrongParameter {
    var value = values.get(parameter);
    if (value == null || method != Method.RETIFICADORA) {
      return Optional.empty();
    }
    var moment = Moment.ofParameter(value);
    if (moment.isEmpty()) {
      throw new WrongParameter(Kind.MALFORMED, parameter.label(), "");
    }
    return moment;
  }
}
