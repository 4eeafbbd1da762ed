package org.valida.server.roundtrip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.valida.server.consulta.Parameter;

/**
 * Whose row it is, as texts in one form: a município by its 7 digits, a state by none, whatever way
 * the row writes them. What is no such code stays as written.
 */
record RowKey(String sglUf, String codMunicipio, String numAno, String numPeriodo) {

  /** The attributes that make it, in the order of the manual. */
  static final List<String> ATTRIBUTES =
      Stream.of(Parameter.SGL_UF, Parameter.COD_MUNICIPIO, Parameter.NUM_ANO, Parameter.NUM_PERIODO)
          .map(Parameter::label)
          .toList();

  static final String COD_MUNICIPIO = Parameter.COD_MUNICIPIO.label();

  boolean isState() {
    return codMunicipio.isEmpty();
  }

  Map<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    var parts = List.of(sglUf, codMunicipio, numAno, numPeriodo);
    for (int i = 0; i < parts.size(); i++) {
      values.put(ATTRIBUTES.get(i), parts.get(i));
    }
    return values;
  }

  /** The attributes in which they differ. */
  List<String> differences(RowKey other) {
    var theirs = other.values();
    var mine = values();
    return ATTRIBUTES.stream().filter(name -> !mine.get(name).equals(theirs.get(name))).toList();
  }

  /** As reports name an ente: {@code RS 4314902 2024/2}. */
  String label() {
    return sglUf + (isState() ? "" : " " + codMunicipio) + " " + numAno + "/" + numPeriodo;
  }
}
