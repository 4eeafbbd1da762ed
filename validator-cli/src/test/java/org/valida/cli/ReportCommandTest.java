package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.output.WatchedOutput;

class ReportCommandTest {

  private static final String SUFFIX = ".relatorio.html";
  private static final Path MCE = Project.root().resolve("testdata/mce");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Path> opened = new ArrayList<>();

  @BeforeEach
  void files() throws IOException {
    Files.copy(
        MCE.resolve("invalid/despesa/cod-fonte-unknown.json"),
        folder.resolve("é ruim & (1)!.json"));
    Files.copy(MCE.resolve("spec/5.1-despesa.json"), folder.resolve("manual.json"));
    try (var valid = Files.list(MCE.resolve("valid/despesa"))) {
      Files.copy(valid.sorted().findFirst().orElseThrow(), folder.resolve("bom.json"));
    }
    Files.writeString(folder.resolve("planilha.csv"), "a;b");
  }

  private Exit run(Map<String, String> variables, String... arguments) throws Exception {
    var environment =
        new Environment(variables, folder, true, Locale.ROOT, false, StandardCharsets.UTF_8);
    var terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new WatchedOutput(out),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            Terminal.phrases("pt"));
    var words = new ArrayList<>(List.of("report"));
    words.addAll(List.of(arguments));
    var parsed = PlainArguments.read(words).orElseThrow();
    return new ReportCommand(terminal, opened::add).run(parsed);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesTheReportBesideTheFileAndSaysWhatWasFound() throws Exception {
    assertThat(run(Map.of(), "é ruim & (1)!.json")).isEqualTo(Exit.FOUND);

    assertThat(folder.resolve("é ruim & (1)!.json" + SUFFIX))
        .content()
        .contains("cod-fonte-unknown");
    assertThat(said())
        .isEqualTo(
            """
            é ruim & (1)!.json: 1 arquivo, 1 registro, 422 bytes: 1 erro
            relatório: é ruim & (1)!.json%s
            """
                .formatted(SUFFIX));
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(opened).isEmpty();
  }

  @Test
  void opensItOnlyWhenAskedTo() throws Exception {
    assertThat(run(Map.of(), "--open", "bom.json")).isEqualTo(Exit.CLEAN);

    assertThat(said()).contains("bom.json: 1 arquivo", "nenhuma violação");
    assertThat(opened).containsExactly(folder.resolve("bom.json" + SUFFIX));
  }

  @Test
  void oneBadFileDoesNotKeepTheOthersFromTheirReports() throws Exception {
    var none = folder.resolve("nenhuma/pasta.json").toString();

    assertThat(run(Map.of(), none, "bom.json", "manual.json")).isEqualTo(Exit.TROUBLE);

    assertThat(folder.resolve("bom.json" + SUFFIX)).exists();
    assertThat(folder.resolve("manual.json" + SUFFIX)).exists();
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  @Test
  void aSpreadsheetGetsOneClearSentence() throws Exception {
    assertThat(run(Map.of(), "planilha.csv")).isEqualTo(Exit.TROUBLE);

    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("valida: planilha.csv: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://joe:s3cret@localhost:1/a.json?key=s3cret", "-", "/dev/null"})
  @DisabledOnOs(OS.WINDOWS)
  void besideWhatIsNoFileThereIsNoPlaceForAReport(String name) throws Exception {
    assertThat(run(Map.of(), name, "bom.json")).isEqualTo(Exit.TROUBLE);

    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("report escreve ao lado de um arquivo")
        .doesNotContain("s3cret")
        .doesNotContain("joe");
    assertThat(said()).doesNotContain("s3cret").contains("bom.json");
    assertThat(folder.resolve("bom.json" + SUFFIX)).exists();
  }

  @Test
  void whatWasDroppedIsTakenFromTheWholeLine() throws Exception {
    var line = "cmd.exe /c \"\"C:\\valida.cmd\" \"é ruim & (1)!.json\" manual.json\"";

    assertThat(run(Map.of("VALIDA_COMMAND_LINE", line), "--open", "--dropped", "--", "é ruim"))
        .isEqualTo(Exit.FOUND);

    assertThat(opened)
        .containsExactly(
            folder.resolve("é ruim & (1)!.json" + SUFFIX), folder.resolve("manual.json" + SUFFIX));
  }

  @Test
  void aDoubleClickIsToldWhatToDo() throws Exception {
    assertThat(run(Map.of(), "--open", "--dropped", "--")).isEqualTo(Exit.TROUBLE);

    assertThat(said()).startsWith("Para conferir um arquivo JSON, arraste-o");
  }

  @Test
  void theReportOfAFolderLiesBesideIt() throws Exception {
    Files.createDirectory(folder.resolve("pasta"));
    Files.copy(folder.resolve("bom.json"), folder.resolve("pasta/bom.json"));

    assertThat(run(Map.of(), "pasta/")).isEqualTo(Exit.CLEAN);

    assertThat(folder.resolve("pasta" + SUFFIX)).exists();
  }
}
