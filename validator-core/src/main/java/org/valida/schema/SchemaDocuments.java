package org.valida.schema;

import java.util.Optional;
import org.valida.json.JsonValue;

/**
 * Where the documents that a {@code $ref} names come from. Never the network unless the user asked
 * for it.
 */
@FunctionalInterface
public interface SchemaDocuments {

  /** The document of that absolute URI without its fragment; empty if it cannot be had. */
  Optional<JsonValue> find(String uri);
}
