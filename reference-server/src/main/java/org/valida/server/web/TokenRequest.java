package org.valida.server.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.valida.json.JsonStop;
import org.valida.json.JsonValue;
import org.valida.json.Limits;

/**
 * The body of a request for a token.
 *
 * @param values by name
 */
record TokenRequest(Map<String, String> values) {

  /**
   * Reads a body.
   *
   * @param contentType of the request, null where it says none
   * @return empty if it is neither an object of JSON whose members are texts nor a form
   */
  static Optional<TokenRequest> read(String contentType, byte[] body) {
    var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    try {
      return Optional.of(
          new TokenRequest(
              type.startsWith("application/x-www-form-urlencoded") ? form(body) : json(body)));
    } catch (JsonStop | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> json(byte[] body) {
    var document = JsonValue.read(body, Limits.defaults());
    var values = new HashMap<String, String>();
    document.members().forEach((name, value) -> values.put(name, value.string()));
    return values;
  }

  private static Map<String, String> form(byte[] body) {
    var values = new HashMap<String, String>();
    for (var field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        values.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The value of that name, empty where there is none. */
  String get(String name) {
    return values.getOrDefault(name, "");
  }

  Optional<String> firstMissing(String... names) {
    return Stream.of(names).filter(name -> get(name).isEmpty()).findFirst();
  }

  @Override
  public String toString() {
    return "***";
  }
}
