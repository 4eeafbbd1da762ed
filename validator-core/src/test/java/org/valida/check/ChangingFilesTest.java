package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.valida.Valida;
import org.valida.violation.Failure;
import org.valida.violation.RunResult;

/** Files that others write to, cut or remove while they are read. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ChangingFilesTest {

  private static final String RECORD = "{\"sgl_uf\": \"xx\", \"despesa\": []}";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("a.json");
    Files.writeString(file, "{\"ente\": [" + (RECORD + ",").repeat(20_000) + RECORD + "]}");
  }

  private interface Change {
    void make() throws IOException;
  }

  /** Something is done to the file after each reading of a piece of it. */
  private RunResult run(Change change, List<String> found) throws IOException {
    var source = Inputs.of(List.of("a.json"), folder, InputStream.nullInputStream()).sources();
    var changing =
        new ForwardingSource(source.get(0)) {
          @Override
          public InputStream open() throws IOException {
            return new FilterInputStream(super.open()) {
              @Override
              public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                change.make();
                return read;
              }
            };
          }
        };
    return Valida.builder()
        .contract("mce/despesa")
        .build()
        .run(List.of(changing), (path, violation) -> found.add(violation.rule().id()));
  }

  private void isTold(RunResult result) {
    assertThat(result.files().get(0).failure())
        .contains(new Failure("changed-while-read", "a.json", Map.of()));
  }

  /** Whoever writes faster than we read would never let us come to an end. */
  @Test
  void ofOneThatNeverStopsGrowingNoMoreIsReadThanItHad() throws IOException {
    var more = (RECORD + ",").repeat(20_000).getBytes(StandardCharsets.UTF_8);
    Files.writeString(file, "{\"ente\": [" + (RECORD + ",").repeat(20_000));
    var found = new ArrayList<String>();
    var readings = new AtomicInteger();

    var result =
        run(
            () -> {
              if (readings.incrementAndGet() < 100) {
                Files.write(file, more, StandardOpenOption.APPEND);
              }
            },
            found);

    isTold(result);
    assertThat(found).as("of what stood there").isNotEmpty();
    assertThat(readings).hasValueLessThan(20);
  }

  @Test
  void oneThatIsCutShortIsTold() throws IOException {
    var found = new ArrayList<String>();
    var result =
        run(
            () -> {
              try (var cut = FileChannel.open(file, StandardOpenOption.WRITE)) {
                cut.truncate(10);
              }
            },
            found);

    isTold(result);
    assertThat(found).isNotEmpty();
  }

  @Test
  void oneThatIsReplacedIsReadAsItWas() throws IOException {
    var found = new ArrayList<String>();
    var result = run(() -> Files.deleteIfExists(file), found);

    assertThat(result.files().get(0).failure()).isEmpty();
    assertThat(result.files().get(0).records()).isEqualTo(20_001);
  }

  @Test
  void oneThatGrowsAndIsMovedAwayIsTold() throws IOException {
    Files.writeString(file, "{\"ente\": []}");
    var readings = new AtomicInteger();
    var result =
        run(
            () -> {
              if (readings.incrementAndGet() == 1) {
                Files.writeString(file, " ", StandardOpenOption.APPEND);
                Files.move(file, folder.resolve("b.json"));
              }
            },
            new ArrayList<>());

    isTold(result);
  }

  @Test
  void oneThatIsRemovedBeforeItsTurnIsToldToBeGone() throws IOException {
    Files.writeString(folder.resolve("b.json"), "{\"ente\": []}");
    var inputs =
        Inputs.of(List.of("a.json", "b.json"), folder, InputStream.nullInputStream()).sources();
    Files.delete(file);

    var result =
        Valida.builder().contract("mce/despesa").build().run(inputs, (path, violation) -> {});

    assertThat(result.files().get(0).failure())
        .contains(new Failure("unreadable", "a.json", Map.of("reason", "gone")));
    assertThat(result.files().get(1).failure()).isEmpty();
  }
}
