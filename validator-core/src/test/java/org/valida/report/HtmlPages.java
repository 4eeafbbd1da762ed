package org.valida.report;

import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.check.MemorySource;
import org.valida.check.Source;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.Messages;
import org.valida.violation.RecordRef;
import org.valida.violation.Rule;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

/** HTML reports of all kinds of runs, in a language. */
final class HtmlPages {

  /** What a payload could try: markup, script, a template's own language, reordered text. */
  static final List<String> HOSTILE =
      List.of(
          "</script><script>document.title='owned'</script>",
          "<img src=x onerror=\"document.title='owned'\">",
          "<!--<script>",
          "\"><svg onload=document.title='owned'>",
          "' autofocus onfocus=document.title='owned' x='",
          "${page.version()} @template.row(page) $unsafe{1+1} {count}",
          "\u202Egnirts\u2066 \u2028line\u2029 \uFEFF\u0000",
          "&lt;b&gt; &amp; &#60;",
          "javascript:document.title='owned'",
          "\uD800");

  private static final Rule RULE =
      new Rule("code-unknown", Severity.ERROR, "sgp", "SGP 0.5.9", false);

  private HtmlPages() {}

  /** A run in which everything is right. */
  static String clean(String language) {
    var report = new Writing(language);
    report.to.read(Samples.file("a.json", 0, 0, Map.of()));
    return report.end(Samples.file("a.json", 0, 0, Map.of()));
  }

  /** A run of which nothing could be checked. */
  static String nothing(String language) {
    return new Writing(language)
        .end(
            new RunResult(
                List.of(), 0, List.of(new Failure("not-found", "missing.json", Map.of()))));
  }

  /** One file with an error and a warning, one that is right, one that could not be checked. */
  static String small(String language) {
    var report = new Writing(language);
    var broken =
        new FileResult(
            "answers/despesa.json",
            "mce/despesa",
            Verdict.INVALID,
            1,
            512,
            1,
            1,
            0,
            3,
            Map.of("cod-fonte-unknown", 1L, "json-bom", 1L),
            null);
    Samples.tell(report.to, broken, Samples.bom(), Samples.fonte());
    return report.end(
        broken, Samples.file("receita.json", 0, 0, Map.of()), Samples.unrecognised("other.json"));
  }

  /** Checks payloads as a user does. */
  static String checked(String folder, String language) {
    var inputs = Inputs.of(List.of(folder), TestData.root(), InputStream.nullInputStream());
    return checked(inputs.sources(), language);
  }

  /** Checks a lote of so many made-up students, some of them wrong in a way that happens. */
  static String lote(int students, String language) {
    var lote = lote(students).getBytes(StandardCharsets.UTF_8);
    return checked(List.of(new MemorySource("lote-2026-02.json", lote)), language);
  }

  private static String checked(List<? extends Source> sources, String language) {
    var report = new Writing(language);
    Valida.builder().today(LocalDate.of(2026, 2, 20)).build().run(sources, report.to);
    return report.out.toString();
  }

  private static String lote(int students) {
    var random = new SplittableRandom(7);
    var schools = List.of("35012345", "35098761", "35114477", "35220018", "35330909");
    var text = new StringBuilder("[");
    for (int i = 0; i < students; i++) {
      int school = random.nextInt(schools.size());
      // Two schools make most of the mistakes, and one batch went wrong as a whole.
      int mistake = random.nextInt(school < 2 ? 12 : 90);
      boolean batch = i > students * 6 / 10 && i < students * 7 / 10;
      text.append(i == 0 ? "\n" : ",\n")
          .append("  {\n    \"cpf\": \"")
          .append(mistake == 0 ? "123" : cpf(random.nextLong(1_000_000_000)))
          .append("\",\n    \"nome\": \"Estudante ")
          .append(Character.toString('A' + i % 26))
          .append(mistake == 1 ? " \"" : " Exemplo\"")
          .append(",\n    \"nomeMaeEstudante\": \"Mae Exemplo\",\n    \"dataNascimento\": \"")
          .append(mistake == 2 || batch ? "20/05/2014" : "2014-05-20")
          .append("\",\n    \"dataInicioMatricula\": \"2026-02-03\",\n    \"serieAno\": ")
          .append(mistake == 3 ? "99" : Integer.toString(14 + random.nextInt(6)))
          .append(",\n    \"inep\": ")
          .append(mistake == 4 ? '"' + schools.get(school) + '"' : schools.get(school))
          .append("\n  }");
    }
    return text.append("\n]\n").toString();
  }

  private static String cpf(long nineDigits) {
    var digits = new StringBuilder(String.format(Locale.ROOT, "%09d", nineDigits));
    for (int count = 9; count < 11; count++) {
      int sum = 0;
      for (int i = 0; i < count; i++) {
        sum += (digits.charAt(i) - '0') * (count + 1 - i);
      }
      digits.append(sum * 10 % 11 % 10);
    }
    return digits.toString();
  }

  /** Violations whose every text is hostile. */
  static String hostile(String language) {
    var wording =
        new Wording() {
          @Override
          public String message(Violation violation) {
            return violation.value().orElseThrow();
          }

          @Override
          public String help(Violation violation) {
            return violation.value().orElseThrow();
          }
        };
    var report = new Writing(language, wording);
    var files =
        HOSTILE.stream()
            .map(text -> Samples.file(text + ".json", 1, 0, Map.of("code-unknown", 1L)))
            .toList();
    for (int i = 0; i < HOSTILE.size(); i++) {
      var text = HOSTILE.get(i);
      report.to.violation(
          files.get(i).path(),
          new Violation(
              new Rule(text, Severity.ERROR, "sgp", text, false),
              Severity.ERROR,
              "",
              Map.of(),
              "/" + text.replace("/", "~1"),
              3,
              4,
              i,
              text,
              text,
              new RecordRef(text, 1, "", Map.of("school", text, "stage", text)),
              new Violation.Excerpt(text + text + text, text.length(), text.length())));
      report.to.read(files.get(i));
    }
    return report.end(files.toArray(FileResult[]::new));
  }

  /** So many violations in one file of a gigabyte, in 300 schools and 9 etapas. */
  static String huge(int violations, String language) {
    var report = new Writing(language);
    for (int i = 0; i < violations; i++) {
      var rule = i % 3 == 0 ? RULE : new Rule("rule-" + i % 17, Severity.WARNING, "sgp", "", false);
      report.to.violation(
          "huge.json",
          new Violation(
              rule,
              rule.severity(),
              "",
              Map.of(),
              "/" + i + "/serieAno",
              10L * i + 1,
              17,
              10_000L * i,
              "",
              "99",
              new RecordRef(
                  "#" + (i + 1),
                  i + 1,
                  "",
                  Map.of("school", Integer.toString(35_000_000 + i % 300), "stage", "" + i % 9)),
              new Violation.Excerpt("\"serieAno\": 99", 12, 2)));
    }
    int errors = (violations + 2) / 3;
    var file = Samples.file("huge.json", errors, violations - errors, Map.of("code-unknown", 1L));
    return report.end(file);
  }

  private static final class Writing {
    private final StringWriter out = new StringWriter();
    private final HtmlReport to;

    Writing(String language) {
      this(language, Wording.of(Messages.of(language)));
    }

    Writing(String language, Wording wording) {
      this.to = new HtmlReport(out, wording, language, new HtmlReport.Options("1.2.3", 1000));
    }

    String end(FileResult... files) {
      return end(Samples.result(files));
    }

    String end(RunResult result) {
      to.ended(result);
      return out.toString();
    }
  }
}
