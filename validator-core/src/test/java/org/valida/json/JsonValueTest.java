package org.valida.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.json.JsonCursor.Token;
import org.valida.json.JsonValue.Position;

class JsonValueTest {

  private static JsonValue read(String text) {
    return JsonValue.read(Documents.utf8(text), Limits.defaults());
  }

  private static String canonical(JsonValue value) {
    var text = new StringBuilder();
    value.canonical(text);
    return text.toString();
  }

  @Test
  void aTreeKnowsItsValuesOrderAndPlaces() {
    var value = read("{\"b\": [1.50, true],\n \"a\": \"\u00e9\\n\", \"c\": null}");
    assertThat(((JsonObject) value).members().keySet()).containsExactly("b", "a", "c");
    assertThat(value.member("b").orElseThrow().elements())
        .containsExactly(
            new JsonNumber("1.50", new Position(7, 1, 8)),
            new JsonBoolean(true, new Position(13, 1, 14)));
    assertThat(value.member("a")).contains(new JsonString("\u00e9\n", new Position(26, 2, 7)));
    assertThat(value.member("c").orElseThrow().line()).isEqualTo(2);
    assertThat(value.member("c").orElseThrow().column()).isEqualTo(19);
    assertThat(value.member("d")).isEmpty();
  }

  @Test
  void valuesOfOtherKindsHaveNoMembersAndNoElements() {
    assertThat(read("[1]").member("a")).isEmpty();
    assertThat(read("\"a\"").member("a")).isEmpty();
    assertThat(read("{\"a\":1}").elements()).isEmpty();
    assertThat(read("true").elements()).isEmpty();
  }

  @Test
  void aMadeValueHasNoPlace() {
    var made = new JsonObject(Map.of("a", new JsonArray(List.of(new JsonNull()))));
    assertThat(made.line()).isEqualTo(-1);
    assertThat(made.column()).isEqualTo(-1);
    assertThat(made.sameAs(read("{\"a\":[null]}"))).isTrue();
  }

