package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.valida.Contract;
import org.valida.Valida;
import org.valida.violation.Level;

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

  /**
   * What compares the entes of a run must not compare each with each: that would take hours. Time
   * is no measure of a test, so the limit only tells a search that does not end.
   */
  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void entesThatAreAllTheSameAreNotComparedEachWithEach() throws IOException {
    var ente =
        ",{\"sgl_uf\":\"RS\",\"cod_municipio\":4314902,\"num_ano\":2024,\"num_periodo\":2,"
            + "\"despesa\":[]}";
    int entes = 400_000;
    var some = ente.repeat(1000);
    var parts = new ArrayList<InputStream>();
    parts.add(text("{\"dat_consulta\":\"2024-05-15T10:00:00Z\",\"ente\":[" + ente.substring(1)));
    for (int i = 0; i < entes / 1000; i++) {
      parts.add(text(some));
    }
    parts.add(text("]}"));

    var report =
        Valida.builder()
            .level("ente-duplicate", Level.OFF)
            .level("ente-empty", Level.OFF)
            .build()
            .check(
                Contract.of("mce/despesa"),
                new SequenceInputStream(Collections.enumeration(parts)),
                violation -> assertThat(violation).isNull());

    assertThat(report.result().records()).isEqualTo(entes + 1);
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static long allocated(long records) throws IOException {
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    check(records);
    return thread.getCurrentThreadAllocatedBytes() - before;
  }
}
