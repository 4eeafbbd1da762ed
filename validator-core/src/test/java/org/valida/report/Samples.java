package org.valida.report;

import java.util.List;
import java.util.Map;
import org.valida.violation.Failure;
import org.valida.violation.FileResult;
import org.valida.violation.RecordRef;
import org.valida.violation.Rule;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Severity;
import org.valida.violation.Verdict;
import org.valida.violation.Violation;

/** Violations and results made by hand. */
final class Samples {

  static final Rule FONTE = new Rule("cod-fonte-unknown", Severity.ERROR, "mce", "MCE 6.1", false);
  static final Rule EMPTY = new Rule("json-bom", Severity.WARNING, "json", "", true);

  /** Says the rule's id and the value. */
  static final Wording WORDING =
      new Wording() {
        @Override
        public String message(Violation violation) {
          return violation.rule().id() + " sees " + violation.value().orElse("nothing");
        }

        @Override
        public String help(Violation violation) {
          return "mend it";
        }
      };

  private Samples() {}

  static Violation fonte() {
    return fonte("999", 9);
  }

  static Violation fonte(String value, long line) {
    return new Violation(
        FONTE,
        Severity.ERROR,
        "",
        Map.of(),
        "/ente/0/despesa/0/cod_fonte",
        line,
        24,
        187,
        "MCE 6.1",
        value,
        RecordRef.named("RS 4314902 2024/2", 1),
        new Violation.Excerpt("          \"cod_fonte\": 999,", 23, 3));
  }

  static Violation bom() {
    return new Violation(
        EMPTY,
        Severity.WARNING,
        "",
        Map.of(),
        "",
        1,
        1,
        0,
        "",
        null,
        RecordRef.NONE,
        Violation.Excerpt.NONE);
  }

  static FileResult file(String path, long errors, long warnings, Map<String, Long> byRule) {
    var verdict = errors > 0 ? Verdict.INVALID : Verdict.VALID;
    return new FileResult(
        path, "mce/despesa", verdict, 1, 512, errors, warnings, 0, 0, byRule, null);
  }

  static FileResult unrecognised(String path) {
    var failure = new Failure("contract-ambiguous", path, Map.of("candidates", "a/b, a/c"));
    return new FileResult(path, null, Verdict.ERROR, 0, 12, 0, 0, 0, 0, Map.of(), failure);
  }

  static RunResult result(FileResult... files) {
    return new RunResult(List.of(files), 2_000_000_000L, List.of());
  }

  /** Tells a listener of one file with its violations. */
  static void tell(RunListener listener, FileResult file, Violation... violations) {
    for (var violation : violations) {
      listener.violation(file.path(), violation);
    }
    listener.read(file);
  }
}
