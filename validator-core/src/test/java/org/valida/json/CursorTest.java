package org.valida.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.valida.json.JsonCursor.Token;

class CursorTest {

  private static JsonCursor at(String text, Token token) {
    var cursor = Trace.cursor(Documents.utf8(text));
    while (cursor.next() != token) {
      assertThat(cursor.token()).isNotEqualTo(Token.END);
    }
    return cursor;
  }

  @Test
  void everyTokenHasItsPlaceAndDepth() {
    assertThat(Trace.of(Documents.utf8("{\"a\": [1, \"\u00e9\", 2.50],\n \"\\u0062\": {}}\n")))
        .containsExactly(
            "START_OBJECT { at 0 1:1 in 0",
            "NAME a at 1 1:2 in 1",
            "START_ARRAY [ at 6 1:7 in 1",
            "NUMBER 1 at 7 1:8 in 2 integral",
            "STRING \u00e9 at 10 1:11 in 2 beyond",
            "NUMBER 2.50 at 16 1:16 in 2",
            "END_ARRAY ] at 20 1:20 in 1",
            "NAME b at 24 2:2 in 1 escaped",
            "START_OBJECT { at 34 2:12 in 1",
            "END_OBJECT } at 35 2:13 in 1",
            "END_OBJECT } at 36 2:14 in 0",
            "END  at 38 3:1 in 0");
  }

  @Test
  void literalsHaveTheirTextAsWell() {
    assertThat(at("[true]", Token.TRUE).text()).isEqualTo("true");
    assertThat(at("[false]", Token.FALSE).text()).isEqualTo("false");
    assertThat(at("[null]", Token.NULL).text()).isEqualTo("null");
  }

  @Test
  void placesAreRightWhateverEndsTheLines() {
    for (byte[] document : Examples.ACCEPTED.stream().map(Trace::bytes).toList()) {
      var cursor = Trace.cursor(document);
      var places = new Documents.Places(document);
      while (cursor.next() != Token.END) {
        places.moveTo((int) cursor.offset());
        assertThat(cursor.line() + ":" + cursor.column())
            .as("offset %d of %s", cursor.offset(), Documents.shown(document))
            .isEqualTo(places.line() + ":" + places.column());
      }
    }
  }

  @Test
  void stopsAreCountedInCodePointsToo() {
    for (var example : Examples.REFUSED) {
      if (example.cause().startsWith("utf-")) {
        continue;
      }
      byte[] document = Trace.bytes(example.text());
      var stop = Trace.stop(document);
      var places = new Documents.Places(document);
      places.moveTo((int) stop.offset());
      assertThat(stop.line() + ":" + stop.column())
          .as(example.text())
          .isEqualTo(places.line() + ":" + places.column());
    }
  }

  @Test
  void aByteOrderMarkCountsInTheOffsetOnly() {
    var cursor = Trace.cursor(Trace.bytes("<EF BB BF>1"));
    assertThat(cursor.byteOrderMark()).isFalse();
    cursor.next();
    assertThat(cursor.byteOrderMark()).isTrue();
    assertThat(Trace.line(cursor)).isEqualTo("NUMBER 1 at 3 1:1 in 0 integral");
  }

  @Test
  void rawBytesAreTheContentWithoutItsQuotes() {
    var cursor = at("{ \"a\\n\": 12 }", Token.NAME);
    assertThat(Documents.shown(cursor.buffer()).substring(cursor.start(), cursor.end()))
        .isEqualTo("a\\n");
    cursor.next();
    assertThat(Documents.shown(cursor.buffer()).substring(cursor.start(), cursor.end()))
        .isEqualTo("12");
  }

  @Test
  void escapesAreDecodedAndLoneSurrogatesKept() {
    assertThat(at("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", Token.STRING).text())
        .isEqualTo("\"\\/\b\f\n\r\t");
    assertThat(at("\"\u00e9\\u00e9\\u00E9\u00e9\"", Token.STRING).text())
        .isEqualTo("\u00e9\u00e9\u00e9\u00e9");
    assertThat(at("\"a\\uD83D\\uDE00b\"", Token.STRING).text()).isEqualTo("a\ud83d\ude00b");
    assertThat(at("\"a\\ud800b\"", Token.STRING).text()).isEqualTo("a\ud800b");
    assertThat(at("{\"\\u0000\":1}", Token.NAME).text()).isEqualTo("\0");
  }

  @Test
  void skippingEndsOnTheLastTokenOfTheValue() {
    var cursor = at("[{\"a\":[[],{}]},2]", Token.START_OBJECT);
    cursor.skip();
    assertThat(Trace.line(cursor)).isEqualTo("END_OBJECT } at 13 1:14 in 1");
    cursor.next();
    cursor.skip();
    assertThat(cursor.text()).isEqualTo("2");
    assertThat(cursor.next()).isEqualTo(Token.END_ARRAY);
  }

  @Test
  void skippingReadsInFull() {
    var cursor = at("[{\"a\":[1,]},2]", Token.START_OBJECT);
    assertThatThrownBy(cursor::skip).hasMessageContaining("trailing-comma");
  }

