package org.valida.violation;

import java.util.Map;
import java.util.Optional;

/**
 * One defect of a payload, as data. The sentence about it is made late, by {@link Messages}, in the
 * reader's language.
 *
 * <p>Whatever came from the payload is already masked here (see the privacy section of the README)
 * unless the run was told to show personal data.
 *
 * @param rule the rule that found it
 * @param severity the rule's own, or what the contract or the user made of it
 * @param variant which of the rule's messages fits, empty for the plain one; with the rule it names
 *     the text
 * @param arguments what the message speaks of, by name; strings and whole numbers only
 * @param pointer RFC 6901 pointer of the value, empty for the whole document
 * @param line from 1
 * @param column in code points, from 1
 * @param offset in bytes, from 0
 * @param clauseText the clause of the contract text, empty where there is none
 * @param valueText the value as written, shortened; null where there is none to show (an object, a
 *     missing attribute)
 * @param record the ente or record it is in, or {@link RecordRef#NONE}
 * @param excerpt the text around the place, or {@link Excerpt#NONE}
 */
public record Violation(
    Rule rule,
    Severity severity,
    String variant,
    Map<String, Object> arguments,
    String pointer,
    long line,
    long column,
    long offset,
    String clauseText,
    String valueText,
    RecordRef record,
    Excerpt excerpt) {

  public Violation {
    arguments = Map.copyOf(arguments);
  }

  /** The clause of the contract text, if there is one. */
  public Optional<String> clause() {
    return clauseText.isEmpty() ? Optional.empty() : Optional.of(clauseText);
  }

  /** The value as written, shortened and masked, if there is one to show. */
  public Optional<String> value() {
    return Optional.ofNullable(valueText);
  }

  /**
   * What names the ente or record to a person, such as {@code RS 4314902 2024/2}; empty where there
   * is none.
   */
  public String recordKey() {
    return record.label();
  }

  /** The same violation in its record, which is known once the record was read to its end. */
  public Violation inRecord(RecordRef known) {
    return new Violation(
        rule,
        severity,
        variant,
        arguments,
        pointer,
        line,
        column,
        offset,
        clauseText,
        valueText,
        known,
        excerpt);
  }

  /**
   * A short piece of the line around the place, safe to print.
   *
   * @param text at most 80 characters, without control, escape or bidi characters, masked
   * @param start index in {@code text} of the first character of the place, in UTF-16 units
   * @param length how many characters to underline, at least 1 where there is a text
   */
  public record Excerpt(String text, int start, int length) {
    /** Nothing to show. */
    public static final Excerpt NONE = new Excerpt("", 0, 0);

    public boolean isEmpty() {
      return text.isEmpty();
    }
  }
}
