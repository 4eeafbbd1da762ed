package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types at interactive shells, with the tabulator, and looks at what the command then gets. */
class CompletionTest {

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(folder.resolve("pasta um"));
    Files.createFile(folder.resolve("lote [1] é.json"));
    Files.createFile(folder.resolve("relatorio.json"));
  }

  private static String script(String shell) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            InputStream.nullInputStream(),
            out,
            err,
            List.of("completion", shell),
            Transcript.environment(Map.of(), Path.of("")));
    assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What the command got for each line, one argument in each pair of angles. */
  private List<String> typed(String shell, String... lines) throws Exception {
    assumeTrue(isThere(shell), "no " + shell + " here: its completion is not tested");
    assumeTrue(isThere("script"), "no script(1) here: no terminal to type at");
    Files.writeString(
        folder.resolve("setup"),
        (shell.equals("zsh") ? "autoload -U compinit; compinit -u -D\n" : "")
            + "valida() { printf '<%s>' \"$@\"; echo; }\n"
            + script(shell));
    Files.writeString(
        folder.resolve("keys"), "PS1=; . ./setup\n" + String.join("\n", lines) + "\nexit\n");
    var interactive = shell.equals("zsh") ? "zsh -f -i" : "bash --norc --noprofile -i";
    var builder =
        new ProcessBuilder("script", "-qec", interactive, "/dev/null")
            .directory(folder.toFile())
            .redirectInput(folder.resolve("keys").toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("screen").toFile());
    builder
        .environment()
        .putAll(Map.of("LC_ALL", "C.UTF-8", "HOME", folder.toString(), "TERM", "dumb"));
    var process = builder.start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("%s ended", shell).isTrue();
    return Pattern.compile("^[^<\\n]*(<.*>)\\r?$", Pattern.MULTILINE)
        .matcher(Files.readString(folder.resolve("screen")))
        .results()
        .map(result -> result.group(1))
        .filter(line -> !line.contains("%s"))
        .toList();
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completesCommandsOptionsAndValues(String shell) throws Exception {
    var got =
        typed(
            shell,
            "valida exp\tcod-fonte-u\t",
            "valida check --contract mce/des\trel\t",
            "valida check --rule=cod-fonte-unk\toff\t --no-c\t lot\t",
            "valida check --rule cod-fonte-unk\twarn\t",
            "valida check --format=nd\t=lo\t",
            "valida check --contracts pas\t --lang e\t",
            "valida contracts --exp\tsgp/lote-cri\t",
            "valida --lang en comp\tz\t");

    assertThat(got.stream().map(line -> line.replace("um/>", "um>")))
        .containsExactly(
            "<explain><cod-fonte-unknown>",
            "<check><--contract><mce/despesa><relatorio.json>",
            "<check><--rule=cod-fonte-unknown=off><--no-color><lote [1] é.json>",
            "<check><--rule><cod-fonte-unknown=warning>",
            "<check><--format=ndjson=lote [1] é.json>",
            "<check><--contracts><pasta um><--lang><en>",
            shell.equals("zsh")
                ? "<contracts><--export=sgp/lote-criado>"
                : "<contracts><--export><sgp/lote-criado>",
            "<--lang><en><completion><zsh>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void knowsEveryCommandAndOptionThatTheHelpNames(String shell) {
    var script = script(shell);
    for (var command : FullSyntax.commandLine(Terminal.phrases("pt")).getSubcommands().values()) {
      assertThat(script).contains(command.getCommandName());
      for (var option : command.getCommandSpec().options()) {
        assertThat(script.contains(option.longestName()))
            .as("%s of %s", option.longestName(), command.getCommandName())
            .isEqualTo(!option.hidden());
      }
    }
  }

  @Test
  void describesInTheUsersLanguage() {
    assertThat(script("zsh")).contains("--hash[põe o SHA-256 de cada arquivo no json]");
  }
}
