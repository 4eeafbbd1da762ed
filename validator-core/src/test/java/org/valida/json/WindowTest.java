package org.valida.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.valida.json.JsonCursor.Token;

/** Nothing that a cursor says may depend on where its window ends. */
class WindowTest {

  private static final int[] WINDOWS = {
    16, 17, 18, 19, 20, 21, 22, 23, 24, 29, 32, 40, 53, 64, 200
  };

  private static final Limits TIGHT = new Limits(4, 6, 20, 7, 10, 10, 100, 1_000);

  private static List<byte[]> documents() {
    var documents = new ArrayList<byte[]>();
    Examples.ACCEPTED.forEach(text -> documents.add(Trace.bytes(text)));
    Examples.REFUSED.forEach(example -> documents.add(Trace.bytes(example.text())));
    // A mistake behind white space that takes a captured value past its limit, and much after it.
    documents.add(Documents.utf8("[{\"a\":1" + " ".repeat(30) + "!" + "x".repeat(300)));
    // An indentation wider than the window, and one that from near its end reaches beyond the
    // padding.
    documents.add(Documents.utf8("{\n" + " ".repeat(500) + "\"a\":1,\n \"b\":2}"));
    String line = "\n" + " ".repeat(100) + "\"a\":1,";
    documents.add(Documents.utf8("{" + line.repeat(40) + "\n\"b\":2}"));
    // Now that each stands at the start, let each stand far inside as well.
    for (byte[] document : List.copyOf(documents)) {
      for (String before : List.of("[\"0123456789\", ", "[\n\n    {\n    \"longer name\" :\r\n")) {
        documents.add(Documents.join(Documents.utf8(before), document));
      }
    }
    return documents;
  }

  @Test
  void everyWindowGivesTheSameTokensAndPlaces() {
    for (byte[] document : documents()) {
      var expected = Trace.of(document);
      for (int window : WINDOWS) {
        assertThat(Trace.of(Trace.cursor(document, Limits.defaults(), window)))
            .as("window %d of %s", window, Documents.shown(document))
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void everyWindowStopsAtTheSameLimit() {
    for (byte[] document : documents()) {
      var expected = Trace.of(Trace.cursor(document, TIGHT));
      for (int window : WINDOWS) {
        assertThat(Trace.of(Trace.cursor(document, TIGHT, window)))
            .as("window %d of %s", window, Documents.shown(document))
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void everyWindowCapturesTheSameValues() {
    for (byte[] document : documents()) {
      for (int max : new int[] {1, 5, 14, 23, 1_000}) {
        for (var limits : List.of(Limits.defaults(), TIGHT)) {
          var expected = captures(Trace.cursor(document, limits), max);
          for (int window : new int[] {16, 19, 24, 40}) {
            assertThat(captures(Trace.cursor(document, limits, window), max))
                .as("window %d, at most %d of %s", window, max, Documents.shown(document))
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  /** Steps into the outermost container and captures what it holds. */
  private static List<String> captures(JsonCursor cursor, int max) {
    var captured = new ArrayList<String>();
    try {
      while (cursor.next() != Token.END) {
        boolean value =
            switch (cursor.token()) {
              case START_OBJECT, START_ARRAY -> cursor.depth() > 0;
              case NAME, END_OBJECT, END_ARRAY -> false;
              default -> true;
            };
        if (value) {
          captured.add(Documents.shown(cursor.capture(max)) + " " + Trace.line(cursor));
        }
      }
    } catch (JsonStop stop) {
      captured.add(stop.getMessage());
    }
    return captured;
  }

  @Test
  void aStreamThatGivesOneByteAtATimeIsReadAlike() {
    for (byte[] document : documents()) {
      var slow =
          new FilterInputStream(new ByteArrayInputStream(document)) {
            @Override
            public int read(byte[] target, int from, int length) throws IOException {
              return super.read(target, from, Math.min(1, length));
            }
          };
      assertThat(Trace.of(Utf8Cursor.over(slow, Limits.defaults(), 32)))
          .isEqualTo(Trace.of(document));
    }
  }

  @Test
  void aLongDocumentKeepsItsPlaces() {
    byte[] document = Documents.pretty(400_000);
    var cursor = Trace.cursor(document);
    var places = new Documents.Places(document);
    while (cursor.next() != Token.END) {
      places.moveTo((int) cursor.offset());
      assertThat(cursor.line()).isEqualTo(places.line());
      assertThat(cursor.column()).isEqualTo(places.column());
    }
    assertThat(cursor.offset()).isEqualTo(document.length);
  }

  @Test
  void aLongLineKeepsItsColumns() {
    var text = new StringBuilder("[\"\u00e3\"");
    for (int i = 0; i < 60_000; i++) {
      text.append(", \"a\u00e7\u00e3o \ud83d\ude00\"");
    }
    var cursor = Trace.cursor(Documents.utf8(text.append("]")));
    cursor.next();
    cursor.next();
    for (long column = 7; cursor.next() == Token.STRING; column += 10) {
      assertThat(cursor.column()).isEqualTo(column);
    }
    assertThat(cursor.token()).isEqualTo(Token.END_ARRAY);
    assertThat(cursor.line()).isOne();
    assertThat(cursor.column()).isEqualTo(5 + 60_000 * 10L);
    assertThat(cursor.offset()).isEqualTo(5 + 60_000 * 15L);
  }

  @Test
  void aTokenLargerThanTheWindowMakesItGrow() {
    String letters = "x".repeat(700_000);
    var cursor = Trace.cursor(Documents.utf8("[\"" + letters + "\",\"\u00e9" + letters + "\"]"));
    cursor.next();
    cursor.next();
    assertThat(cursor.text()).isEqualTo(letters);
    cursor.next();
    assertThat(cursor.text()).isEqualTo("\u00e9" + letters);
    assertThat(cursor.next()).isEqualTo(Token.END_ARRAY);
  }

  @Test
  void contextStaysInTheWindowWhenItMoves() {
    byte[] document = Documents.pretty(600_000);
    var cursor = Trace.cursor(document);
    while (cursor.next() != Token.END) {
      if (cursor.offset() > 128) {
        assertThat(cursor.around(cursor.offset(), 128, 1)).hasSizeGreaterThanOrEqualTo(128);
      }
    }
  }

  @Test
  void readingStopsAtALimitWithoutReadingTheRest() {
    var endless =
        new InputStream() {
          long given;

          @Override
          public int read() {
            return given++ == 0 ? '"' : 'a';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            into[offset] = (byte) read();
            return 1;
          }
        };
    var stop = Trace.stop(Utf8Cursor.over(endless, Limits.defaults()));
    assertThat(stop.cause()).isEqualTo("string-bytes");
    assertThat(endless.given).isLessThan(10L << 20);
  }
}
