package org.valida.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.valida.violation.FileResult;
import org.valida.violation.Messages;
import org.valida.violation.Printable;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;

/** Puts what was found into the order and the words of the page. */
final class HtmlPageMaker {

  /** Rows that can be read without the script, and that it begins with. */
  static final int FIRST_ROWS = 50;

  private static final int FILES = 500;
  private static final int BARS = 100;
  private static final int GROUPS = 500;
  private static final int STRIPS = 8;

  /** Texts that the script needs. */
  private static final List<String> SCRIPT_TEXTS =
      List.of(
          "severity.error",
          "severity.warning",
          "severity.info",
          "rows.shown",
          "rows.none",
          "rows.more",
          "rows.place",
          "sorted.ascending",
          "sorted.descending");

  private final Phrases phrases;
  private final FailureText failureText;
  private final String version;
  private final Wording wording;
  private final Messages messages;

  HtmlPageMaker(String language, String version, Wording wording, Messages messages) {
    this.phrases = Phrases.read(HtmlPageMaker.class, "/org/valida/report/html/texts", language);
    this.failureText = FailureText.of(language);
    this.version = version;
    this.wording = wording;
    this.messages = messages;
  }

  HtmlPage page(HtmlReport.Findings findings, RunResult result) {
    var strips = strips(findings.strips(), result);
    return new HtmlPage(
        phrases,
        HtmlAssets.read(),
        version,
        new HtmlVerdict(phrases, result).banner(),
        tiles(result),
        failures(result),
        files(result),
        rules(findings.rules()),
        attributes(findings.attributes()),
        strips,
        moreStrips(result, strips.size()),
        groups(findings),
        listing(findings, result));
  }

  // ---- Totals and files

  private List<HtmlPage.Tile> tiles(RunResult result) {
    var tiles = new ArrayList<HtmlPage.Tile>();
    tile(tiles, "errors", result.errors(), result.errors() > 0 ? "error" : "none");
    tile(tiles, "warnings", result.warnings(), result.warnings() > 0 ? "warning" : "none");
    if (result.infos() > 0) {
      tile(tiles, "infos", result.infos(), "info");
    }
    if (result.suppressed() > 0) {
      tile(tiles, "suppressed", result.suppressed(), "none");
    }
    tile(tiles, "records", result.records(), "none");
    tile(tiles, "files", result.files().size(), "none");
    var size = HtmlSize.of(result.bytes(), phrases);
    tiles.add(new HtmlPage.Tile(size, phrases.text("tile.size"), "none"));
    return tiles;
  }

  private void tile(List<HtmlPage.Tile> tiles, String what, long count, String mood) {
    var label = phrases.text("tile." + what + (count == 1 ? ".one" : ".other"));
    tiles.add(new HtmlPage.Tile(phrases.grouped(count), label, mood));
  }

  private List<String> failures(RunResult result) {
    return Stream.concat(
            result.files().stream().flatMap(file -> file.failure().stream()),
            result.failures().stream())
        .map(failureText::line)
        .toList();
  }

  private static final Comparator<FileResult> WORST_FIRST =
      Comparator.comparing((FileResult file) -> file.failure().isEmpty())
          .thenComparing(Comparator.comparingLong(FileResult::errors).reversed())
          .thenComparing(Comparator.comparingLong(FileResult::warnings).reversed())
          .thenComparing(Comparator.comparingLong(FileResult::infos).reversed());

  private HtmlPage.FileTable files(RunResult result) {
    int more = result.files().size() - FILES;
    return new HtmlPage.FileTable(
        result.files().stream().sorted(WORST_FIRST).limit(FILES).map(this::file).toList(),
        result.infos() > 0,
        result.suppressed() > 0,
        more > 0 ? phrases.counted("files.more", more) : "");
  }

  private HtmlPage.FileLine file(FileResult file) {
    var mood =
        file.failure().isPresent()
            ? "failed"
            : file.errors() > 0 ? "error" : file.warnings() > 0 ? "warning" : "good";
    return new HtmlPage.FileLine(
        HtmlPath.of(Printable.of(file.path())),
        Printable.of(file.contract().orElse("–")),
        mood,
        phrases.text("state." + mood),
        phrases.grouped(file.records()),
        HtmlSize.of(file.bytes(), phrases),
        phrases.grouped(file.errors()),
        phrases.grouped(file.warnings()),
        phrases.grouped(file.infos()),
        phrases.grouped(file.suppressed()));
  }

  // ---- Charts

  private HtmlPage.Chart rules(HtmlCounts counts) {
    return chart(
        counts,
        (rule, count, longest) ->
            new HtmlPage.BarLine(
                Printable.of(rule),
                messages.title(rule).equals(rule) ? "" : messages.title(rule),
                messages.why(rule),
                mood(count),
                phrases.grouped(count.total()),
                bar(count, longest)));
  }

  private HtmlPage.Chart attributes(HtmlCounts counts) {
    return chart(
        counts,
        (name, count, longest) ->
            new HtmlPage.BarLine(
                name.isEmpty() ? phrases.text("attribute.document") : Printable.of(name),
                "",
                "",
                mood(count),
                phrases.grouped(count.total()),
                bar(count, longest)));
  }

  private interface BarMaker {
    HtmlPage.BarLine line(String name, HtmlCount count, long longest);
  }

