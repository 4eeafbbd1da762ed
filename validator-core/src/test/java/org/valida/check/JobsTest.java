package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.json.JsonValue;
import org.valida.report.JsonReport;
import org.valida.report.TextReport;
import org.valida.report.Wording;
import org.valida.violation.Messages;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Suppression;
import org.valida.violation.Violation;

/** Whatever the number of jobs, a run says the same, in the same order, on the same thread. */
class JobsTest {

  private static final long SEED = 20_260_131;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);
  private static final String NOTHING = "{\"ente\":[]}";

  /** Every seventh violation is known; which one that is depends on the order of the questions. */
  private static Suppression everySeventh() {
    var asked = new AtomicInteger();
    return (path, violation) -> asked.incrementAndGet() % 7 == 0;
  }

  private static Valida valida(int jobs) {
    return Valida.builder().today(TODAY).jobs(jobs).suppression(everySeventh()).build();
  }

  private static List<String> calls(List<? extends Source> sources, int jobs) {
    var log = new CallLog();
    valida(jobs).run(sources, log);
    return log.calls();
  }

  private static List<MemorySource> payloads() {
    var payloads = new ArrayList<MemorySource>();
    for (var folder : List.of("mce/valid", "mce/invalid", "sgp/valid", "sgp/invalid")) {
      for (var file : TestData.files(TestData.testdata().resolve(folder), ".json")) {
        payloads.add(new MemorySource(TestData.name(file), TestData.bytes(file)));
      }
    }
    return payloads;
  }

  /** One with more violations than a lane holds, so that whoever checks it has to wait. */
  private static MemorySource full(String path) {
    return MemorySource.of(
        path, "{\"ente\":[" + String.join(",", Collections.nCopies(Lane.HELD, "{\n}")) + "]}");
  }

  @Test
  void aRunSaysTheSameWhateverTheNumberOfJobs() {
    var random = new Random(SEED);
    var all = payloads();
    for (int jobs : new int[] {2, 3, 5, 8}) {
      Collections.shuffle(all, random);
      var some = new ArrayList<Source>(all.subList(0, 60));
      some.add(random.nextInt(5), full("full-1.json"));
      some.add(random.nextInt(some.size()), full("full-2.json"));

      var alone = calls(some, 1);
      assertThat(alone.stream().filter(call -> call.contains("full-1.json")).count())
          .isGreaterThan(2 * Lane.HELD);
      assertThat(calls(some, jobs)).as(jobs + " jobs").isEqualTo(alone);
      assertThat(violationsAfterTheirInput(alone)).as("of rules that compare inputs").isPositive();
      assertThat(alone).anyMatch(call -> call.startsWith("totals "));
      assertThat(alone).anyMatch(call -> call.startsWith("suppressed "));
    }
  }

  @Test
  void manySmallInputsAreCheckedTogetherAndSaidInTheirOrder() {
    var some = new ArrayList<Source>();
    for (var payload : payloads()) {
      some.add(MemorySource.shared(payload.path(), payload.bytes()));
    }
    // Several of these are more than a lane tells at once, and all of them more than it holds.
    var defects = "{\"ente\":[" + String.join(",", Collections.nCopies(40, "{\n}")) + "]}";
    for (int i = 0; i < 60; i++) {
      some.add(
          10 + i,
          MemorySource.shared("few-" + i + ".json", defects.getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(Crew.end(some, 10)).as("inputs of a lane").isGreaterThan(40);

    var alone = calls(some, 1);

    assertThat(calls(some, 2)).isEqualTo(alone);
    assertThat(calls(some, 7)).isEqualTo(alone);
  }

  @Test
  void whatIsLargeOrOfUnknownSizeIsCheckedByItself() {
    var small = MemorySource.shared("small.json", new byte[20_000]);
    var large = MemorySource.shared("large.json", new byte[100_000]);
    var unknown = new MemorySource("unknown.json", new byte[10]);
    var sources = List.of(small, small, small, small, large, small, unknown, small, unknown);

    var ends = new ArrayList<Integer>();
    for (int from = 0; from < sources.size(); from = Crew.end(sources, from)) {
      ends.add(Crew.end(sources, from));
    }
    assertThat(ends).containsExactly(3, 4, 5, 6, 7, 8, 9);
    var nothing = MemorySource.shared("nothing.json", new byte[0]);
    assertThat(Crew.end(List.of(nothing, unknown), 0)).isEqualTo(1);
    assertThat(Crew.end(Collections.nCopies(1000, MemorySource.shared("", new byte[1])), 10))
        .isEqualTo(74);
  }

  private static long violationsAfterTheirInput(List<String> calls) {
    int last = calls.size() - 1;
    while (!calls.get(last).startsWith("read ")) {
      last--;
    }
    return calls.subList(last, calls.size()).stream()
        .filter(call -> call.startsWith("violation "))
        .count();
  }

  @Test
  void theReportsOfTheWholeTestdataAreTheSameToTheByte() throws IOException {
    var inputs = Inputs.of(List.of("testdata"), TestData.root(), InputStream.nullInputStream());
    assertThat(Crew.isWorthwhile(inputs.sources())).isTrue();

    assertThat(text(inputs.sources(), 3)).isEqualTo(text(inputs.sources(), 1));
    assertThat(json(inputs.sources(), 3)).isEqualTo(json(inputs.sources(), 1));
  }

  private static String text(List<Source> sources, int jobs) {
    var out = new StringBuilder();
    var wording = Wording.of(Messages.of("pt"));
    valida(jobs).run(sources, new TextReport(out, wording, "pt", TextReport.Options.DEFAULT));
    assertThat(out).isNotEmpty();
    return out.toString();
  }

  private static String json(List<Source> sources, int jobs) {
    var out = new StringWriter();
    var wording = Wording.of(Messages.of("en"));
    valida(jobs).run(sources, new JsonReport(out, wording, "en", JsonReport.Options.of("1")));
    return out.toString().replaceAll("\"(seconds|nanos|millis)\" ?: ?[0-9.E-]+", "");
  }

  @Test
  void severalAreReadAtTheSameTimeButOnlyAFewAhead() {
    int jobs = 3;
    int ahead = 4 * jobs - 1;
    var others = new CountDownLatch(ahead);
    var begun = new AtomicInteger();
    var seen = new AtomicInteger();
    var sources = new ArrayList<Source>();
    sources.add(
        opening(
            () -> {
              assertThat(others.await(60, TimeUnit.SECONDS)).as("others are read").isTrue();
              seen.set(begun.get());
            }));
    for (int i = 0; i < 100; i++) {
      sources.add(
          opening(
              () -> {
                begun.incrementAndGet();
                others.countDown();
              }));
    }

    var result = valida(jobs).run(sources, (path, violation) -> {});

    assertThat(result.files()).hasSize(101);
    assertThat(seen).hasValue(ahead);
  }

  private interface Event {
    void run() throws InterruptedException;
  }

  /** An input that does something first. */
  private static Source opening(Event event) {
    return new Source() {
      @Override
      public String path() {
        return "a.json";
      }

      @Override
      public InputStream open() throws IOException {
        try {
          event.run();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        return new ByteArrayInputStream(NOTHING.getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public boolean rereadable() {
        return true;
      }

      @Override
      public Optional<Path> file() {
        return Optional.empty();
      }
    };
  }

  @Test
  void whoFindsMoreThanALaneHoldsWaits() throws InterruptedException {
    var lane = new Lane(List.of(new Input(null, Map.of(), Optional.empty())));
    var put = new AtomicInteger();
    var finder =
        new Thread(
            () -> {
              for (int i = 0; i < 3 * Lane.HELD; i++) {
                lane.violation(null);
                put.incrementAndGet();
              }
              lane.ended(null);
            });
    finder.start();
    while (finder.getState() != Thread.State.WAITING) {
      assertThat(put.get()).isLessThanOrEqualTo(Lane.HELD);
      Thread.onSpinWait();
    }

    assertThat(put).hasValue(Lane.HELD);
    var drained = new AtomicInteger();
    lane.drain(counting(drained));
    assertThat(drained).hasValue(3 * Lane.HELD);
  }

  private static InputReport counting(AtomicInteger count) {
    return new InputReport() {
      @Override
      public void begin(Input input) {}

      @Override
      public void end(Outcome outcome) {}

      @Override
      public void contract(String id) {
        count.incrementAndGet();
      }

      @Override
      public void violation(Violation violation) {
        count.incrementAndGet();
      }

      @Override
      public void totals(org.valida.violation.Totals totals) {
        count.incrementAndGet();
      }
    };
  }

  @Test
  void whatOneThreadThrowsIsThrownInItsTurn() {
    var sources = new ArrayList<Source>(payloads().subList(100, 140));
    sources.add(
        20,
        opening(
            () -> {
              throw new IllegalStateException("on purpose");
            }));

    for (int jobs : new int[] {1, 4}) {
      var log = new CallLog();
      assertThatThrownBy(() -> valida(jobs).run(sources, log))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("on purpose");
      assertThat(log.calls().stream().filter(call -> call.startsWith("read "))).hasSize(20);
    }
  }

  @Test
  void whatTheListenerThrowsEndsTheRun() {
    var begun = new AtomicInteger();
    var sources = new ArrayList<Source>();
    sources.add(full("full.json"));
    IntStream.range(0, 500).forEach(i -> sources.add(opening(begun::incrementAndGet)));
    RunListener broken =
        (path, violation) -> {
          throw new IllegalStateException("nobody reads on");
        };

    var valida = Valida.builder().jobs(2).build();
    assertThatThrownBy(() -> valida.run(sources, broken)).hasMessage("nobody reads on");
    assertThat(begun.get()).isLessThan(8);
  }

  @Test
  void anInterruptStopsEverything() throws InterruptedException {
    var waiting = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    Event patience =
        () -> {
          waiting.countDown();
          try {
            new CountDownLatch(1).await();
          } finally {
            stopped.countDown();
          }
        };
    var sources = List.of(opening(patience), opening(() -> {}));
    var thrown = new AtomicReference<Throwable>();
    var flagged = new AtomicReference<Boolean>();
    var caller =
        new Thread(
            () -> {
              try {
                valida(2).run(sources, (path, violation) -> {});
              } catch (CancellationException e) {
                thrown.set(e);
                flagged.set(Thread.currentThread().isInterrupted());
              }
            });
    caller.start();
    assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();
    caller.interrupt();
    caller.join(60_000);

    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    assertThat(flagged.get()).isTrue();
    assertThat(stopped.await(60, TimeUnit.SECONDS)).as("who was still reading").isTrue();
  }

  @Test
  void answersOfAServerAreJoinedInTheOrderOfTheInputs() {
    var answer = JsonValue.parse("{\"errors\":[{\"cpf\":\"1\",\"erro\":\"x\",\"nome\":\"\"}]}");
    var sources =
        payloads().stream().filter(source -> source.path().startsWith("sgp/valid")).toList();
    var texts = new ArrayList<List<String>>();
    for (int jobs : new int[] {1, 4}) {
      var log = new CallLog();
      Valida.builder()
          .today(TODAY)
          .jobs(jobs)
          .serverErrors(List.of(answer))
          .build()
          .run(sources, log);
      texts.add(log.calls());
    }

    assertThat(texts.get(1)).isEqualTo(texts.get(0));
    assertThat(texts.get(0)).anyMatch(call -> call.contains("server-error"));
  }

  @Test
  void aRunHasAtLeastOneJob() {
    assertThatThrownBy(() -> Valida.builder().jobs(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void littleToReadIsReadByTheThreadItself() {
    var threads = new ArrayList<Thread>();
    Source small =
        new Source() {
          @Override
          public String path() {
            return "a.json";
          }

          @Override
          public InputStream open() {
            threads.add(Thread.currentThread());
            return new ByteArrayInputStream(NOTHING.getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public boolean rereadable() {
            return true;
          }

          @Override
          public Optional<Path> file() {
            return Optional.empty();
          }

          @Override
          public java.util.OptionalLong size() {
            return java.util.OptionalLong.of(11);
          }
        };

    RunResult result = valida(4).run(List.of(small, small), (path, violation) -> {});

    assertThat(result.files()).hasSize(2);
    assertThat(threads).containsOnly(Thread.currentThread());
  }
}
