package org.valida.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.valida.check.Source;

/**
 * A document that is made while it is read, and is never in memory as a whole: what is held grows
 * with the repairs.
 */
class LargeLoteTest {

  private static final int RECORDS = 60_000;
  private static final int BROKEN = 20_000;

  /** Counts how often it is read. */
  private static final class Made implements Source {
    private final AtomicLong opened = new AtomicLong();

    @Override
    public String path() {
      return "large.json";
    }

    @Override
    public InputStream open() {
      opened.incrementAndGet();
      return new InputStream() {
        private int record;
        private InputStream piece = InputStream.nullInputStream();

        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int count = piece.read(bytes, offset, length);
          while (count < 0 && record <= RECORDS) {
            piece = new ByteArrayInputStream(piece(record++).getBytes(UTF_8));
            count = piece.read(bytes, offset, length);
          }
          return count;
        }
      };
    }

    private static String piece(int record) {
      if (record == RECORDS) {
        return "]";
      }
      var cpf = Lote.cpf(100_000_000 + record);
      var written = record % BROKEN == 1 ? Lote.punctuated(cpf) : cpf;
      return (record == 0 ? "[" : ",") + Lote.student('"' + written + '"', "\"2014-05-20\"");
    }

    @Override
    public boolean rereadable() {
      return true;
    }

    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }
  }

  @Test
  void isReadThreeTimesAndHeldNever() {
    var source = new Made();
    var valida = Fixing.safe(Lote.CONTRACT).valida();

    var result = new FixRun(valida::run, false).run(List.of(source));

    assertThat(result.repairs()).isEqualTo(RECORDS / BROKEN);
    assertThat(result.after().errors()).isZero();
    assertThat(source.opened).as("to check, to read the tokens, to try").hasValue(3);
    var input = result.inputs().get(0);
    assertThat(input.piece().patch().repairs())
        .extracting(repair -> repair.original().length + repair.replacement().length)
        .containsOnly(16 + 13);
  }
}