  @Test
  void aTreeCannotBeChanged() {
    var object = (JsonObject) read("{\"a\":1}");
    assertThatThrownBy(object.members()::clear).isInstanceOf(UnsupportedOperationException.class);
    var array = (JsonArray) read("[1]");
    assertThatThrownBy(array.elements()::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1, \"a\":2}            | a     | 8",
        "{\"a\":1, \"\\u0061\":2}       | a     | 8",
        "[{\"x\":{\"b\":1,\"b\":1}}]     | b     | 13",
        "{\"\":1,\"\":2}                | ``    | 6",
        "{\"\\n\":1,\"\\n\":2}          | \\n   | 8"
      })
  void aNameThatRepeatsIsRefusedAtTheSecond(String text, String name, long offset) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            JsonStop.class,
            stop -> {
              assertThat(stop.kind()).isEqualTo(JsonStop.Kind.SYNTAX);
              assertThat(stop.cause()).isEqualTo("duplicate-name");
              assertThat(stop.detail()).isEqualTo(name);
              assertThat(stop.offset()).isEqualTo(offset);
            });
  }

  @Test
  void whatFollowsTheDocumentIsRefused() {
    assertThatThrownBy(() -> read("{} {}")).hasMessageContaining("extra-content");
    assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
  }

  @Test
  void aValueInsideADocumentIsReadFromWhereTheCursorStands() {
    var cursor = Trace.cursor(Documents.utf8("[[1,2],3]"));
    cursor.next();
    cursor.next();
    assertThat(canonical(JsonValue.read(cursor))).isEqualTo("[1,2]");
    assertThat(cursor.token()).isEqualTo(Token.END_ARRAY);
    assertThat(cursor.next()).isEqualTo(Token.NUMBER);
    cursor.next();
    assertThatThrownBy(() -> JsonValue.read(cursor)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aStreamIsReadToItsEnd() {
    var stream = new ByteArrayInputStream(Documents.utf8(" [1] "));
    assertThat(canonical(JsonValue.read(stream, Limits.defaults()))).isEqualTo("[1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 | 1.0 | true",
        "1 | 10e-1 | true",
        "0 | -0.0 | true",
        "1 | 2 | false",
        "1 | \"1\" | false",
        "0 | false | false",
        "null | false | false",
        "null | null | true",
        "true | true | true",
        "true | false | false",
        "1e999999999 | 10e999999998 | true",
        "9007199254740993 | 9007199254740992 | false",
        "\"a\" | \"\\u0061\" | true",
        "\"a\" | \"b\" | false",
        "\"\\ud800\" | \"\\ud801\" | false",
        "[] | [] | true",
        "[] | {} | false",
        "[1,2] | [1.0,2.0] | true",
        "[1,2] | [2,1] | false",
        "[1] | [1,1] | false",
        "{} | {} | true",
        "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1} | true",
        "{\"a\":1} | {\"a\":1,\"b\":2} | false",
        "{\"a\":1} | {\"b\":1} | false",
        "{\"a\":[{\"b\":1}]} | {\"a\":[{\"b\":1e0}]} | true",
        "{\"a\":null} | {\"b\":null} | false"
      })
  void valuesAreTheSameAsJsonSchemaMeansIt(String left, String right, boolean same) {
    var one = read(left);
    var other = read(right);
    assertThat(one.sameAs(other)).isEqualTo(same);
    assertThat(other.sameAs(one)).isEqualTo(same);
    assertThat(canonical(one).equals(canonical(other))).isEqualTo(same);
  }

  @Test
  void theCanonicalTextIsSortedAndWithoutWhiteSpace() {
    var value =
        read("{ \"b\" : [ 1.50 , true , null , {} , [] ] , \"a\" : \"\\u00e9\\\"\\\\\\n\\/\" }");
    assertThat(canonical(value))
        .isEqualTo("{\"a\":\"\u00e9\\\"\\\\\\u000a/\",\"b\":[15E-1,true,null,{},[]]}");
  }

  @Test
  void theCanonicalTextEscapesOnlySurrogatesThatAreAlone() {
    assertThat(canonical(read("\"\\ud83d\\ude00\""))).isEqualTo("\"\ud83d\ude00\"");
    assertThat(canonical(read("\"\\ude00\\ud83d\""))).isEqualTo("\"\\ude00\\ud83d\"");
    assertThat(canonical(read("\"\\ud83d\\ud83d\\ude00\""))).isEqualTo("\"\\ud83d\ud83d\ude00\"");
  }

  @Test
  void theCanonicalTextIsItselfJsonOfTheSameValue() {
    for (long seed = 0; seed < 2_000; seed++) {
      JsonValue value;
      try {
        value = JsonValue.read(new DocumentMaker(seed).document(), Limits.defaults());
      } catch (JsonStop stop) {
        assertThat(stop.cause()).isEqualTo("duplicate-name");
        continue;
      }
      String text = canonical(value);
      var again = read(text);
      assertThat(again.sameAs(value)).as("seed %d", seed).isTrue();
      assertThat(canonical(again)).as("seed %d", seed).isEqualTo(text);
    }
  }

  @Test
  void theDeepestTreeCanBeReadComparedAndWritten() {
    var limits = new Limits(Limits.MAX_NESTING, 10, 10, 10, 10, 10, 10, 10);
    int pairs = Limits.MAX_NESTING / 2;
    byte[] text = Documents.utf8("[{\"a\":".repeat(pairs) + "1" + "}]".repeat(pairs));
    var value = JsonValue.read(text, limits);
    assertThat(value.sameAs(JsonValue.read(text, limits))).isTrue();
    assertThat(canonical(value)).hasSize(text.length);
  }

  @Test
  void unequalRandomValuesHaveUnequalTexts() {
    var random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      var one = new JsonNumber(random.nextInt(20) + "." + random.nextInt(20));
      var other = new JsonNumber(random.nextInt(20) + "." + random.nextInt(20) + "0");
      assertThat(canonical(one).equals(canonical(other))).isEqualTo(one.sameAs(other));
    }
  }
}
