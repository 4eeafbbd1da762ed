package org.valida.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.valida.Valida;

/**
 * The engine with all rules, and Jackson's bare tokens, over the same bytes in memory. With {@code
 * -prof gc} it tells what a pass allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EngineBenchmark {

  /** The payload; its name begins with that of a contract, up to the first hyphen. */
  @Param({"despesa-pretty", "despesa-compact", "despesa-bad", "funcoes-compact", "funcoes-bad"})
  public String payload;

  private byte[] bytes;
  private Valida valida;

  @Setup
  public void read() throws IOException {
    var data = Path.of(System.getProperty("valida.bench.data"));
    bytes = Passes.bytes(data.resolve(payload + ".json"));
    valida = Passes.valida(Payloads.contract(payload), 1);
  }

  @Benchmark
  public long jacksonTokens() throws IOException {
    return Passes.jacksonTokens(bytes);
  }

  @Benchmark
  public long valida() {
    return Passes.check(valida, Passes.inMemory(bytes));
  }
}
