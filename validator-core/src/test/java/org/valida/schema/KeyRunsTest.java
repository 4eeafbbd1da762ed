package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KeyRunsTest {

  @Test
  void takesRunsInAnyOrderThatDoNotOverlap() {
    var runs = new KeyRuns();
    for (long group : new long[] {5, 1, 9, 3}) {
      for (long second = -3; second < 3; second++) {
        assertThat(runs.take(group, second)).as("%d, %d", group, second).isTrue();
      }
    }
    // Between the others there is still room, and within them there is none.
    assertThat(runs.take(1, 3)).isTrue();
    assertThat(runs.take(2, 0)).isTrue();
    assertThat(runs.take(3, -4)).isTrue();
    assertThat(runs.take(3, -3)).isFalse();
  }

  @Test
  void refusesAKeyThatCameFirstOrLastOrBetween() {
    for (long key : new long[] {10, 15, 20, 30}) {
      var runs = new KeyRuns();
      runs.take(10, 0);
      runs.take(20, 0);
      runs.take(5, 0);
      runs.take(7, 0);
      runs.take(30, 0);
      assertThat(runs.take(key, 0)).as("%d", key).isFalse();
    }
  }

  @Test
  void takesSoManyRunsAndNoMore() {
    var runs = new KeyRuns();
    for (long key = 0; key <= KeyRuns.MOST; key++) {
      assertThat(runs.take(-key, 0)).isTrue();
    }
    assertThat(runs.take(-1_000, 0)).isFalse();
    runs.clear();
    assertThat(runs.take(0, 0)).isTrue();
    assertThat(runs.take(-1, 0)).isTrue();
  }

  @Test
  void theGreatestKeyMayComeOnce() {
    var runs = new KeyRuns();
    assertThat(runs.take(Long.MAX_VALUE, Long.MAX_VALUE)).isTrue();
    assertThat(runs.take(Long.MAX_VALUE, Long.MAX_VALUE)).isFalse();
  }

  /** Whatever it takes is new; sorted parts that follow each other are all taken. */
  @Test
  void neverTakesAKeyTwiceAloneOrTogether() {
    var random = new Random(11);
    int refused = 0;
    for (int round = 0; round < 3_000; round++) {
      var all = new KeyRuns();
      var known = new TreeSet<Long>();
      boolean taken = true;
      for (int part = 0; part < 6 && taken; part++) {
        var runs = new KeyRuns();
        var own = new TreeSet<Long>();
        long key = random.nextInt(60);
        boolean useful = true;
        for (int i = random.nextInt(12); i > 0 && useful; i--) {
          key = random.nextInt(4) == 0 ? random.nextInt(120) : key + 1 + random.nextInt(3);
          useful = runs.take(key, 0);
          assertThat(useful && !own.add(key)).isFalse();
        }
        if (!useful) {
          continue;
        }
        taken = all.takeAll(runs);
        boolean anew = own.stream().noneMatch(known::contains);
        assertThat(taken && !anew).isFalse();
        known.addAll(own);
        refused += taken ? 0 : 1;
      }
    }
    assertThat(refused).isBetween(100, 3_000);
  }
}
