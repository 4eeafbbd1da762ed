package org.valida.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.json.JsonCursor.Token;

class LimitsTest {

  /** Three containers, names of 4 bytes, texts of 5, numbers of 6. */
  private static final Limits LIMITS = new Limits(3, 4, 5, 6, 9, 9, 9, 9);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[[]]]",
        "[{\"a\":[]}]",
        "{\"abcd\":\"abcde\"}",
        "{\"\\\\ab\":\"\\\\abc\"}",
        "{\"\u00e9\u00e9\":\"\u00e9\u00e9a\"}",
        "[123456]",
        "[-12.5]",
        "-1e-05"
      })
  void whatReachesALimitIsStillRead(String text) {
    assertThat(Trace.stop(Trace.cursor(Documents.utf8(text), LIMITS))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[[[[]]]]              | nesting      | 3 | 3",
        "[[{\"a\": {}}]]       | nesting      | 3 | 8",
        "{\"abcde\":1}         | name-bytes   | 4 | 1",
        "{\"abc\u00e9\":1}     | name-bytes   | 4 | 1",
        "{\"a\\u0062\":1}      | name-bytes   | 4 | 1",
        "[\"abcdef\"]          | string-bytes | 5 | 1",
        "[ \"\u00e9\u00e9\u00e9\"] | string-bytes | 5 | 2",
        "[\"\\n\\n\\n\"]       | string-bytes | 5 | 1",
        "[1, 1234567]          | number-bytes | 6 | 4",
        "[-123456]             | number-bytes | 6 | 1",
        "[1.23456]             | number-bytes | 6 | 1",
        "1234567               | number-bytes | 6 | 0",
        // Too long comes before any mistake further on, and after any before.
        "[\"abcdefgh           | string-bytes | 5 | 1",
        "[\"abcdef\\x\"]       | string-bytes | 5 | 1",
        "[1234567.]            | number-bytes | 6 | 1",
        "[\"abcd\\xefgh\"]     | bad-escape   | \\x | 6",
        "[\"ab                 | truncated    | `` | 4",
        "[12.]                 | bad-number   | 12. | 4"
      })
  void whatPassesALimitStopsAtItsFirstByte(String text, String cause, String detail, long at) {
    var stop = Trace.stop(Trace.cursor(Documents.utf8(text), LIMITS));
    assertThat(stop).isNotNull();
    assertThat(stop.cause() + " " + stop.detail() + " at " + stop.offset())
        .isEqualTo(cause + " " + detail + " at " + at);
    assertThat(stop.kind() == JsonStop.Kind.LIMIT).isEqualTo(detail.matches("[0-9]"));
  }

  @Test
  void aCapturedValueHasALimitOfItsOwn() {
    var cursor = Trace.cursor(Documents.utf8("[1,\n {\"a\": [1, 2]}]"));
    while (cursor.next() != Token.START_OBJECT) {
      assertThat(cursor.token()).isNotEqualTo(Token.END);
    }
    assertThatThrownBy(() -> cursor.capture(12))
        .hasMessage("LIMIT capture-bytes 12 at line 2, column 2, byte 5");
    assertThatThrownBy(cursor::next).hasMessageContaining("capture-bytes");
  }

  @Test
  void aCapturedValueMayReachItsLimit() {
    var cursor = Trace.cursor(Documents.utf8("{\"a\": [1, 2]}"));
    cursor.next();
    assertThat(cursor.capture(13)).hasSize(13);
  }

  @Test
  void theDeepestNestingThatCanBeAllowedIsRead() {
    var limits = new Limits(Limits.MAX_NESTING, 10, 10, 10, 10, 10, 10_000, 10);
    String text = "[".repeat(Limits.MAX_NESTING) + "]".repeat(Limits.MAX_NESTING);
    assertThat(Trace.stop(Trace.cursor(Documents.utf8(text), limits))).isNull();
    var cursor = Trace.cursor(Documents.utf8(text), limits);
    cursor.next();
    cursor.skip();
    assertThat(cursor.next()).isEqualTo(Token.END);
    var stop = Trace.stop(Trace.cursor(Documents.utf8("[" + text + "]"), limits));
    assertThat(stop.getMessage()).isEqualTo("LIMIT nesting 3000 at line 1, column 3001, byte 3000");
  }

  @Test
  void mixedContainersCloseAsTheyWereOpened() {
    String open = "[{\"a\":".repeat(200);
    var limits = Limits.defaults();
    String close = "}]".repeat(200);
    assertThat(Trace.stop(Trace.cursor(Documents.utf8(open + "0" + close), limits))).isNull();
    for (int i = 0; i < 400; i++) {
      char wrong = close.charAt(i) == ']' ? '}' : ']';
      byte[] text = Documents.utf8(open + "0" + close.substring(0, i) + wrong);
      assertThat(Trace.stop(Trace.cursor(text, limits)).cause()).isEqualTo("mismatched-bracket");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what there is | where it ends
        "{\"a\":  | 1:6",
        "[1        | 1:3",
        "[12       | 1:4",
        "[tr       | 1:4",
        "[\"ab    | 1:5",
        "[1]       | 1:4",
        "1         | 1:2"
      })
  void aSourceThatIsLongerThanItMayBeStopsWhereItsBytesEnd(String text, String place) {
    var bytes = new java.io.ByteArrayInputStream(Documents.utf8(text));
    var source =
        new java.io.FilterInputStream(bytes) {
          @Override
          public int read(byte[] into, int offset, int length) throws java.io.IOException {
            int read = super.read(into, offset, Math.min(1, length));
            if (read < 0) {
              throw new LimitPassedException(Limits.Kind.INFLATED, 77);
            }
            return read;
          }
        };

    var stop = Trace.stop(Utf8Cursor.over(source, Limits.defaults()));

    assertThat(stop.kind()).isEqualTo(JsonStop.Kind.LIMIT);
    assertThat(stop.cause()).isEqualTo("inflated-bytes");
    assertThat(stop.detail()).isEqualTo("77");
    assertThat(stop.line() + ":" + stop.column()).isEqualTo(place);
  }
}
