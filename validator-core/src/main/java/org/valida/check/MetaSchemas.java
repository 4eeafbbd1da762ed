package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.valida.json.JsonValue;
import org.valida.json.Limits;

/**
 * The meta-schemas of the drafts, served from the jar, so that nothing is fetched over the network.
 */
public final class MetaSchemas {

  private static final Map<String, String> FILES =
      Map.of(
          "http://json-schema.org/draft-04/schema", "draft-04.json",
          "http://json-schema.org/draft-06/schema", "draft-06.json",
          "http://json-schema.org/draft-07/schema", "draft-07.json");

  private MetaSchemas() {}

  /** The meta-schema of that URI. */
  public static Optional<JsonValue> find(String uri) {
    var file = FILES.get(uri);
    if (file == null) {
      return Optional.empty();
    }
    try (InputStream in =
        MetaSchemas.class.getResourceAsStream("/org/valida/metaschemas/" + file)) {
      return Optional.of(JsonValue.read(in, Limits.defaults()));
    } catch (IOException e) {
      throw new IllegalStateException("the built-in " + file + " cannot be read", e);
    }
  }
}
