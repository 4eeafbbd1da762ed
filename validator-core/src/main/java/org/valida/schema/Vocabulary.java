package org.valida.schema;

import java.util.Optional;
import org.valida.json.JsonValue;

/** Turns the x- keywords of a contract into rules. Implemented where the rules are. */
public interface Vocabulary {

  /**
   * Gives the schema at hand the rules that its x- keywords ask for; called once its children are
   * compiled.
   */
  void apply(KeywordContext context);

  /**
   * A keyword that belongs to the vocabulary, if the schema has it. Another vocabulary may use the
   * same name for itself.
   */
  default Optional<JsonValue> own(JsonValue schema, String keyword) {
    return schema.member(keyword);
  }
}
