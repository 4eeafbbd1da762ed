package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.valida.Contract;
import org.valida.Valida;

/**
 * A lote of a million records: every duplicate is found, and the work grows with the records, not
 * faster. Work is counted in bytes allocated, not in seconds.
 */
class MillionRecordsTest {

  private static final Valida VALIDA = Valida.withDefaults();

  /**
   * A lote that is made while it is read: records of one attribute, of which every hundredth
   * repeats an earlier one.
   */
  private static final class Lote extends InputStream {
    private final long records;
    private long next;
    private byte[] text = {'['};
    private int at;

    Lote(long records) {
      this.records = records;
    }

    private boolean more() {
      while (at == text.length) {
        if (next > records) {
          return false;
        }
        at = 0;
        if (next == records) {
          text = new byte[] {']'};
        } else {
          long code = next % 100 == 99 ? next - 99 : next;
          text =
              ((next == 0 ? "" : ",") + "{\"codigoMatriculaSgp\":" + (10_000_000 + code) + "}")
                  .getBytes(StandardCharsets.US_ASCII);
        }
        next++;
      }
      return true;
    }

    @Override
    public int read() {
      return more() ? text[at++] : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int count = 0;
      while (count < length && more()) {
        int part = Math.min(length - count, text.length - at);
        System.arraycopy(text, at, into, offset + count, part);
        at += part;
        count += part;
      }
      return count == 0 && length > 0 ? -1 : count;
    }
  }

  private static long check(long records) throws IOException {
    var found = new AtomicLong();
    var report =
        VALIDA.check(
            Contract.of("sgp/matriculas-confirmar"),
            new Lote(records),
            violation -> {
              assertThat(violation.rule().id()).isEqualTo("lote-duplicate");
              found.incrementAndGet();
            });
    assertThat(report.result().records()).isEqualTo(records);
    return found.get();
  }

  @Test
  void everyDuplicateOfAMillionRecordsIsFound() throws IOException {
    assertThat(check(1_000_000)).isEqualTo(10_000);
  }

  @Test
  void theWorkGrowsNoFasterThanTheRecords() throws IOException {
    check(1_000);
    long some = allocated(20_000);
    long many = allocated(640_000);
    assertThat((double) many / some)
        .as("bytes allocated for 32 times the records: %d against %d", many, some)
        .isLessThan(32 * 1.6);
  }

  private static long allocated(long records) throws IOException {
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    check(records);
    return thread.getCurrentThreadAllocatedBytes() - before;
  }
}
