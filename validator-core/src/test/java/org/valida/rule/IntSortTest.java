package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntSortTest {

  @Test
  void sortsLikeTheLibraryAndKeepsTheOrderOfEqualOnes() {
    var random = new Random(3);
    for (int size = 0; size < 200; size++) {
      int kinds = 1 + random.nextInt(20);
      var keys = random.ints(size, 0, kinds).toArray();
      var expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingInt(i -> keys[i]))
              .mapToInt(i -> i)
              .toArray();
      assertThat(IntSort.ascending(size, (a, b) -> Integer.compare(keys[a], keys[b])))
          .isEqualTo(expected);
    }
  }

  @Test
  void whatIsSortedTakesOneLook() {
    var compared = new AtomicLong();
    IntSort.ascending(
        10_000,
        (a, b) -> {
          compared.incrementAndGet();
          return Integer.compare(a, b);
        });
    assertThat(compared.get()).isLessThan(10_000);
  }

  @Test
  void noOrderIsABadCase() {
    var compared = new AtomicLong();
    int size = 1 << 12;
    IntSort.ascending(
        size,
        (a, b) -> {
          compared.incrementAndGet();
          return Integer.compare(b, a);
        });
    assertThat(compared.get()).isLessThan(3L * size * 12);
  }
}
