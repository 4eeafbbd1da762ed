package org.valida.rule;

import java.util.Optional;
import org.valida.json.JsonValue;
import org.valida.schema.KeywordContext;
import org.valida.schema.Vocabulary;

/** For schemas that are no contracts: what others call {@code x-...} there is theirs. */
public final class PlainVocabulary implements Vocabulary {

  @Override
  public void apply(KeywordContext schema) {
    MeaningKeywords.text(schema);
  }

  @Override
  public Optional<JsonValue> own(JsonValue schema, String keyword) {
    return Optional.empty();
  }
}
