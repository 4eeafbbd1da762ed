package org.valida.text;

import java.util.Optional;

/** The drafts of JSON Schema that the engine knows, each named by the URI of its meta-schema. */
public enum Draft {
  DRAFT4("http://json-schema.org/draft-04/schema#"),
  DRAFT6("http://json-schema.org/draft-06/schema#"),
  DRAFT7("http://json-schema.org/draft-07/schema#");

  private final String metaSchema;

  Draft(String metaSchema) {
    this.metaSchema = metaSchema;
  }

  /**
   * The URI of the meta-schema as the draft writes it in {@code $schema}, with its empty fragment.
   */
  public String metaSchema() {
    return metaSchema;
  }

  /** The draft that a {@code $schema} value names, written with or without the empty fragment. */
  public static Optional<Draft> ofMetaSchema(String uri) {
    for (var draft : values()) {
      var bare = draft.metaSchema.substring(0, draft.metaSchema.length() - 1);
      if (uri.equals(draft.metaSchema) || uri.equals(bare)) {
        return Optional.of(draft);
      }
    }
    return Optional.empty();
  }
}
