package org.valida.schema;

/** Turns the x- keywords of a contract into rules. Implemented where the rules are. */
public interface Vocabulary {

  /**
   * Gives the schema at hand the rules that its x- keywords ask for; called once its children are
   * compiled.
   */
  void apply(KeywordContext context);

  /** A vocabulary without keywords. */
  static Vocabulary none() {
    return context -> {};
  }
}
