package org.valida.session;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.valida.schema.SchemaException;
import org.valida.violation.Failure;
import org.valida.violation.NearestName;

/** Makes the exceptions of this package. */
final class Refusal {

  private Refusal() {}

  static RequestException of(String kind, Map<String, Object> arguments) {
    return new RequestException(new Failure(kind, "", arguments));
  }

  /** A name that nothing has, with the nearest that something has. */
  static RequestException unknown(String kind, String name, Collection<String> known) {
    var arguments = new HashMap<String, Object>(Map.of("name", name));
    NearestName.of(name, known).ifPresent(nearest -> arguments.put("suggestion", nearest));
    return of(kind, arguments);
  }

  /** A schema that cannot be used, and where in its file it is wrong. */
  static RequestException brokenSchema(SchemaException e) {
    var place = e.line() > 0 ? e.file() + ":" + e.line() + ":" + e.column() : e.file();
    return of("schema-broken", Map.of("place", place, "problem", String.valueOf(e.getMessage())));
  }

  static RequestException brokenContracts(Path folder, RuntimeException e) {
    return of(
        "contracts-folder-broken",
        Map.of("folder", folder.toString(), "problem", String.valueOf(e.getMessage())));
  }
}
