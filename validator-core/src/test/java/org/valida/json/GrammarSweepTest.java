package org.valida.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The productions of RFC 8259, byte by byte: at each place of the grammar every ASCII character is
 * tried, and those that are read are the ones that the grammar has there. (Bytes beyond ASCII have
 * a sweep of their own.)
 */
class GrammarSweepTest {

  /** The ASCII characters that make a document of a text in the place of {@code ?}. */
  private static String readIn(String text) {
    var read = new StringBuilder();
    for (char c = 0; c < 0x80; c++) {
      if (accepts(text.replace('?', c))) {
        read.append(c);
      }
    }
    return read.toString();
  }

  private static boolean accepts(String text) {
    return Trace.stop(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) == null;
  }

  /**
   * Section 2: ws is space, tab, line feed and carriage return, around any structural character.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "?[]",
        "[?]",
        "[]?",
        "[1?,2]",
        "[1,?\"a\"]",
        "[\"a\"?]",
        "[true?]",
        "{?}",
        "{?\"a\":1}",
        "{\"a\"?:1}",
        "{\"a\":?true}",
        "{\"a\":null?,\"b\":1}",
        "{\"a\":1,?\"b\":1}",
        "\"a\"?",
        "null?"
      })
  void blanksAreFour(String text) {
    assertThat(readIn(text).chars().filter(c -> c < '0').mapToObj(c -> (char) c))
        .containsExactly('\t', '\n', '\r', ' ');
  }

  /** Section 3: a value alone is a digit, or nothing; the literals are three, in lower case. */
  @Test
  void aValueOfOneCharacterIsADigit() {
    assertThat(readIn("?")).isEqualTo("0123456789");
    assertThat(readIn("[?]")).isEqualTo("\t\n\r 0123456789");
    assertThat(readIn("{\"a\":?}")).isEqualTo("0123456789");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false", "null"})
  void aLiteralHasOneForm(String literal) {
    for (int i = 0; i < literal.length(); i++) {
      var text = literal.substring(0, i) + "?" + literal.substring(i + 1);
      assertThat(readIn("[" + text + "]")).isEqualTo(literal.substring(i, i + 1));
    }
  }

  /** Sections 4 and 5: what stands between, before and behind the parts of objects and arrays. */
  @Test
  void structuralCharactersStandInTheirPlacesOnly() {
    assertThat(readIn("[1?2]")).isEqualTo(",.0123456789Ee");
    assertThat(readIn("[\"a\"?\"b\"]")).isEqualTo(",");
    assertThat(readIn("{\"a\"?1}")).isEqualTo(":");
    assertThat(readIn("{\"a\":\"b\"?\"c\":1}")).isEqualTo(",");
    assertThat(readIn("?]")).isEqualTo("[");
    assertThat(readIn("?}")).isEqualTo("{");
    assertThat(readIn("[\"a\"?")).isEqualTo("]");
    assertThat(readIn("{\"a\":1?")).isEqualTo("}");
    assertThat(readIn("{?:1}")).isEmpty();
    assertThat(readIn("{?a?:1}")).isEqualTo("\"");
  }

  /** Section 6: number = [ minus ] int [ frac ] [ exp ]. */
  @Test
  void aNumberIsReadIfAndOnlyIfTheGrammarHasIt() {
    var wrong = new ArrayList<String>();
    for (var number : words("-+01.e", 5)) {
      boolean grammar = number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
      if (accepts("[" + number + "]") != grammar) {
        wrong.add(number);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Section 7: unescaped is all but quote, backslash and the control characters. */
  @Test
  void aStringHoldsAllButQuoteBackslashAndControlCharacters() {
    var expected = new StringBuilder();
    IntStream.range(0x20, 0x80)
        .filter(c -> c != '"' && c != '\\')
        .forEach(expected::appendCodePoint);

    assertThat(readIn("\"?\"")).isEqualTo(expected.toString());
    assertThat(readIn("\"a?c\"")).isEqualTo(expected.toString());
    assertThat(readIn("{\"?\":1}")).isEqualTo(expected.toString());
    // A string that is longer than what is read at a time.
    assertThat(readIn("\"" + "x".repeat(37) + "?" + "x".repeat(37) + "\""))
        .isEqualTo(expected.toString());
  }

  @Test
  void theEscapesAreEightAndFourHexadecimalDigits() {
    assertThat(readIn("\"\\?\"")).isEqualTo("\"/\\bfnrt");
    assertThat(readIn("\"\\?0041\"")).isEqualTo("\"/\\bfnrtu");
    for (var text : List.of("\"\\u?041\"", "\"\\u0?41\"", "\"\\u00?1\"", "\"\\u004?\"")) {
      assertThat(readIn(text)).isEqualTo("0123456789ABCDEFabcdef");
    }
  }

  /** All texts of these characters, up to that length. */
  private static List<String> words(String characters, int length) {
    var words = new ArrayList<String>();
    var last = List.of("");
    for (int i = 0; i < length; i++) {
      last =
          last.stream()
              .flatMap(word -> Stream.of(characters.split("")).map(character -> word + character))
              .toList();
      words.addAll(last);
    }
    return words;
  }
}