  @Test
  void onlyAValueCanBeSkippedOrCaptured() {
    var cursor = at("{\"a\":1}", Token.NAME);
    assertThatThrownBy(cursor::skip).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cursor.capture(10)).isInstanceOf(IllegalStateException.class);
    var fresh = Trace.cursor(Documents.utf8("1"));
    assertThatThrownBy(fresh::skip).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCapturedValueIsACopyOfItsBytes() {
    var cursor = at("[ {\"a\" : [1, \"\u00e9\"]} , 2]", Token.START_OBJECT);
    byte[] captured = cursor.capture(100);
    assertThat(captured).isEqualTo(Documents.utf8("{\"a\" : [1, \"\u00e9\"]}"));
    assertThat(cursor.token()).isEqualTo(Token.END_OBJECT);
    assertThat(cursor.next()).isEqualTo(Token.NUMBER);
    assertThat(cursor.capture(1)).isEqualTo(Documents.utf8("2"));
    assertThat(at("[\"ab\"]", Token.STRING).capture(4)).isEqualTo(Documents.utf8("\"ab\""));
  }

  @Test
  void aCapturedValueIsReadAgainWithItsOwnPlaces() {
    String text = "[0,\n  {\"a\": \"\u00e9\",\n \"b\": [true]}]";
    var cursor = at(text, Token.START_OBJECT);
    long offset = cursor.offset();
    long line = cursor.line();
    long column = cursor.column();
    byte[] captured = cursor.capture(100);
    var again =
        Utf8Cursor.over(captured, 0, captured.length, Limits.defaults(), offset, line, column);
    var first = Trace.of(Documents.utf8(text));
    var second = Trace.of(again);
    assertThat(second.size()).isEqualTo(9);
    for (int i = 0; i < second.size() - 1; i++) {
      String depthTwoLess = first.get(i + 2).replaceFirst(" in \\d", "");
      assertThat(second.get(i).replaceFirst(" in \\d", "")).isEqualTo(depthTwoLess);
    }
  }

  @Test
  void aPieceHasNoByteOrderMarkUnlessItIsTheFirst() {
    byte[] bytes = Trace.bytes("<EF BB BF>1");
    assertThat(Trace.stop(Utf8Cursor.over(bytes, Limits.defaults()))).isNull();
    var second = Utf8Cursor.over(bytes, 0, bytes.length, Limits.defaults(), 10, 2, 1);
    assertThat(Trace.stop(second).getMessage())
        .isEqualTo("SYNTAX bom-inside \\ufeff at line 2, column 1, byte 10");
  }

  @Test
  void aPieceEndsWhereItsRangeEnds() {
    byte[] bytes = Documents.utf8("xx[12]34");
    assertThat(Trace.of(Utf8Cursor.over(bytes, 2, 6, Limits.defaults(), 0, 1, 1)))
        .containsExactly(
            "START_ARRAY [ at 0 1:1 in 0",
            "NUMBER 12 at 1 1:2 in 1 integral",
            "END_ARRAY ] at 3 1:4 in 0",
            "END  at 4 1:5 in 0");
    assertThatThrownBy(() -> Utf8Cursor.over(bytes, 2, 9, Limits.defaults(), 0, 1, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aCursorIsUsedAgainAfterAnything() {
    var cursor = Utf8Cursor.over(new ByteArrayInputStream(new byte[0]), Limits.defaults());
    for (int round = 0; round < 2; round++) {
      for (var example : Examples.REFUSED) {
        cursor.reset(new ByteArrayInputStream(Trace.bytes(example.text())));
        assertThat(Trace.of(cursor)).isEqualTo(Trace.of(Trace.bytes(example.text())));
      }
      for (String text : Examples.ACCEPTED) {
        byte[] bytes = Trace.bytes(text);
        cursor.reset(bytes, 0, bytes.length, 0, 1, 1);
        assertThat(cursor.token()).isEqualTo(Token.NONE);
        assertThat(Trace.of(cursor)).isEqualTo(Trace.of(bytes));
      }
    }
  }

  @Test
  void theEndStaysTheEndAndAStopStaysTheStop() {
    var ended = at("1", Token.END);
    assertThat(ended.next()).isEqualTo(Token.END);
    var stopped = Trace.cursor(Documents.utf8("[1,]"));
    var stop = Trace.stop(stopped);
    assertThatThrownBy(stopped::next).isSameAs(stop);
  }

  @Test
  void aFailingStreamIsNoFinding() {
    var failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };
    var cursor = Utf8Cursor.over(failing, Limits.defaults());
    assertThatThrownBy(cursor::next).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void theBytesAroundAPlaceAreThoseInTheWindow() {
    var cursor = at("[10, 20, 30]", Token.NUMBER);
    assertThat(Documents.shown(cursor.around(5, 2, 2))).isEqualTo(", 20");
    assertThat(Documents.shown(cursor.around(5, 100, 100))).isEqualTo("[10, 20, 30]");
    assertThat(Documents.shown(cursor.around(12, 3, 3))).isEqualTo("30]");
    assertThat(Documents.shown(cursor.around(0, 3, 1))).isEqualTo("[");
    assertThat(cursor.around(13, 3, 3)).isEmpty();
    assertThat(cursor.around(-1, 3, 3)).isEmpty();
    assertThat(cursor.around(5, -1, -1)).isEmpty();
  }
}
