package org.valida.json;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as a tree, for what is small and needed whole: schemas, contracts, enumerations,
 * values that are judged twice. Payloads are read through a {@link JsonCursor} instead.
 *
 * <p>Values are immutable and know where they were written. {@link Object#equals} compares the
 * place and the writing too; whether two values are the same for JSON Schema says {@link #sameAs}.
 */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /**
   * The place of a value's first byte.
   *
   * @param offset in bytes from 0, or -1 for a value that was not read
   * @param line from 1, or -1
   * @param column in code points from 1, or -1
   */
  record Position(long offset, long line, long column) {

    /** Of a value that was made and not read. */
    public static final Position NONE = new Position(-1, -1, -1);
  }

  /**
   * Reads one value. From a cursor that has not begun, the whole document to its end; else the
   * value the cursor stands on, leaving it on that value's last token.
   *
   * @throws JsonStop as {@link JsonCursor#next}; also where a name repeats in an object, at the
   *     second one, as {@link StopCause#DUPLICATE_NAME}
   * @throws IllegalStateException if the cursor has begun and stands on no value's first token
   */
  static JsonValue read(JsonCursor cursor) {
    return JsonReader.read(cursor);
  }

  /**
   * Reads a whole document.
   *
   * @throws JsonStop as {@link #read(JsonCursor)}
   */
  static JsonValue read(byte[] utf8, Limits limits) {
    return read(Utf8Cursor.over(utf8, limits));
  }

  /**
   * Reads a whole document within the default limits.
   *
   * @throws JsonStop as {@link #read(JsonCursor)}
   */
  static JsonValue parse(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), Limits.defaults());
  }

  /**
   * Reads a whole document from a stream, to its end; does not close it.
   *
   * @throws JsonStop as {@link #read(JsonCursor)}
   * @throws java.io.UncheckedIOException if the stream fails
   */
  static JsonValue read(InputStream utf8, Limits limits) {
    return read(Utf8Cursor.over(utf8, limits));
  }

  /** Where the value was read; {@link Position#NONE} if it was made. */
  Position position();

  /** Line of the first byte, from 1; -1 if the value was made. */
  default long line() {
    return position().line();
  }

  /** Column of the first byte in code points, from 1; -1 if the value was made. */
  default long column() {
    return position().column();
  }

  /** The member of that name; empty also if this is no object. */
  default Optional<JsonValue> member(String name) {
    return Optional.empty();
  }

  /** The members of an object in the order they were written; none if this is no object. */
  default Map<String, JsonValue> members() {
    return Map.of();
  }

  /**
   * The characters of a text.
   *
   * @throws IllegalArgumentException if this is no text
   */
  default String string() {
    throw new IllegalArgumentException("a text is due at line " + line() + ", column " + column());
  }

  /** Whether this is {@code true}. */
  default boolean isTrue() {
    return false;
  }

  /** The elements of an array; none if this is no array. */
  default List<JsonValue> elements() {
    return List.of();
  }

  /**
   * Whether both are the same value, as enum, const and uniqueItems mean it: numbers by their exact
   * value, objects whatever the order of their members, texts by their characters.
   */
  boolean sameAs(JsonValue other);

  /**
   * Writes the one text that all values have that are the {@link #sameAs same} as this, and no
   * others: JSON without white space, members sorted by their names' UTF-16 units, numbers as
   * {@link Decimal#toString}, texts with no more escapes than needed.
   */
  void canonical(StringBuilder text);
}
