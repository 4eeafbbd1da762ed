package org.valida.report;

/** Where the sentences of the reports themselves stand. */
final class ReportPhrases {

  private ReportPhrases() {}

  static Phrases in(String language) {
    return Phrases.read(ReportPhrases.class, "/org/valida/check/report", language);
  }
}
