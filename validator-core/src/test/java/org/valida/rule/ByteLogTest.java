package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteLogTest {

  private static final List<Long> NUMBERS =
      List.of(0L, 1L, -1L, 63L, 64L, -64L, -65L, 1L << 35, Long.MAX_VALUE, Long.MIN_VALUE);

  private final ByteLog log = new ByteLog();

  @Test
  void everyNumberIsReadAsItWasWritten() {
    long position = log.begin(NUMBERS.size());
    NUMBERS.forEach(log::write);

    var reader = log.reader();
    reader.seek(position);
    for (long number : NUMBERS) {
      assertThat(reader.next()).isEqualTo(number);
    }
  }

  @Test
  void numbersBeforeTheOneThatIsSoughtArePassedOver() {
    long position = log.begin(NUMBERS.size());
    NUMBERS.forEach(log::write);

    for (int i = 0; i < NUMBERS.size(); i++) {
      var reader = log.reader();
      reader.seek(position);
      reader.skip(i);
      assertThat(reader.next()).as("number %d", i).isEqualTo(NUMBERS.get(i));
    }
  }

  /** Enough for several blocks, with entries that end at all distances from the end of a block. */
  @Test
  void entriesOfManyBlocksAreFoundByTheirPositionAndInTheirOrder() {
    var random = new Random(7);
    var positions = new ArrayList<Long>();
    var written = new ArrayList<long[]>();
    for (int i = 0; i < 60_000; i++) {
      var entry = new long[] {i, random.nextLong() >> random.nextInt(64), -i};
      positions.add(log.begin(entry.length));
      written.add(entry);
      for (long number : entry) {
        log.write(number);
      }
    }

    var inOrder = log.reader();
    var anywhere = log.reader();
    for (int i = 0; i < written.size(); i++) {
      inOrder.entry(3);
      anywhere.seek(positions.get(i));
      for (long number : written.get(i)) {
        assertThat(inOrder.next()).isEqualTo(number);
        assertThat(anywhere.next()).isEqualTo(number);
      }
    }
  }
}
