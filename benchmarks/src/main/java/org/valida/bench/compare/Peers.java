package org.valida.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs that are compared, as far as this machine has them. */
final class Peers {

  /** Valida in the journal; the version of Java follows. */
  static final String VALIDA = "valida@";

  private final Workplace workplace;
  private final Map<Integer, Path> javas;
  private final Path npm;
  private final Path simdjson;

  Peers(Workplace workplace, Map<Integer, Path> javas) {
    this.workplace = workplace;
    this.javas = javas;
    this.npm = workplace.module().resolve("target/npm");
    this.simdjson = workplace.module().resolve("target/simdjson-dom");
  }

  /** Fetches and builds those that are not made of Java; what cannot be had is left out. */
  void prepare() throws IOException, InterruptedException {
    Files.createDirectories(npm);
    if (!Files.exists(npm.resolve("node_modules/ajv"))
        && !workplace.prepare(
            npm,
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--prefix",
            ".",
            "ajv",
            "@sourcemeta/jsonschema")) {
      System.err.println("compare: without ajv and sourcemeta, as npm does not give them");
    }
    Files.writeString(
        npm.resolve("ajv.js"), Files.readString(workplace.module().resolve("src/main/js/ajv.js")));
    if (!Files.exists(simdjson)
        && !workplace.prepare(
            workplace.module(),
            "g++",
            "-O3",
            "-march=native",
            "-std=c++17",
            "-o",
            simdjson.toString(),
            "src/main/cpp/dom.cpp",
            "-lsimdjson")) {
      System.err.println("compare: without simdjson; Debian has it as libsimdjson-dev and g++");
    }
  }

  /** {@code ./valida check} with further options, on each Java. */
  Map<String, Program> valida(String suffix, String javaOptions, List<String> arguments) {
    var programs = new LinkedHashMap<String, Program>();
    javas.forEach(
        (version, home) -> {
          var command = new java.util.ArrayList<String>();
          command.add(workplace.root().resolve("valida").toString());
          command.add("check");
          command.addAll(arguments);
          programs.put(
              VALIDA + version + suffix,
              new Program(
                  command, Map.of("JAVA_HOME", home.toString(), "VALIDA_JAVA_OPTS", javaOptions)));
        });
    return programs;
  }

  /** Java printing hello, on each Java. */
  Map<String, Program> hello() throws IOException {
    var programs = new LinkedHashMap<String, Program>();
    for (var java : javas.entrySet()) {
      programs.put(
          "hello@" + java.getKey(),
          new Program(
              java.getValue().resolve("bin/java").toString(),
              "-cp",
              workplace.classes().toString(),
              "org.valida.bench.peer.Hello"));
    }
    return programs;
  }

  /** Those that end within some seconds. */
  Map<String, Program> quick(Path schema, Path file) throws IOException {
    var programs = new LinkedHashMap<String, Program>();
    for (var java : javas.entrySet()) {
      programs.put(
          "jackson@" + java.getKey(), java(java.getValue(), SERIAL, "JacksonTokens", file));
    }
    if (Files.exists(npm.resolve("node_modules/ajv"))) {
      programs.put(
          "ajv",
          new Program(
              "node",
              "--max-old-space-size=8192",
              npm.resolve("ajv.js").toString(),
              schema.toString(),
              file.toString()));
    }
    sourcemeta()
        .ifPresent(
            binary ->
                programs.put(
                    "sourcemeta-fast",
                    new Program(
                        binary.toString(),
                        "validate",
                        "--fast",
                        schema.toString(),
                        file.toString())));
    if (Files.exists(simdjson)) {
      programs.put("simdjson", new Program(simdjson.toString(), file.toString()));
    }
    return programs;
  }

  /** Those that take longer. */
  Map<String, Program> slow(Path schema, Path file) throws IOException {
    var programs = new LinkedHashMap<String, Program>();
    for (var java : javas.entrySet()) {
      programs.put(
          "justify@" + java.getKey(), java(java.getValue(), JUSTIFY, "Justify", schema, file));
      programs.put(
          "networknt@" + java.getKey(), java(java.getValue(), PARALLEL, "Networknt", schema, file));
      programs.put(
          "everit@" + java.getKey(), java(java.getValue(), PARALLEL, "Everit", schema, file));
    }
    sourcemeta()
        .ifPresent(
            binary ->
                programs.put(
                    "sourcemeta",
                    new Program(
                        binary.toString(), "validate", schema.toString(), file.toString())));
    return programs;
  }

  /** What streams leaves little to collect. */
  private static final List<String> SERIAL = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData");

  /** Its parser ends at 15 million characters by itself. */
  private static final List<String> JUSTIFY =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Dorg.eclipse.parsson.maxParsingLimit=" + Integer.MAX_VALUE);

  /** A tree of the whole document is best collected by all cores. */
  private static final List<String> PARALLEL =
      List.of("-XX:+UseParallelGC", "-XX:-UsePerfData", "-Xmx8g");

  private Program java(Path home, List<String> options, String main, Path... arguments)
      throws IOException {
    var texts = java.util.stream.Stream.of(arguments).map(Path::toString).toList();
    return new Program(workplace.java(home, options, "peer." + main, texts), Map.of());
  }

  /** Its binary for this system: the package brings several, behind a script of Node's. */
  private Optional<Path> sourcemeta() throws IOException {
    var binaries = npm.resolve("node_modules/@sourcemeta/jsonschema/build/github-releases");
    var machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
    var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
    var binary = binaries.resolve("jsonschema-" + system + "-" + machine);
    if (!Files.exists(binary)) {
      return Optional.empty();
    }
    binary.toFile().setExecutable(true);
    return Optional.of(binary);
  }
}
