package org.valida.server.consulta;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.valida.server.consulta.WrongParameter.Kind;
import org.valida.violation.NearestName;

/**
 * The query of a request, taken apart: known parameters, each once, those without a value left out.
 */
final class QueryString {

  private QueryString() {}

  /**
   * @param query as it came, without its question mark; empty if there was none
   */
  static Map<Parameter, String> parse(String query) throws WrongParameter {
    var values = new EnumMap<Parameter, String>(Parameter.class);
    for (var part : query.split("&", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      var name = decode(equals < 0 ? part : part.substring(0, equals));
      var value = equals < 0 ? "" : decode(part.substring(equals + 1));
      var parameter = Parameter.of(name);
      if (parameter.isEmpty()) {
        throw new WrongParameter(
            Kind.UNKNOWN, name, NearestName.of(name, Parameter.labels()).orElse(""));
      }
      if (value.isEmpty()) {
        continue;
      }
      if (!parameter.get().fits(value)) {
        throw new WrongParameter(Kind.MALFORMED, name, "");
      }
      if (values.put(parameter.get(), value) != null) {
        throw new WrongParameter(Kind.TWICE, name, "");
      }
    }
    return values;
  }

  private static String decode(String text) throws WrongParameter {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new WrongParameter(Kind.ENCODING, text, "");
    }
  }
}
