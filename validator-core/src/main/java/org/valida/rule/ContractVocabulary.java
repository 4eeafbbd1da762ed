package org.valida.rule;

import org.valida.schema.KeywordContext;
import org.valida.schema.Vocabulary;

/**
 * The x- keywords of contracts, as docs/vocabulary.md describes them, each with the rule that it
 * becomes.
 */
public final class ContractVocabulary implements Vocabulary {

  @Override
  public void apply(KeywordContext schema) {
    NameKeywords.apply(schema);
    FormKeywords.apply(schema);
    MeaningKeywords.apply(schema);
    if (schema.isObject()) {
      ObjectKeywords.apply(schema);
    }
    if (schema.isArray()) {
      ListKeywords.apply(schema);
    }
  }
}
