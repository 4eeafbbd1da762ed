package org.valida.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonValue.Position;

/** Builds trees from a cursor's tokens; not by recursion, so that deep nesting costs no stack. */
final class JsonReader {

  private final JsonCursor cursor;
  private final Deque<Open> open = new ArrayDeque<>();

  private JsonReader(JsonCursor cursor) {
    this.cursor = cursor;
  }

  static JsonValue read(JsonCursor cursor) {
    var reader = new JsonReader(cursor);
    switch (cursor.token()) {
      case NONE:
        cursor.next();
        var document = reader.value();
        cursor.next();
        return document;
      case NAME, END_OBJECT, END_ARRAY, END:
        throw new IllegalStateException("no value begins at " + cursor.token());
      default:
        return reader.value();
    }
  }

  private JsonValue value() {
    while (true) {
      var complete = token();
      if (complete != null) {
        if (open.isEmpty()) {
          return complete;
        }
        open.peek().add(complete);
      }
      cursor.next();
    }
  }

  /** Takes in the token; returns the value that it completes, if any. */
  private JsonValue token() {
    switch (cursor.token()) {
      case START_OBJECT, START_ARRAY:
        open.push(new Open(position()));
        return null;
      case NAME:
        name(open.element(), cursor.text());
        return null;
      case END_OBJECT:
        var object = open.remove();
        return new JsonObject(object.members, object.position);
      case END_ARRAY:
        var array = open.remove();
        return new JsonArray(array.elements, array.position);
      case STRING:
        return new JsonString(cursor.text(), position());
      case NUMBER:
        return new JsonNumber(cursor.text(), position());
      case TRUE, FALSE:
        return new JsonBoolean(cursor.token() == Token.TRUE, position());
      case NULL:
        return new JsonNull(position());
      default:
        throw new IllegalStateException("unexpected " + cursor.token());
    }
  }

  private void name(Open object, String name) {
    if (object.members.containsKey(name)) {
      var cause = StopCause.DUPLICATE_NAME;
      throw new JsonStop(
          cause.kind(),
          cause.label(),
          Diagnosis.shown(name),
          cursor.offset(),
          cursor.line(),
          cursor.column());
    }
    object.name = name;
  }

  private Position position() {
    return new Position(cursor.offset(), cursor.line(), cursor.column());
  }

  /** An object or array whose end has not come. */
  private static final class Open {

    final Position position;
    final Map<String, JsonValue> members = new LinkedHashMap<>();
    final List<JsonValue> elements = new ArrayList<>();

    /** Of the member whose value comes next; null in an array. */
    String name;

    Open(Position position) {
      this.position = position;
    }

    void add(JsonValue value) {
      if (name == null) {
        elements.add(value);
      } else {
        members.put(name, value);
      }
    }
  }
}
