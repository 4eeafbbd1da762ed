package org.valida.fix;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.valida.Valida;
import org.valida.check.MemorySource;
import org.valida.check.Source;
import org.valida.violation.Violation;

/** Repairs documents in memory, for tests. */
record Fixing(Valida valida, boolean unsafe) {

  static Fixing safe(String contract) {
    return new Fixing(engine(contract), false);
  }

  static Fixing unsafe(String contract) {
    return new Fixing(engine(contract), true);
  }

  private static final Map<String, Valida> ENGINES = new ConcurrentHashMap<>();

  /** Contracts are compiled once for all tests. */
  private static Valida engine(String contract) {
    return ENGINES.computeIfAbsent(
        contract,
        id -> {
          var builder = Valida.builder().today(LocalDate.of(2026, 1, 31));
          return (id.isEmpty() ? builder : builder.contract(id)).build();
        });
  }

  FixResult run(byte[]... documents) {
    var sources = new ArrayList<Source>();
    for (byte[] document : documents) {
      sources.add(new MemorySource("document-" + sources.size() + ".json", document));
    }
    return new FixRun(valida::run, unsafe).run(sources);
  }

  byte[] fixed(byte[] document) {
    return bytes(run(document).inputs().get(0));
  }

  String fixed(String document) {
    return new String(fixed(document.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  static byte[] bytes(FixedInput input) {
    var out = new ByteArrayOutputStream();
    try (var repaired = input.open()) {
      repaired.stream().transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  List<Violation> violations(byte[] document) {
    var violations = new ArrayList<Violation>();
    valida.run(
        List.of(new MemorySource("document-0.json", document)),
        (path, violation) -> violations.add(violation));
    return violations;
  }

  /** The rules that speak of a document, each once, in the order of the alphabet. */
  TreeSet<String> rules(byte[] document) {
    var rules = new TreeSet<String>();
    violations(document).forEach(violation -> rules.add(violation.rule().id()));
    return rules;
  }
}
