package org.valida.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What is to be reached, and what was. */
final class Goals {

  private final Journal journal;
  private final List<Integer> javas;
  private final int megabytes;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param megabytes of the payload of whole processes
   */
  Goals(Journal journal, List<Integer> javas, int megabytes) {
    this.journal = journal;
    this.javas = javas;
    this.megabytes = megabytes;
  }

  List<List<String>> rows() {
    for (var payload : List.of("despesa-pretty", "despesa-compact", "funcoes-compact")) {
      double goal = payload.startsWith("despesa") ? 1.8 : 1.4;
      atLeast(
          "one thread over Jackson's bare tokens, in process, " + payload,
          goal,
          java -> journal.ratio("tokens@" + java + "/" + payload, "valida", "jackson"));
    }
    atLeast(
        "two threads over one, in process, " + megabytes * 5 + " MB",
        1.4,
        java -> journal.ratio("threads@" + java + "/despesa", "two", "one"));
    timesAsFast("everit", true, 18);
    timesAsFast("networknt", true, 12);
    timesAsFast("sourcemeta-fast", false, 5);
    timesAsFast("ajv", false, 3);
    atMost(
        "time, " + megabytes + " MB, of simdjson's bare DOM parse",
        1.2,
        java -> journal.ratio("whole", Peers.VALIDA + java, "simdjson"));
    atMost(
        "resident MB, " + megabytes + " MB",
        90,
        java -> journal.megabytes("whole", Peers.VALIDA + java));
    atMost(
        "resident MB, " + megabytes * 10 + " MB",
        90,
        java -> journal.megabytes("memory", Peers.VALIDA + java + "-tenfold"));
    passes(megabytes + " MB", "-Xmx32m");
    passes(megabytes * 10 + " MB", "-tenfold-Xmx32m");
    atMost(
        "time with 1% bad records of that of the clean payload, whole process, "
            + megabytes
            + " MB",
        1.5,
        java -> journal.ratio("whole", Peers.VALIDA + java + "-bad", Peers.VALIDA + java));
    for (var payload : List.of("despesa", "funcoes")) {
      atMost(
          "the same in process, " + payload,
          1.5,
          // These are rates.
          java -> journal.ratio("bad@" + java + "/" + payload, "clean", "bad"));
    }
    atMost(
        "time, 2 KB payload, of `java` printing hello",
        2.5,
        java -> journal.ratio("start", Peers.VALIDA + java, "hello@" + java));
    atMost(
        "time, 20,000 files of 5 KB, of one file of the same bytes",
        3,
        java ->
            journal.ratio(
                "many", Peers.VALIDA + java + "-many-files", Peers.VALIDA + java + "-one-file"));
    return rows;
  }

  private void timesAsFast(String peer, boolean onJava, double goal) {
    atLeast(
        "times as fast as " + peer + ", whole process, " + megabytes + " MB",
        goal,
        java -> journal.ratio("whole", peer + (onJava ? "@" + java : ""), Peers.VALIDA + java));
  }

  private void passes(String payload, String suffix) {
    var row = new ArrayList<>(List.of(payload + " with `-Xmx32m`", "passes"));
    for (int java : javas) {
      var entries = journal.of("memory", Peers.VALIDA + java + suffix);
      row.add(
          entries.isEmpty()
              ? "–"
              : "passes, " + Math.round(entries.get(0).megabytes()) + " MB resident");
    }
    rows.add(row);
  }

  private void atLeast(String measure, double goal, IntFunction<Optional<Series>> figure) {
    row(measure, "≥ " + plain(goal), goal, true, figure);
  }

  private void atMost(String measure, double goal, IntFunction<Optional<Series>> figure) {
    row(measure, "≤ " + plain(goal), goal, false, figure);
  }

  private void row(
      String measure,
      String shownGoal,
      double goal,
      boolean least,
      IntFunction<Optional<Series>> figure) {
    var row = new ArrayList<>(List.of(measure, shownGoal));
    for (int java : javas) {
      var series = figure.apply(java);
      boolean reached =
          series.isPresent()
              && (least ? series.get().median() >= goal : series.get().median() <= goal);
      row.add(Page.shown(series) + (series.isEmpty() || reached ? "" : " **missed**"));
    }
    rows.add(row);
  }

  private static String plain(double goal) {
    return goal == Math.rint(goal) ? String.valueOf((long) goal) : String.valueOf(goal);
  }
}
