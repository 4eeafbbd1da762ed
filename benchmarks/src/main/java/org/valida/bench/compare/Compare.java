package org.valida.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures Valida beside its peers and writes the tables of docs/performance.md; {@code
 * benchmarks/compare} starts it. What was measured is kept, so that a comparison that broke off
 * goes on.
 */
public final class Compare {

  private Compare() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Options options;
    try {
      options = Options.of(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    var root = Path.of("").toAbsolutePath();
    var workplace = Workplace.of(root, options);
    var figures = workplace.folder().resolve("measured.tsv");
    if (options.fresh()) {
      Files.deleteIfExists(figures);
    }
    var journal = new Journal(figures);
    var javas = javas(options);
    var peers = new Peers(workplace, javas);
    if (options.peersFromRegistry() && !options.tables()) {
      peers.prepare();
    }
    var page = new Page(workplace, journal, javas, options.megabytes());
    var measures = new Measures(workplace, options, javas, peers, journal);
    if (options.tables()) {
      page.write(root.resolve("docs/performance.md"));
    } else if (options.write()) {
      measures.all(() -> page.write(root.resolve("docs/performance.md")));
    } else {
      measures.all(() -> {});
      System.out.println(page.goals());
    }
  }

  private static Map<Integer, Path> javas(Options options) throws IOException {
    var javas = new LinkedHashMap<Integer, Path>();
    for (int version : options.javas().stream().sorted().toList()) {
      var home = Javas.home(version);
      if (home.isPresent()) {
        javas.put(version, home.get());
      } else {
        System.err.println("compare: no JDK " + version + " here; set JAVA" + version + "_HOME");
      }
    }
    return javas;
  }
}
