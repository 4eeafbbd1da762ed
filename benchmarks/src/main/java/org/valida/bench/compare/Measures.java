package org.valida.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that is measured, part by part; programs of a part run in turn. */
final class Measures {

  private static final int SMALL_FILES = 20_000;

  private final Workplace workplace;
  private final Options options;
  private final Map<Integer, Path> javas;
  private final Peers peers;
  private final Journal journal;
  private final Data data;

  Measures(
      Workplace workplace,
      Options options,
      Map<Integer, Path> javas,
      Peers peers,
      Journal journal) {
    this.workplace = workplace;
    this.options = options;
    this.javas = javas;
    this.peers = peers;
    this.journal = journal;
    this.data = new Data(workplace);
  }

  /** What is done with the figures so far, after each part. */
  interface Told {
    void figures() throws IOException;
  }

  void all(Told told) throws IOException, InterruptedException {
    start();
    told.figures();
    wholeProcess();
    told.figures();
    manyFiles();
    memory();
    told.figures();
    inOneProcess();
    told.figures();
  }

  // ---- whole processes

  private void start() throws IOException, InterruptedException {
    var tiny = workplace.data("tiny.json");
    new SmallFiles(workplace.root()).writeTiny(tiny);
    var programs = new LinkedHashMap<String, Program>(peers.hello());
    programs.putAll(peers.valida("", "", List.of(tiny.toString())));
    inTurn("start", programs, options.startRounds());
  }

  private void wholeProcess() throws IOException, InterruptedException {
    long bytes = options.megabytes() * 1_000_000L;
    var schema = workplace.module().resolve("schemas/despesa.schema.json");
    var clean = data.clean("despesa", "pretty", bytes);
    var bad = data.bad("despesa", "pretty", bytes);
    var programs = new LinkedHashMap<String, Program>();
    for (var file : List.of(clean, bad)) {
      var suffix = file.equals(clean) ? "" : "-bad";
      peers.valida("", "", List.of(file.toString())).forEach((k, v) -> programs.put(k + suffix, v));
      peers.quick(schema, file).forEach((k, v) -> programs.put(k + suffix, v));
    }
    programs.putAll(peers.valida("-one", "", List.of("--jobs", "1", clean.toString())));
    var slow = new LinkedHashMap<>(peers.slow(schema, clean));
    // Slow ones take part in the first rounds only; each round has all of its programs in turn.
    for (int round = 1; round <= options.rounds(); round++) {
      inTurn("whole", programs, round, round);
      if (round <= options.slowRounds()) {
        inTurn("whole", slow, round, round);
      }
      if (round <= Math.max(1, options.slowRounds() - 2)) {
        var slowBad = new LinkedHashMap<String, Program>();
        peers.slow(schema, bad).forEach((k, v) -> slowBad.put(k + "-bad", v));
        inTurn("whole", slowBad, round, round);
      }
    }
  }

  private void memory() throws IOException, InterruptedException {
    long bytes = options.megabytes() * 1_000_000L;
    var file = data.clean("despesa", "pretty", bytes);
    inTurn("memory", peers.valida("-Xmx32m", "-Xmx32m", List.of(file.toString())), 1);
    if (options.huge()) {
      var huge = data.clean("despesa", "pretty", bytes * 10);
      inTurn("memory", peers.valida("-tenfold", "", List.of(huge.toString())), 1);
      inTurn("memory", peers.valida("-tenfold-Xmx32m", "-Xmx32m", List.of(huge.toString())), 1);
      Files.delete(huge);
    }
  }

  private void manyFiles() throws IOException, InterruptedException {
    int files = options.megabytes() < 10 ? 100 : SMALL_FILES;
    var folder = workplace.data("small-" + files);
    var one = workplace.data("small-" + files + ".json");
    if (!Files.exists(one)) {
      var small = new SmallFiles(workplace.root());
      small.write(folder, files);
      small.writeOne(one, files);
    }
    var programs = new LinkedHashMap<String, Program>();
    programs.putAll(peers.valida("-one-file", "", List.of(one.toString())));
    programs.putAll(peers.valida("-many-files", "", List.of(folder.toString())));
    inTurn("many", programs, options.slowRounds());
  }

  private void inTurn(String part, Map<String, Program> programs, int rounds)
      throws IOException, InterruptedException {
    inTurn(part, programs, 1, rounds);
  }

  private void inTurn(String part, Map<String, Program> programs, int first, int last)
      throws IOException, InterruptedException {
    var output = workplace.data("output.txt");
    for (int round = first; round <= last; round++) {
      for (var program : programs.entrySet()) {
        var name = program.getKey();
        if (journal.has(part, name, round)) {
          continue;
        }
        if (round == 1 && name.startsWith(Peers.VALIDA)) {
          // The launcher makes its archive of classes at the first start.
          program.getValue().run(output);
        }
        var measured = program.getValue().run(output);
        if (!asExpected(name, measured)) {
          System.err.println(name + " did not do its work: " + measured);
          continue;
        }
        journal.add(
            new Journal.Entry(
                part, name, round, measured.seconds(), measured.megabytes(), measured.says()));
      }
    }
  }

  /** Everybody must find the defects, and nothing where there are none; parsers look for none. */
  private static boolean asExpected(String name, Measured measured) {
    boolean parser = name.startsWith("jackson") || name.startsWith("simdjson");
    if (name.startsWith("sourcemeta") && name.endsWith("-bad")) {
      return measured.says().startsWith("fail");
    }
    return measured.status() == (name.endsWith("-bad") && !parser ? 1 : 0);
  }

  // ---- in one process

  private void inOneProcess() throws IOException, InterruptedException {
    data.forBenchmarks();
    var payloads = List.of("despesa-pretty", "despesa-compact", "funcoes-compact");
    for (var java : javas.entrySet()) {
      for (var payload : payloads) {
        inProcess(java.getKey(), "tokens", payload, List.of(payload));
      }
      inProcess(java.getKey(), "bad", "despesa", List.of("despesa-pretty", "despesa-bad"));
      inProcess(java.getKey(), "bad", "funcoes", List.of("funcoes-compact", "funcoes-bad"));
      var large = data.clean("despesa", "pretty", options.megabytes() * 5_000_000L);
      var name = String.valueOf(large.getFileName()).replace(".json", "");
      inProcess(java.getKey(), "threads", "despesa", List.of(name));
    }
  }

  private void inProcess(int java, String measure, String name, List<String> payloads)
      throws IOException, InterruptedException {
    var part = measure + "@" + java + "/" + name;
    if (!journal.names(part).isEmpty()) {
      return;
    }
    var arguments = new ArrayList<String>(List.of(measure, String.valueOf(options.rounds())));
    payloads.forEach(payload -> arguments.add(workplace.data(payload + ".json").toString()));
    var output = workplace.data("output.txt");
    var command =
        workplace.java(javas.get(java), List.of("-XX:+UseSerialGC"), "InProcess", arguments);
    var measured = new Program(command, Map.of()).run(output);
    var lines = Files.readAllLines(output);
    if (measured.status() != 0) {
      throw new IOException(lines.stream().limit(5).collect(Collectors.joining("\n")));
    }
    for (var line : lines) {
      var cells = line.split(" ", -1);
      journal.add(
          new Journal.Entry(
              part, cells[0], Integer.parseInt(cells[1]), Double.parseDouble(cells[2]), 0, "MB/s"));
    }
  }
}
