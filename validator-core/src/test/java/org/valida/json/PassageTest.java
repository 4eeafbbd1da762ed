package org.valida.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.valida.json.JsonCursor.Token;

/** Who follows another cursor goes on as if it had read everything itself. */
class PassageTest {

  private static final long SEED = 20_261_122;
  private static final List<String> ENDS =
      List.of("", "]", "]}", " , ", ",7 7", ", {\"a\": tru", ", \"\u00e9\u00e9", ", \"\n", ",nul");

  private static byte[] document(Random random) {
    var text =
        new StringBuilder(random.nextBoolean() ? "{\"list\": [" : "\ufeff{\r\n \"list\":[\n");
    int items = 1 + random.nextInt(40);
    for (int i = 0; i < items; i++) {
      text.append(i == 0 ? "" : random.nextInt(3) == 0 ? " ," : ",");
      text.append(List.of("", "\n", "\r\n", "\r", "  ", "\n\n\t").get(random.nextInt(6)));
      text.append("{\"name\":\"").append("\u00e7\ud83d\ude00a".repeat(random.nextInt(4)));
      text.append(random.nextInt(20) == 0 ? "x".repeat(random.nextInt(300)) : "");
      text.append("\",").append(random.nextBoolean() ? "\n" : "").append(" \"n\": 12.50}");
    }
    return Documents.utf8(text.append(ENDS.get(random.nextInt(ENDS.size()))));
  }

  /** Offsets behind the items of the list. */
  private static List<Long> places(byte[] document) {
    var places = new ArrayList<Long>();
    var cursor = Utf8Cursor.over(document, Limits.defaults());
    try {
      while (cursor.next() != Token.END) {
        if (cursor.token() == Token.END_OBJECT && cursor.depth() == 2) {
          places.add(cursor.reached());
        }
      }
    } catch (JsonStop stop) {
      // As far as it goes.
    }
    return places;
  }

  private static void readTo(Utf8Cursor cursor, long place) {
    while (cursor.reached() < place) {
      cursor.next();
    }
  }

  /** The rest of a document, and all that may be shown around each place. */
  private static List<String> rest(Utf8Cursor cursor, int window, ByteArrayInputStream source) {
    var rest = new ArrayList<String>();
    try {
      do {
        rest.add(shown(cursor, window, cursor.reached()) + source.available());
        cursor.next();
        rest.add(Trace.line(cursor));
        rest.add(shown(cursor, window, cursor.offset()));
      } while (cursor.token() != Token.END);
    } catch (JsonStop stop) {
      rest.add(stop.getMessage());
      rest.add(shown(cursor, window, stop.offset()));
    }
    return rest;
  }

  private static String shown(Utf8Cursor cursor, int window, long place) {
    var shown = new StringBuilder();
    for (long at = Math.max(0, place - 2L * window); at < place + window; at++) {
      shown.append(Arrays.toString(cursor.around(at, 3, 5)));
    }
    return shown.toString();
  }

  @Test
  void whoFollowsGoesOnAsIfItHadReadEverything() {
    var random = new Random(SEED);
    int followed = 0;
    for (int round = 0; round < 400; round++) {
      byte[] document = document(random);
      var places = places(document);
      int window = 16 + random.nextInt(80);
      if (places.size() < 2) {
        continue;
      }
      int one = random.nextInt(places.size() - 1);
      int other = one + 1 + random.nextInt(places.size() - one - 1);
      long from = places.get(one);
      long to = places.get(other);

      var readSource = new ByteArrayInputStream(document);
      var reading = Utf8Cursor.over(readSource, Limits.defaults(), window);
      readTo(reading, to);
      var followSource = new ByteArrayInputStream(document);
      var following = Utf8Cursor.over(followSource, Limits.defaults(), window);
      readTo(following, from);
      var ahead = Utf8Cursor.over(new ByteArrayInputStream(new byte[0]), Limits.defaults(), window);
      int begin = (int) from - ahead.lead(from);
      ahead.resume(
          new ByteArrayInputStream(document, begin, document.length), from, following.nesting());
      var alsoReading =
          Utf8Cursor.over(new ByteArrayInputStream(document), Limits.defaults(), window);
      readTo(alsoReading, from);
      while (ahead.reached() < to) {
        assertThat(ahead.next()).isEqualTo(alsoReading.next());
        assertThat(ahead.offset()).isEqualTo(alsoReading.offset());
        long back = Math.min(random.nextInt(4), ahead.offset() - from);
        assertThat(ahead.around(ahead.offset() - back, 4, 12))
            .as("shown at %d in a window of %d, from %d on", ahead.offset(), window, from)
            .isEqualTo(alsoReading.around(ahead.offset() - back, 4, 12));
      }
      ahead.rest();
      var passage = ahead.passage();
      following.follow(passage);

      assertThat(following.reached()).isEqualTo(to);
      assertThat(following.line()).isEqualTo(reading.line());
      assertThat(following.reachedColumn()).isEqualTo(reading.reachedColumn());
      assertThat(rest(following, window, followSource))
          .as("window %d, %d to %d of %s", window, from, to, Documents.shown(document))
          .isEqualTo(rest(reading, window, readSource));
      followed++;
    }
    assertThat(followed).isGreaterThan(300);
  }

  @Test
  void onlyBehindAnItemOfAnArrayMayAnotherBegin() {
    var cursor = Utf8Cursor.over(Documents.utf8("{\"a\": {}}"), Limits.defaults());
    readTo(cursor, 8);
    assertThatThrownBy(cursor::nesting).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPassageIsFollowedFromItsBeginningOnly() {
    var cursor = Utf8Cursor.over(Documents.utf8("[{}, {}, {}]"), Limits.defaults());
    readTo(cursor, 3);
    assertThatThrownBy(() -> cursor.follow(new Passage(7, 10, 11, 0, 0, 0)))
        .isInstanceOf(IllegalStateException.class);
  }
}
