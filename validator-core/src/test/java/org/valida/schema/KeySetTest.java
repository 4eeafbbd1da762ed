package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeySetTest {

  private final KeySet keys = new KeySet();

  private static KeySet.Digest key(String... parts) {
    var digest = new KeySet.Digest();
    for (var part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.add(bytes, 0, bytes.length);
    }
    return digest.finish();
  }

  /** A key whose digest is this, for collisions that no text makes. */
  private static KeySet.Digest digest(long high, long low) {
    var digest = new KeySet.Digest();
    digest.high = high;
    digest.low = low;
    return digest;
  }

  @Test
  void aKeyThatComesAgainAnswersWhereItWasFirst() {
    assertThat(keys.add(key("a"), 7)).isEqualTo(-1);
    assertThat(keys.add(key("b"), 8)).isEqualTo(-1);
    assertThat(keys.add(key("a"), 9)).isEqualTo(7);
    assertThat(keys.add(key("a"), 10)).isEqualTo(7);
    assertThat(keys.size()).isEqualTo(2);
  }

  @Test
  void theFirstPlaceMayBeZero() {
    keys.add(key("a"), 0);

    assertThat(keys.add(key("a"), 1)).isZero();
  }

  @Test
  void whatWasNotAddedIsNotThere() {
    keys.add(key("a"), 0);

    assertThat(keys.contains(key("a"))).isTrue();
    assertThat(keys.contains(key("b"))).isFalse();
    assertThat(keys.contains(digest(0, 0))).isFalse();
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    keys.add(key("ab", "c"), 0);

    assertThat(keys.contains(key("a", "bc"))).isFalse();
    assertThat(keys.contains(key("abc"))).isFalse();
    assertThat(keys.contains(key("abc", ""))).isFalse();
    assertThat(keys.contains(key("ab", "c"))).isTrue();
  }

  @Test
  void textsOfAllLengthsDiffer() {
    for (int length = 0; length < 40; length++) {
      assertThat(keys.add(key("\0".repeat(length)), length)).as("%d zeros", length).isEqualTo(-1);
    }
  }

  @Test
  void partsOfAllKindsDiffer() {
    byte[] text = new byte[40];
    int made = 0;
    for (long number : new long[] {0, 1, 2, -1, 7, 8, 1L << 60, 1L << 61, Long.MIN_VALUE}) {
      assertThat(keys.add(new KeySet.Digest().number(number).finish(), made++)).isEqualTo(-1);
      assertThat(keys.add(new KeySet.Digest().digested(number, 1).finish(), made++)).isEqualTo(-1);
      assertThat(keys.add(new KeySet.Digest().substitute().number(number).finish(), made++))
          .isEqualTo(-1);
    }
    for (int length = 0; length <= text.length; length++) {
      assertThat(keys.add(new KeySet.Digest().text(text, length).finish(), made++))
          .as("%d zeros", length)
          .isEqualTo(-1);
    }
    assertThat(keys.add(new KeySet.Digest().absent().finish(), made++)).isEqualTo(-1);
    assertThat(keys.add(new KeySet.Digest().absent().absent().finish(), made)).isEqualTo(-1);
  }

  @Test
  void whatIsBehindATextIsNoPartOfIt() {
    byte[] one = "12345678abcdefgh".getBytes(StandardCharsets.UTF_8);
    byte[] other = "12345678abcXXXXX".getBytes(StandardCharsets.UTF_8);

    keys.add(new KeySet.Digest().text(one, 11).finish(), 0);

    assertThat(keys.contains(new KeySet.Digest().text(other, 11).finish())).isTrue();
    assertThat(keys.contains(new KeySet.Digest().text(other, 12).finish())).isFalse();
  }

  @Test
  void aDigestCanBeUsedAgain() {
    var digest = new KeySet.Digest();
    digest.start().add(1).add(2).finish();
    long high = digest.high;
    long low = digest.low;
    digest.start().add(3).finish();

    assertThat(digest.high).isNotEqualTo(high);
    digest.start().add(1).add(2).finish();
    assertThat(new long[] {digest.high, digest.low}).containsExactly(high, low);
  }

  @Test
  void keysInTheSameSlotAreToldApart() {
    for (int i = 0; i < 8; i++) {
      assertThat(keys.add(digest(5 + 1024L * i, 100 + 2L * i), i)).isEqualTo(-1);
    }
    for (int i = 0; i < 8; i++) {
      assertThat(keys.add(digest(5 + 1024L * i, 100 + 2L * i), 99)).isEqualTo(i);
    }
  }

  @Test
  void halfADigestInCommonIsNotTheSameKey() {
    keys.add(digest(5, 100), 0);

    assertThat(keys.add(digest(5, 102), 1)).isEqualTo(-1);
    assertThat(keys.add(digest(21, 100), 2)).isEqualTo(-1);
    assertThat(keys.size()).isEqualTo(3);
  }

  @Test
  void aSlotSearchGoesOnAtTheBeginningOfTheTable() {
    for (int i = 0; i < 6; i++) {
      keys.add(digest(15, 200 + 2L * i), i);
    }

    assertThat(keys.contains(digest(15, 210))).isTrue();
    assertThat(keys.contains(digest(15, 212))).isFalse();
  }

  @Test
  void aHundredThousandKeysStayFindable() {
    var digest = new KeySet.Digest();
    for (int i = 0; i < 100_000; i++) {
      assertThat(keys.add(digest.start().add(i).finish(), i)).isEqualTo(-1);
    }

    assertThat(keys.size()).isEqualTo(100_000);
    for (int i = 0; i < 100_000; i += 97) {
      assertThat(keys.add(digest.start().add(i).finish(), -2)).isEqualTo(i);
    }
    assertThat(keys.contains(digest.start().add(100_000).finish())).isFalse();
  }

  @Test
  void clearForgetsAllKeysOfSmallAndLargeTables() {
    for (int count : new int[] {0, 3, 20_000, 5}) {
      for (int i = 0; i < count; i++) {
        keys.add(digest(i * 31L, 2L * i), i);
      }
      keys.clear();

      assertThat(keys.size()).isZero();
      assertThat(keys.contains(digest(0, 0))).isFalse();
      assertThat(keys.add(digest(31, 2), 77)).isEqualTo(-1);
      assertThat(keys.add(digest(31, 2), 78)).isEqualTo(77);
      keys.clear();
    }
  }

  /** Joined, taken back and added to at random, beside a map; in order, nearly so, and not. */
  @Test
  void joinedSetsKnowTheKeysOfBothOrOfTheFirstAlone() {
    var random = new Random(20_261_122);
    for (int round = 0; round < 600; round++) {
      int order = random.nextInt(3);
      var set = new KeySet();
      var known = new LinkedHashMap<Long, Long>();
      long next = 1;
      int joined = 0;
      for (int step = 0; step < 12; step++) {
        var part = new KeySet();
        var inPart = new LinkedHashMap<Long, Long>();
        for (int i = random.nextInt(30); i > 0; i--) {
          next += 1 + random.nextInt(5);
          boolean again = order > 0 && random.nextInt(60) == 0 && !known.isEmpty();
          long key = again ? random.nextLong(next) : order == 2 ? -next : next;
          if (part.add(number(key), i) < 0) {
            inPart.put(key, (long) i);
          }
        }
        boolean clash = inPart.keySet().stream().anyMatch(known::containsKey);
        assertThat(set.join(part, place -> place + 1_000)).isEqualTo(!clash);
        if (!clash && random.nextInt(4) == 0) {
          set.shrink(known.size());
        } else if (!clash) {
          inPart.forEach((key, place) -> known.put(key, place + 1_000));
          joined++;
        }
        long own = random.nextInt(3) == 0 ? random.nextLong(next) : ++next;
        assertThat(set.add(number(own), step)).isEqualTo(known.getOrDefault(own, -1L));
        known.putIfAbsent(own, (long) step);
        assertThat(set.size()).isEqualTo(known.size());
      }
      assertThat(joined).isPositive();
      known.forEach((key, place) -> assertThat(set.add(number(key), 5)).isEqualTo(place));
    }
  }

  private static KeySet.Digest number(long key) {
    return new KeySet.Digest().add(key).finish();
  }
}
