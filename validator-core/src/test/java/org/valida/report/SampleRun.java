package org.valida.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.RecordRef;
import org.valida.violation.Rule;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

/** A run over several files, told to reports of every format. */
final class SampleRun {

  /** The formats, each with the ending of its files. */
  static final Map<String, String> FORMATS =
      Map.of(
          "sarif", "sarif",
          "junit", "xml",
          "github", "txt",
          "gitlab", "json",
          "csv", "csv",
          "markdown", "md");

  static final String HOSTILE_PATH = "dados/ano 2024/a,b:c%|`x` [y](z) <b> @eu #1.json";

  /** What people put into data to have it run, shown or sent elsewhere. */
  static final List<String> HOSTILE =
      List.of(
          "=HYPERLINK(\"http://evil.example\";\"x\")",
          "+1+cmd|' /C calc'!A0",
          "-2+3",
          "@SUM(1;2)",
          "\uFF1D1+1",
          "\u00A0\u200B=1",
          "\t=1",
          "\r\n::error file=a.json,line=1::pwned",
          "::set-output name=x::y",
          "%0A::error::pwned",
          "##[error]pwned",
          "]]><x a=\"'\">&amp;",
          "\u001b[31m\u202e\u2066\uFEFF",
          "\uFFFE\uFFFF\uD800",
          "<img src=x onerror=alert(1)><script>alert(1)</script>",
          "![x](http://evil.example/x.png) [y](javascript:alert(1)) <http://evil.example>",
          "http://evil.example www.evil.example a@evil.example",
          "@user #1 !2 $3 %4 ~5 &6 GH-7 :smile: deadbeef",
          "| a | b |\n| --- | --- |\n# title\n> quote",
          "\\| \\\\| ` `` ``` **b** _i_ ~~s~~",
          "  blanks  ",
          "\uD83D\uDE00 Ação");

  private static final Rule SCHOOL = new Rule("school-unknown", Severity.ERROR, "sgp", "", false);
  private static final Rule OLD = new Rule("old-rule", Severity.INFO, "mce", "Lei 1/2000", false);

  private SampleRun() {}

  /** A report of that format, which says rules and violations in fixed words. */
  static RunListener report(String format, Writer out, String language, long most) {
    try {
      return switch (format) {
        case "sarif" ->
            new SarifReport(
                out,
                Samples.WORDING,
                TEXTS,
                language,
                new SarifReport.Options("1.2.3", most, '/', path -> Optional.empty()));
        case "junit" ->
            new JunitReport(
                out,
                Samples.WORDING,
                TEXTS,
                language,
                new JunitReport.Options(most, Optional.of(Severity.ERROR)));
        case "github" -> new GithubReport(out, Samples.WORDING, language, most);
        case "gitlab" -> new GitlabReport(out, Samples.WORDING, language, most, '/');
        case "csv" -> new CsvReport(out, Samples.WORDING, language, most);
        case "markdown" -> new MarkdownReport(out, Samples.WORDING, TEXTS, language, most);
        default -> throw new IllegalArgumentException(format);
      };
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What that format makes of the run, at most two shown of a rule. */
  static String written(String format, String language) {
    var out = new StringWriter();
    tell(report(format, out, language, 2));
    return out.toString();
  }

  static final RuleTexts TEXTS =
      new RuleTexts() {
        @Override
        public String title(String ruleId) {
          return ruleId.equals("old-rule") ? ruleId : "Title of " + ruleId;
        }

        @Override
        public String why(String ruleId) {
          return ruleId.equals("old-rule") ? "" : "Why " + ruleId + " matters.";
        }

        @Override
        public String repair(String ruleId) {
          return ruleId.equals("old-rule") ? "" : "How to mend " + ruleId + ".";
        }
      };

  /** Two files with violations, one of them late, and one without; two that cannot be checked. */
  static void tell(RunListener listener) {
    listener.contract("despesa.json", "mce/despesa");
    for (int line = 9; line < 13; line++) {
      listener.violation("despesa.json", Samples.fonte("99" + line, line));
    }
    listener.violation("despesa.json", Samples.bom());
    listener.suppressed("despesa.json", Samples.fonte("888", 20));
    listener.read(despesa());

    listener.contract(HOSTILE_PATH, "sgp/estudantes");
    for (int i = 0; i < HOSTILE.size(); i++) {
      listener.violation(HOSTILE_PATH, hostile(HOSTILE.get(i), i));
    }
    listener.read(lote());

    listener.read(Samples.file("lote.zip!/a.json", 0, 0, Map.of()));
    listener.read(Samples.unrecognised("-"));
    listener.violation("despesa.json", note());
    listener.ended(
        new RunResult(
            List.of(
                despesa(),
                lote(),
                Samples.file("lote.zip!/a.json", 0, 0, Map.of()),
                Samples.unrecognised("-")),
            0,
            List.of(
                new Failure("not-found", "dados/não há.json", Map.of()),
                new Failure("no-payloads", "vazia", Map.of("hint", "folder")))));
  }

  private static FileResult despesa() {
    return new FileResult(
        "despesa.json", "mce/despesa", Verdict.INVALID, 1, 512, 4, 1, 1, 1, Map.of(), null);
  }

  private static FileResult lote() {
    return new FileResult(
        HOSTILE_PATH,
        "sgp/estudantes",
        Verdict.INVALID,
        HOSTILE.size(),
        2048,
        HOSTILE.size(),
        0,
        0,
        0,
        Map.of(),
        null);
  }

  /** In a record, with that text wherever a payload's text may stand. */
  static Violation hostile(String text, int index) {
    return new Violation(
        // Each its own rule, so that none is hidden.
        new Rule(SCHOOL.id() + "-" + index, SCHOOL.severity(), "sgp", "", false),
        Severity.ERROR,
        "",
        Map.of(),
        "/" + index + "/" + text.replace("~", "~0").replace("/", "~1"),
        1,
        index + 1L,
        index,
        "",
        text,
        new RecordRef(text, index + 1L, "", Map.of("school", "43149020", "stage", "5 " + text)),
        new Violation.Excerpt("\"" + text + "\"", 1, text.length()));
  }

  private static Violation note() {
    return new Violation(
        OLD,
        Severity.INFO,
        "",
        Map.of(),
        "",
        1,
        1,
        0,
        "Lei 1/2000",
        null,
        RecordRef.NONE,
        Violation.Excerpt.NONE);
  }
}