  private HtmlPage.Chart chart(HtmlCounts counts, BarMaker maker) {
    var sorted = counts.mostFirst();
    long longest = sorted.isEmpty() ? 1 : sorted.get(0).getValue().total();
    var lines = new ArrayList<HtmlPage.BarLine>();
    long rest = counts.others().total();
    for (var entry : sorted) {
      if (lines.size() < BARS) {
        lines.add(maker.line(entry.getKey(), entry.getValue(), longest));
      } else {
        rest += entry.getValue().total();
      }
    }
    return new HtmlPage.Chart(lines, rest == 0 ? "" : phrases.counted("chart.more", rest));
  }

  private static String mood(HtmlCount count) {
    for (var severity : Severity.values()) {
      if (count.of(severity) > 0) {
        return severity.label();
      }
    }
    return Severity.INFO.label();
  }

  private static HtmlPage.Bar bar(HtmlCount count, long longest) {
    return new HtmlPage.Bar(
        length(count.of(Severity.ERROR), longest),
        length(count.of(Severity.WARNING), longest),
        length(count.of(Severity.INFO), longest));
  }

  /** In thousandths; what there is, is seen. */
  private static long length(long count, long longest) {
    return count == 0 ? 0 : Math.max(6, Math.round(count * 1000.0 / longest));
  }

  // ---- Where in the files

  private List<HtmlPage.StripLine> strips(Map<String, HtmlStrip> strips, RunResult result) {
    var drawing = new HtmlStripDrawing(phrases);
    return result.files().stream()
        .filter(file -> strips.containsKey(file.path()))
        .sorted(WORST_FIRST)
        .limit(STRIPS)
        .map(file -> drawing.of(file, strips.get(file.path())))
        .toList();
  }

  private String moreStrips(RunResult result, int drawn) {
    long more = result.files().stream().filter(file -> !file.byRule().isEmpty()).count() - drawn;
    return more > 0 ? phrases.counted("strips.more", more) : "";
  }

  // ---- Schools and etapas

  private List<HtmlPage.GroupTable> groups(HtmlReport.Findings findings) {
    var tables = new ArrayList<HtmlPage.GroupTable>();
    group(tables, HtmlRow.SCHOOL, findings.schools(), findings.all());
    group(tables, HtmlRow.STAGE, findings.stages(), findings.all());
    return tables;
  }

  private void group(
      List<HtmlPage.GroupTable> tables, String kind, HtmlCounts counts, HtmlCount all) {
    if (counts.isEmpty()) {
      return;
    }
    var sorted = counts.worstFirst();
    long longest = sorted.stream().mapToLong(entry -> entry.getValue().total()).max().orElse(1);
    var named = new HtmlCount();
    var beyond = new HtmlCount();
    beyond.add(counts.others());
    var lines = new ArrayList<HtmlPage.GroupLine>();
    for (var entry : sorted) {
      named.add(entry.getValue());
      if (lines.size() < GROUPS) {
        lines.add(groupLine(entry.getKey(), entry.getKey(), entry.getValue(), longest));
      } else {
        beyond.add(entry.getValue());
      }
    }
    named.add(counts.others());
    if (beyond.total() > 0) {
      lines.add(groupLine(phrases.text("group.others"), "", beyond, longest));
    }
    var without = all.minus(named);
    if (without.total() > 0) {
      lines.add(groupLine(phrases.text("group.none." + kind), "", without, longest));
    }
    tables.add(new HtmlPage.GroupTable(kind, lines, all.of(Severity.INFO) > 0));
  }

  private HtmlPage.GroupLine groupLine(String name, String key, HtmlCount count, long longest) {
    return new HtmlPage.GroupLine(
        name,
        key,
        phrases.grouped(count.of(Severity.ERROR)),
        phrases.grouped(count.of(Severity.WARNING)),
        phrases.grouped(count.of(Severity.INFO)),
        phrases.grouped(count.total()),
        bar(count, Math.max(longest, count.total())));
  }

  // ---- The violations

  private HtmlPage.Listing listing(HtmlReport.Findings findings, RunResult result) {
    var places = new HashMap<String, Integer>();
    result.files().forEach(file -> places.putIfAbsent(file.path(), places.size()));
    var rows =
        findings.sample().all().stream()
            .sorted(
                Comparator.comparing((HtmlSample.Found found) -> found.violation().severity())
                    .thenComparing(found -> places.getOrDefault(found.path(), places.size()))
                    .thenComparing(found -> found.violation().offset()))
            .map(this::row)
            .toList();
    var texts = new LinkedHashMap<String, String>();
    texts.put("language", phrases.language());
    SCRIPT_TEXTS.forEach(key -> texts.put(key, phrases.text(key)));
    return new HtmlPage.Listing(
        note(findings, rows.size()),
        rows.stream().limit(FIRST_ROWS).toList(),
        new HtmlData(rows, texts),
        rows.isEmpty(),
        distinct(rows.stream().map(HtmlRow::rule).sorted()),
        distinct(rows.stream().map(HtmlRow::path)),
        distinct(rows.stream().map(HtmlRow::school).sorted()),
        distinct(rows.stream().map(HtmlRow::stage).sorted()));
  }

  private HtmlRow row(HtmlSample.Found found) {
    var severity = phrases.text("severity." + found.violation().severity().label());
    return HtmlRow.of(found, wording, messages, severity);
  }

  private static List<String> distinct(Stream<String> texts) {
    return texts.filter(text -> !text.isEmpty()).distinct().toList();
  }

  private String note(HtmlReport.Findings findings, int listed) {
    long total = findings.all().total();
    if (listed == total) {
      return "";
    }
    return phrases.text(
        "listing.some",
        Map.of(
            "listed", phrases.grouped(listed),
            "total", phrases.grouped(total),
            "most", phrases.grouped(findings.sample().most())));
  }
}
