package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
  void aKeyOfUpToTwelveWordsIsMixedByProducts() {
    var random = new Random(13);
    for (int length = 3; length <= LongKey.MIXED; length++) {
      for (int round = 0; round < 20; round++) {
        long[] words = random.longs(length).toArray();
        var key = key(words);

        assertThat(new long[] {key.high, key.low}).containsExactly(mixed(words));
      }
    }
  }

  /** SipHash-1-3 of 128 bits as its authors describe it, but for the length at its end. */
  @Test
  void aLongerKeyIsDigestedBySipHash() {
    var random = new Random(13);
    for (int length = LongKey.MIXED + 1; length < 30; length++) {
      long[] words = random.longs(length).toArray();
      var key = key(words);

      assertThat(new long[] {key.high, key.low}).containsExactly(sipHash(words));
    }
  }

  /** Also of keys that differ in one bit, or in how many words there are. */
  @Test
  void digestsDiffer() {
    var random = new Random(14);
    long made = 0;
    for (int length = 3; length < 20; length++) {
      long[] words = new long[length];
      assertThat(keys.add(key(words), made++)).as("%d zeros", length).isEqualTo(-1);
      for (int bit = 0; bit < length * Long.SIZE; bit++) {
        words[bit / Long.SIZE] ^= 1L << bit;
        assertThat(keys.add(key(words), made++)).isEqualTo(-1);
        words[bit / Long.SIZE] = 0;
      }
      long[] some = random.longs(length).toArray();
      assertThat(keys.add(key(some), made)).isEqualTo(-1);
      assertThat(keys.add(key(some), -2)).isEqualTo(made++);
    }
  }

  private static KeySet.Digest key(long... words) {
    var key = new KeySet.Digest();
    for (long word : words) {
      key.add(word);
    }
    return key.finish();
  }

  private static long[] mixed(long[] words) {
    var sums = new BigInteger[LongKey.SUMS];
    for (int sum = 0; sum < sums.length; sum++) {
      sums[sum] =
          term(LongKey.MIXED, sum, 1, 0)
              .multiply(BigInteger.valueOf(words.length))
              .add(term(LongKey.MIXED, sum, 0, 0));
      for (int word = 0; word < words.length; word++) {
        sums[sum] =
            sums[sum].add(
                term(word, sum, 0, words[word] & 0xFFFFFFFFL)
                    .multiply(term(word, sum, 1, words[word] >>> 32)));
      }
    }
    return new long[] {joined(sums[0], sums[1]), joined(sums[2], sums[3])};
  }

  private static BigInteger term(int word, int sum, int factor, long plus) {
    long drawn = LongKey.TERMS[(word * LongKey.SUMS + sum) * 2 + factor];
    return BigInteger.valueOf(drawn).add(BigInteger.valueOf(plus));
  }

  /** Bits 32 to 63 of both. */
  private static long joined(BigInteger one, BigInteger other) {
    return one.shiftRight(32).longValue() << 32 | other.shiftRight(32).longValue() & 0xFFFFFFFFL;
  }

  private static long[] sipHash(long[] words) {
    long[] v = {
      LongKey.K0 ^ 0x736f6d6570736575L,
      LongKey.K1 ^ 0x646f72616e646f6dL ^ 0xee,
      LongKey.K0 ^ 0x6c7967656e657261L,
      LongKey.K1 ^ 0x7465646279746573L
    };
    for (long word : words) {
      v[3] ^= word;
      rounds(v, 1);
      v[0] ^= word;
    }
    v[2] ^= 0xee;
    rounds(v, 3);
    long high = v[0] ^ v[1] ^ v[2] ^ v[3];
    v[1] ^= 0xdd;
    rounds(v, 3);
    return new long[] {high, v[0] ^ v[1] ^ v[2] ^ v[3]};
  }

  private static void rounds(long[] v, int count) {
    for (int i = 0; i < count; i++) {
      v[0] += v[1];
      v[2] += v[3];
      v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
      v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
      v[0] = Long.rotateLeft(v[0], 32);
      v[2] += v[1];
      v[0] += v[3];
      v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
      v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
      v[2] = Long.rotateLeft(v[2], 32);
    }
  }

  @Test
  void differentKeysOfOneOrTwoWordsStayDifferent() {
    long[] words = {0, 1, 2, -2, 8, 1L << 32, 1L << 63, Long.MAX_VALUE, 0x00000001_00000001L};
    int made = 0;
    for (long first : words) {
      assertThat(keys.add(new KeySet.Digest().add(first).finish(), made++)).isEqualTo(-1);
      for (long second : words) {
        assertThat(keys.add(new KeySet.Digest().add(first).add(second).finish(), made++))
            .as("%d, %d", first, second)
            .isEqualTo(-1);
      }
    }
    made = 0;
    for (long first : words) {
      assertThat(keys.add(new KeySet.Digest().add(first).finish(), -2)).isEqualTo(made++);
      for (long second : words) {
        assertThat(keys.add(new KeySet.Digest().add(first).add(second).finish(), -2))
            .isEqualTo(made++);
      }
    }
  }

  @Test
  void keysThatComeInOrderAreFoundLikeOthers() {
    for (int turn = 0; turn < 100; turn++) {
      keys.clear();
      for (int i = 0; i < 100; i++) {
        assertThat(keys.add(new KeySet.Digest().add(i / 10).add(i % 10).finish(), i)).isEqualTo(-1);
      }
      // One that came before, at any place, ends the order.
      assertThat(keys.add(new KeySet.Digest().add(turn / 10).add(turn % 10).finish(), -2))
          .isEqualTo(turn);
      assertThat(keys.add(new KeySet.Digest().add(10).finish(), 100)).isEqualTo(-1);
      assertThat(keys.add(new KeySet.Digest().add(9).add(9).finish(), -2)).isEqualTo(99);
      assertThat(keys.size()).isEqualTo(101);
    }
  }

  /** Keys that the table can tell apart only by a look at each. */
  @Test
  void keysStayFindableWhereAllBeginInTheSameGroupWithTheSameTag() {
    for (int count : new int[] {7, 8, 9, 25, 26, 27, 300}) {
      for (long tag : new long[] {0, 1, 2, 0x80, 0xFF}) {
        for (int i = 0; i < count; i++) {
          assertThat(keys.add(digest(tag << 56 | 7, i), i)).isEqualTo(-1);
          assertThat(keys.contains(digest(tag << 56 | 7, i + 1L))).isFalse();
        }
        for (int i = 0; i < count; i++) {
          assertThat(keys.add(digest(tag << 56 | 7, i), -2)).isEqualTo(i);
        }
        keys.clear();
        assertThat(keys.contains(digest(tag << 56 | 7, 0))).isFalse();
      }
    }
  }

  /** Adding and taking back at random, where what was taken back must not be found again. */
  @Test
  void whatWasTakenBackIsNotThere() {
    var random = new Random(7);
    for (int round = 0; round < 50; round++) {
      keys.clear();
      keys.contains(digest(0, 0));
      var known = new ArrayList<Long>();
      for (int step = 0; step < 300; step++) {
        if (random.nextInt(10) == 0) {
          int left = random.nextInt(known.size() + 1);
          keys.shrink(left);
          known.subList(left, known.size()).clear();
        }
        long low = random.nextInt(400);
        // Two groups and four tags.
        var key = digest((low & 3) << 56 | (low >> 2 & 1), low);
        assertThat(keys.add(key, 1_000 + low)).isEqualTo(known.contains(low) ? 1_000 + low : -1);
        if (!known.contains(low)) {
          known.add(low);
        }
        assertThat(keys.size()).isEqualTo(known.size());
      }
    }
  }

  /** Sorted within groups that come in any order, as accounts by source, and with mistakes. */
  @Test
  void keysSortedInGroupsAreFoundLikeOthers() {
    var random = new Random(32);
    for (int round = 0; round < 400; round++) {
      keys.clear();
      var known = new LinkedHashMap<List<Long>, Long>();
      int groups = 1 + random.nextInt(2 * KeyRuns.MOST);
      var order = new ArrayList<Long>();
      for (long group = 0; group < groups; group++) {
        order.add(group * 10);
      }
      Collections.shuffle(order, random);
      for (long group : order) {
        long second = random.nextInt(5);
        for (int i = random.nextInt(6); i > 0; i--) {
          second += 1 + random.nextInt(4);
          boolean stray = random.nextInt(80) == 0;
          long first = stray ? random.nextInt(groups) * 10L : group;
          long place = known.size();
          assertThat(keys.add(new KeySet.Digest().add(first).add(second).finish(), place))
              .isEqualTo(known.getOrDefault(List.of(first, second), -1L));
          known.putIfAbsent(List.of(first, second), place);
        }
      }
      known.forEach(
          (key, place) ->
              assertThat(keys.add(new KeySet.Digest().add(key.get(0)).add(key.get(1)).finish(), -2))
                  .isEqualTo(place));
    }
  }

  @Test
  void aHundredThousandKeysInOrderAreJoinedAndFound() {
    var all = new KeySet();
    for (int part = 0; part < 100; part++) {
      var next = new KeySet();
      for (int i = 0; i < 1_000; i++) {
        next.add(number(part * 1_000L + i), i);
      }
      long before = part * 1_000L;
      assertThat(all.join(next, place -> before + place)).isTrue();
    }
    assertThat(all.size()).isEqualTo(100_000);
    for (long i = 0; i < 100_000; i += 37) {
      assertThat(all.add(number(i), -2)).isEqualTo(i);
    }
    all.shrink(5_000);
    assertThat(all.contains(number(4_999))).isTrue();
    assertThat(all.contains(number(5_000))).isFalse();
    assertThat(all.add(number(5_000), 9)).isEqualTo(-1);
    assertThat(all.add(number(5_000), 10)).isEqualTo(9);
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
