package org.valida.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the figures were measured on, and with which versions. */
record Machine(Workplace workplace, Map<Integer, Path> javas) {

  String description() throws IOException {
    var lines = new ArrayList<String>();
    lines.add(
        "- "
            + LocalDate.now(ZoneOffset.UTC)
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " cores of "
            + first(Path.of("/proc/cpuinfo"), "model name")
            + ", "
            + memory()
            + " of memory, "
            + System.getProperty("os.name"));
    var versions = new ArrayList<String>();
    for (var java : javas.values()) {
      versions.add("Java " + Javas.version(java));
    }
    versions.addAll(libraries());
    for (var module : List.of("ajv", "@sourcemeta/jsonschema")) {
      var json = workplace.module().resolve("target/npm/node_modules/" + module + "/package.json");
      if (Files.exists(json)) {
        versions.add(module + " " + first(json, "\"version\"").replaceAll("[\", ]", ""));
      }
    }
    lines.add("- " + String.join(", ", versions));
    lines.add("- load when it ended: " + load() + busy());
    return String.join("\n", lines) + "\n";
  }

  private List<String> libraries() throws IOException {
    try (var jars = Files.list(workplace.module().resolve("target/lib"))) {
      return jars.map(jar -> String.valueOf(jar.getFileName()).replace(".jar", ""))
          .filter(jar -> jar.matches("(jackson-core|everit|json-schema-valid|justify|parsson).*"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static String memory() throws IOException {
    var kilobytes = first(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", "");
    return kilobytes.isEmpty() ? "?" : Math.round(Long.parseLong(kilobytes) / 1048576.0) + " GiB";
  }

  /** What a reader of the figures must know of a machine that had other things to do. */
  private static String busy() throws IOException {
    var load = load();
    return load.equals("?")
            || Double.parseDouble(load) <= 2.0 * Runtime.getRuntime().availableProcessors()
        ? ""
        : ". **Other programs kept the machine busy: neither times nor their ratios count.**";
  }

  /** The one-minute average: with nothing else running, about the number of its own threads. */
  private static String load() throws IOException {
    var file = Path.of("/proc/loadavg");
    return Files.exists(file) ? Files.readString(file).split(" ", 2)[0] : "?";
  }

  /** What stands behind the colon of the first line that begins so. */
  private static String first(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (var lines = Files.lines(file)) {
      return lines
          .filter(line -> line.strip().startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    }
  }
}
