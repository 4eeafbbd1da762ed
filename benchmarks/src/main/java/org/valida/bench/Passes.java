package org.valida.bench;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.valida.Valida;
import org.valida.check.Source;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Violation;

/** What is measured in one process: a pass over a payload in memory, or over a file. */
public final class Passes {

  private static final JsonFactory FACTORY = new JsonFactory();

  private Passes() {}

  /**
   * Jackson's tokens, without a check.
   *
   * @return how many there are
   */
  public static long jacksonTokens(byte[] payload) throws IOException {
    long tokens = 0;
    try (var parser = FACTORY.createParser(payload)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** The whole engine with all rules of a contract, in one thread or several. */
  public static Valida valida(String contract, int jobs) {
    return Valida.builder().contract(contract).jobs(jobs).build();
  }

  /**
   * A run over one input.
   *
   * @return how many violations it has
   * @throws IllegalStateException if it could not be read
   */
  public static long check(Valida valida, Source source) {
    var counted = new Counted();
    var result = valida.run(List.of(source), counted);
    if (result.files().stream().anyMatch(file -> file.failure().isPresent())) {
      throw new IllegalStateException("not checked: " + result.files());
    }
    return counted.violations;
  }

  /** The payload as an input of a run. */
  public static Source inMemory(byte[] payload) {
    return new InMemory(payload);
  }

  /** The bytes of a file. */
  public static byte[] bytes(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  private static final class Counted implements RunListener {
    private long violations;

    @Override
    public void violation(String path, Violation violation) {
      violations++;
    }

    @Override
    public void ended(RunResult result) {}
  }

  private record InMemory(byte[] payload) implements Source {
    @Override
    public String path() {
      return "payload.json";
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(payload);
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
    public OptionalLong size() {
      return OptionalLong.of(payload.length);
    }
  }
}
