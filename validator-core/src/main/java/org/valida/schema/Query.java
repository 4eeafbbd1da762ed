package org.valida.schema;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.valida.violation.NearestName;

/**
 * The filters of a request of MCE 4.1, as text, checked for their form. {@code cod_tc} and the
 * parameters of the retificadora are accepted and filter nothing; empty parameters are left out.
 *
 * @param filters name to value, in the order of the query
 */
public record Query(Map<String, String> filters) {

  private static final java.util.Set<String> KNOWN =
      java.util.Set.of(
          "cod_tc",
          "sgl_uf",
          "cod_municipio",
          "num_ano",
          "num_periodo",
          "dat_consulta",
          "dat_inicio",
          "dat_fim");

  /** A query that no request of the manual has. */
  public static final class Problem extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** What is wrong: a stable word. */
    private final String kind;

    private final String name;
    private final String value;
    private final String suggestion;

    Problem(String kind, String name, String value, String suggestion) {
      super(
          switch (kind) {
            case "unknown" ->
                "unknown query parameter "
                    + name
                    + (suggestion.isEmpty() ? "" : "; did you mean " + suggestion + "?");
            case "twice" -> "query parameter " + name + " is given twice";
            default -> "query parameter " + name + " has the malformed value " + value;
          });
      this.kind = kind;
      this.name = name;
      this.value = value;
      this.suggestion = suggestion;
    }

    /** {@code unknown}, {@code malformed} or {@code twice}. */
    public String kind() {
      return kind;
    }

    public String name() {
      return name;
    }

    public String value() {
      return value;
    }

    /** The nearest known name, empty if none is near. */
    public String suggestion() {
      return suggestion;
    }
  }

  public Query {
    filters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(filters));
  }

  /**
   * Reads a query string, with or without its {@code ?}, or a whole URL.
   *
   * @throws Problem if a name is unknown or repeated, or a value malformed
   */
  public static Query parse(String text) {
    int mark = text.indexOf('?');
    var query = mark >= 0 ? text.substring(mark + 1) : text;
    int hash = query.indexOf('#');
    var filters = new LinkedHashMap<String, String>();
    for (var part : (hash >= 0 ? query.substring(0, hash) : query).split("&", -1)) {
      if (part.isBlank()) {
        continue;
      }
      int equals = part.indexOf('=');
      var name = decode(equals < 0 ? part : part.substring(0, equals));
      var value = equals < 0 ? "" : decode(part.substring(equals + 1));
      if (!KNOWN.contains(name)) {
        throw new Problem("unknown", name, value, NearestName.of(name, KNOWN).orElse(""));
      }
      if (value.isEmpty()) {
        continue;
      }
      if (!wellFormed(name, value)) {
        throw new Problem("malformed", name, value, "");
      }
      if (filters.put(name, value) != null) {
        throw new Problem("twice", name, value, "");
      }
    }
    filters.keySet().removeIf(name -> name.equals("cod_tc") || name.startsWith("dat_"));
    return new Query(filters);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.strip(), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Problem("malformed", text, text, "");
    }
  }

  private static boolean wellFormed(String name, String value) {
    return switch (name) {
      case "sgl_uf" -> value.matches("[A-Z]{2}");
      case "num_ano" -> value.matches("[0-9]{4}");
      case "num_periodo" -> value.matches("[1-6]");
      case "cod_municipio" -> value.matches("-?[0-9]{1,18}");
      default -> true;
    };
  }

  /** The value of a filter, if the query has it. */
  public Optional<String> filter(String name) {
    return Optional.ofNullable(filters.get(name));
  }
}
