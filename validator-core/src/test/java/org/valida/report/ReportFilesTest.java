package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.KeptFile;
import org.valida.TestData;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;

/** Every format as a whole: as kept, as others read it, and whatever a payload holds. */
class ReportFilesTest {

  static Stream<Arguments> formatsAndLanguages() {
    return new TreeMap<>(SampleRun.FORMATS)
        .keySet().stream()
            .flatMap(format -> Stream.of("pt", "en").map(lang -> arguments(format, lang)));
  }

  @ParameterizedTest
  @MethodSource("formatsAndLanguages")
  void writesTheReportThatIsKept(String format, String language) {
    var kept =
        TestData.root()
            .resolve("validator-core/src/test/reports")
            .resolve(format + "_" + language + "." + SampleRun.FORMATS.get(format));

    KeptFile.holds(kept, SampleRun.written(format, language));
  }

  @ParameterizedTest
  @MethodSource("formatsAndLanguages")
  void isReadByOthers(String format, String language) {
    ReadBack.all(format, SampleRun.written(format, language), language);
  }

  @ParameterizedTest
  @MethodSource("formatsAndLanguages")
  void theSameRunGivesTheSameBytes(String format, String language) {
    assertThat(SampleRun.written(format, language)).isEqualTo(SampleRun.written(format, language));
  }

  @ParameterizedTest
  @MethodSource("formatsAndLanguages")
  void isReadByOthersWhereNothingWasFound(String format, String language) {
    var out = new StringWriter();
    var report = SampleRun.report(format, out, language, 0);
    var file = Samples.file("a.json", 0, 0, java.util.Map.of());

    report.contract("a.json", "mce/despesa");
    Samples.tell(report, file);
    report.ended(Samples.result(file));

    ReadBack.all(format, out.toString(), language);
  }

  @ParameterizedTest
  @MethodSource("formatsAndLanguages")
  void isReadByOthersWhereNothingWasChecked(String format, String language) {
    var out = new StringWriter();

    SampleRun.report(format, out, language, 0).ended(new RunResult(List.of(), 0, List.of()));

    ReadBack.all(format, out.toString(), language);
  }

  @ParameterizedTest
  @MethodSource("formatsAndLanguages")
  void isReadByOthersWhateverAPayloadHolds(String format, String language) {
    var random = new Random(4);
    for (int run = 0; run < 150; run++) {
      var out = new StringWriter();
      tellRandom(SampleRun.report(format, out, language, random.nextInt(3)), random);

      ReadBack.all(format, out.toString(), language);
    }
  }

  private static void tellRandom(RunListener report, Random random) {
    var files = new java.util.ArrayList<org.valida.violation.FileResult>();
    int count = 1 + random.nextInt(3);
    for (int f = 0; f < count; f++) {
      var path = f + text(random);
      report.contract(path, "sgp/" + text(random));
      int violations = random.nextInt(6);
      for (int i = 0; i < violations; i++) {
        var violation = SampleRun.hostile(text(random), random.nextInt(3));
        if (random.nextInt(4) == 0) {
          report.suppressed(path, violation);
        } else {
          report.violation(path, violation);
        }
      }
      var file = Samples.file(path, violations, 0, java.util.Map.of());
      files.add(file);
      report.read(file);
    }
    report.ended(Samples.result(files.toArray(org.valida.violation.FileResult[]::new)));
  }

  /** Pieces of what is known to be hostile, and any characters at all. */
  private static String text(Random random) {
    var text = new StringBuilder();
    int pieces = random.nextInt(4);
    for (int i = 0; i < pieces; i++) {
      if (random.nextBoolean()) {
        var piece = SampleRun.HOSTILE.get(random.nextInt(SampleRun.HOSTILE.size()));
        int from = random.nextInt(piece.length());
        text.append(piece, from, from + random.nextInt(piece.length() - from + 1));
      } else if (random.nextBoolean()) {
        text.append((char) random.nextInt(0x80));
      } else {
        text.append((char) random.nextInt(0x10000));
      }
    }
    return text.toString();
  }
}
