package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.valida.json.JsonCursor;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.violation.Violation.Excerpt;

/** What is shown of the line around a place; the place itself is put between ‹ and › here. */
class ExcerptsTest {

  /** The excerpt at the only § of a text, of that many bytes. */
  private static String around(String marked, int length) {
    int spot = marked.substring(0, marked.indexOf('§')).getBytes(StandardCharsets.UTF_8).length;
    var cursor =
        Utf8Cursor.over(
            marked.replace("§", "").getBytes(StandardCharsets.UTF_8), Limits.defaults());
    while (cursor.next() != JsonCursor.Token.END) {
      // The whole of it lies in the window then.
    }
    return shown(Excerpts.of(cursor, spot, length));
  }

  private static String shown(Excerpt excerpt) {
    int end = excerpt.start() + excerpt.length();
    return excerpt.text().substring(0, excerpt.start())
        + "‹"
        + (end <= excerpt.text().length()
            ? excerpt.text().substring(excerpt.start(), end) + "›" + excerpt.text().substring(end)
            : "nothing");
  }

  @Test
  void aShortLineIsShownAsItIs() {
    assertThat(around("{\"a\": §12, \"b\": 3}", 2)).isEqualTo("{\"a\": ‹12›, \"b\": 3}");
    assertThat(around("§[1]", 1)).isEqualTo("‹[›1]");
    assertThat(around("[1§]", 1)).isEqualTo("[1‹]›");
    assertThat(around("[1, §2]", 0)).isEqualTo("[1, ‹2›]");
  }

  @Test
  void onlyTheLineIsShown() {
    assertThat(around("[\n 1,\n §2,\n 3]", 1)).isEqualTo(" ‹2›,");
    assertThat(around("[\r\n 1,\r\n §2,\r\n 3]", 1)).isEqualTo(" ‹2›,");
    assertThat(around("[\r1,\r§2,\r3]", 1)).isEqualTo("‹2›,");
    assertThat(around("[1,§\n2]", 1)).isEqualTo("[1,‹nothing");
  }

  @Test
  void aValueOfSeveralLinesIsMarkedToTheEndOfItsFirst() {
    assertThat(around("{\"a\": §[1,\n2]}", 6)).isEqualTo("{\"a\": ‹[1,›");
  }

  @Test
  void nothingIsShownOfNothing() {
    assertThat(Excerpts.of(Utf8Cursor.over(new byte[0], Limits.defaults()), 0, 1))
        .isEqualTo(Excerpt.NONE);
  }

  @Test
  void charactersAreNotCut() {
    assertThat(around("[\"é\", §\"ção\", \"é\"]", 3)).isEqualTo("[\"é\", ‹\"ç›ão\", \"é\"]");
    assertThat(around("[\"é\", §\"ção\", \"é\"]", 2)).isEqualTo("[\"é\", ‹\"ç›ão\", \"é\"]");
    assertThat(around("[\"" + "é".repeat(30) + "\", §1]", 1))
        .isEqualTo("é".repeat(18) + "\", ‹1›]");
    assertThat(around("[\"x" + "é".repeat(30) + "\", §1]", 1))
        .isEqualTo("é".repeat(18) + "\", ‹1›]");
    assertThat(around("[\"" + "é".repeat(30) + "\",§1]", 1)).isEqualTo("é".repeat(19) + "\",‹1›]");
  }

  @Test
  void aLongLineIsCutAroundThePlace() {
    var before = "[\"" + "a".repeat(60) + "\", ";
    var after = ", \"" + "b".repeat(90) + "\"]";
    assertThat(around("[§1" + after, 1)).isEqualTo("[‹1›, \"" + "b".repeat(74) + "…");
    assertThat(around(before + "§1]", 1)).isEqualTo("a".repeat(37) + "\", ‹1›]");
    assertThat(around(before + "§1" + after, 1))
        .isEqualTo("…" + "a".repeat(35) + "\", ‹1›, \"" + "b".repeat(36) + "…");
    assertThat(around(before + "§1, \"" + "b".repeat(34) + "\"]", 1))
        .isEqualTo("a".repeat(37) + "\", ‹1›, \"" + "b".repeat(34) + "\"]");
    assertThat(around(before + "§1, \"" + "b".repeat(35) + "\"]", 1))
        .isEqualTo("…" + "a".repeat(35) + "\", ‹1›, \"" + "b".repeat(35) + "\"]");
    assertThat(around(before + "§1, \"" + "b".repeat(36) + "\"]", 1))
        .isEqualTo("…" + "a".repeat(35) + "\", ‹1›, \"" + "b".repeat(36) + "…");
  }

  @Test
  void aLongValueIsCut() {
    assertThat(around("[1, §\"" + "a".repeat(67) + "\", 2]", 69))
        .isEqualTo("[1, ‹\"" + "a".repeat(67) + "\"›, 2]");
    assertThat(around("[1, §\"" + "a".repeat(68) + "\", 2]", 70))
        .isEqualTo("[1, ‹\"" + "a".repeat(68) + "\"›, 2]");
    assertThat(around("[1, §\"" + "a".repeat(69) + "\", 2]", 71))
        .isEqualTo("[1, ‹\"" + "a".repeat(69) + "…›");
  }

  @Test
  void numbersOfPersonsAndControlCharactersAreNotShown() {
    assertThat(around("[\"529.982.247-25\", §1]", 1)).doesNotContain("529").endsWith("\", ‹1›]");
    assertThat(around("[\"\u202ea\", §1]", 1)).doesNotContain("\u202e").endsWith("\", ‹1›]");
  }

  @Test
  void inALoteOnlyTheNameAndTheMaskAreShown() {
    var cursor = Utf8Cursor.over(new byte[] {'1'}, Limits.defaults());
    assertThat(shown(Excerpts.of(cursor, 0, 1, "***", "cpf"))).isEqualTo("\"cpf\": ‹***›");
    assertThat(shown(Excerpts.of(cursor, 0, 1, "***", ""))).isEqualTo("‹***›");
    assertThat(shown(Excerpts.of(cursor, 0, 1, "", "cpf"))).isEqualTo("‹\"cpf\"›: …");
    assertThat(Excerpts.of(cursor, 0, 1, "", "")).isEqualTo(Excerpt.NONE);
  }
}
