package org.valida.server.roundtrip;

/** A difference between what a payload says and what an answer says. */
sealed interface Gap {

  /** The request that showed it. */
  Question question();

  /** The payload it is reported in. */
  Held payload();

  /** About a row of the payload. */
  sealed interface OfRow extends Gap {
    Entry entry();

    @Override
    default Held payload() {
      return entry().payload();
    }
  }

  /** A row that did not come back. */
  record Lost(Entry entry, Question question) implements OfRow {}

  /** A row that came back as another. */
  record Changed(Entry entry, Row found, Question question) implements OfRow {}

  /** A row that came back although the filter leaves it out. */
  record Unasked(Entry entry, Question question) implements OfRow {}

  /** A row that came back more often than it was loaded. */
  record Repeated(Entry entry, Question question) implements OfRow {}

  /** A row that came from nowhere. */
  record Added(Held payload, RowKey key, Question question) implements Gap {}
}
