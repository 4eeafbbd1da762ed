package org.valida.schema;

import java.nio.charset.StandardCharsets;
import org.valida.json.JsonCursor;

/**
 * The value the cursor stands on, as it has been read so far. Rules read it and, where they know
 * how the value was meant, say so here. One instance is reused for every value; nothing may keep
 * it.
 */
public final class Value {

  /** JSON types, as bits of a mask. */
  public static final int NULL = 1;

  public static final int BOOLEAN = 2;
  public static final int INTEGER = 4;
  public static final int NUMBER = 8;
  public static final int STRING = 16;
  public static final int ARRAY = 32;
  public static final int OBJECT = 64;
  public static final int ANY = 127;

  /** What a value was read as, beyond its JSON type. */
  public enum Meaning {
    /** Nothing more than its text. */
    NONE,
    /** {@link Value#number} is a whole number. */
    NUMBER,
    /** {@link Value#number} is an amount in cents, or another unit of the contract's scale. */
    AMOUNT,
    /** {@link Value#number} is a text code, packed. */
    CODE,
    /** {@link Value#number} is the eleven digits of a CPF or NIS. */
    PERSON,
    /** {@link Value#number} is a day, counted from 1970-01-01. */
    DAY
  }

  private JsonCursor cursor;
  private int type;
  private Meaning meaning = Meaning.NONE;
  private long number;
  private byte[] decoded;
  private CodeRow row = CodeRow.NONE;
  private RuleUse formWarning;
  private RuleUse otherWarning;
  private Object[] formArguments = {};
  private Object[] otherArguments = {};
  private String formVariant = "";
  private String otherVariant = "";
  private boolean formWarned;
  private boolean doubtful;
  private boolean whole;
  private boolean numeric;

  void read(JsonCursor at) {
    cursor = at;
    meaning = Meaning.NONE;
    row = CodeRow.NONE;
    decoded = null;
    formWarning = null;
    otherWarning = null;
    formWarned = false;
    doubtful = false;
    whole = false;
    number = 0;
    numeric = false;
    type =
        switch (at.token()) {
          case NULL -> NULL;
          case TRUE, FALSE -> BOOLEAN;
          case STRING -> STRING;
          case NUMBER -> readNumber();
          case START_ARRAY -> ARRAY;
          case START_OBJECT -> OBJECT;
          default -> throw new IllegalStateException("not on a value but on " + at.token());
        };
  }

  private int readNumber() {
    numeric = true;
    if (!cursor.integral()) {
      return NUMBER;
    }
    byte[] bytes = cursor.buffer();
    int at = cursor.start();
    int end = cursor.end();
    boolean negative = bytes[at] == '-';
    if (negative) {
      at++;
    }
    if (end - at <= 18) {
      long read = 0;
      for (; at < end; at++) {
        read = read * 10 + (bytes[at] - '0');
      }
      number = negative ? -read : read;
      meaning = Meaning.NUMBER;
    }
    whole = true;
    return INTEGER;
  }

  public JsonCursor cursor() {
    return cursor;
  }

  /**
   * One of the type bits: what the value counts as; {@link #INTEGER} for a number without fraction.
   */
  public int type() {
    return type;
  }

  /** The decoded text of a string, the raw text of anything else. Allocates. */
  public String text() {
    return cursor.text();
  }

  /**
   * The bytes, in UTF-8 and without escapes, that {@link #from} and {@link #to} index: of the
   * content of a text, or of a number.
   */
  public byte[] bytes() {
    if (!cursor.escaped()) {
      return cursor.buffer();
    }
    if (decoded == null) {
      decoded = cursor.text().getBytes(StandardCharsets.UTF_8);
    }
    return decoded;
  }

  public int from() {
    return cursor.escaped() ? 0 : cursor.start();
  }

  public int to() {
    return cursor.escaped() ? bytes().length : cursor.end();
  }

  public Meaning meaning() {
    return meaning;
  }

  /** See {@link Meaning}; 0 where there is none. */
  public long number() {
    return number;
  }

  /** Whether {@link #number} holds a whole number that fits. */
  public boolean hasNumber() {
    return meaning == Meaning.NUMBER;
  }

  /** Whether the document writes a number here. */
  public boolean isNumber() {
    return numeric;
  }

  /** Whether it is a whole number, even one too long to fit. */
  public boolean whole() {
    return whole;
  }

  /** The row of a code table that the value names. */
  public CodeRow row() {
    return row;
  }

  public void row(CodeRow found) {
    row = found;
  }

  /** The value was meant as this. */
  public void means(Meaning what, long as) {
    meaning = what;
    number = as;
  }

  /** The value was meant as this whole number. */
  public void meansInteger(long as) {
    type = INTEGER;
    whole = true;
    means(Meaning.NUMBER, as);
  }

  /** The value was meant as a whole number too long to hold. */
  public void meansHugeInteger() {
    type = INTEGER;
    whole = true;
    meaning = Meaning.NONE;
  }

  /**
   * The form is unusual but clear. Reported once no keyword refuses the value, for a value gets one
   * verdict on its form; a later call takes the place of an earlier one.
   */
  public void formWarning(RuleUse rule, String variant, Object... arguments) {
    otherWarning = formWarning;
    otherVariant = formVariant;
    otherArguments = formArguments;
    formWarning = rule;
    formVariant = variant;
    formArguments = arguments;
  }

  void reportForm(Scope scope) {
    if (formWarning != null) {
      // A rule that is off does not stand in the way of the one it took the place of.
      formWarned =
          scope.report(formWarning, formVariant, formArguments)
              || otherWarning != null && scope.report(otherWarning, otherVariant, otherArguments);
    }
  }

  /** A warning about the form was reported: a mere warning about the meaning then stays silent. */
  public void warnedOfForm() {
    formWarned = true;
  }

  public boolean formWarned() {
    return formWarned;
  }

  /** The value is in its domain but implausible, so rules that build on it stay silent. */
  public void doubt() {
    doubtful = true;
  }

  boolean doubtful() {
    return doubtful;
  }
}
