package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of valida.cmd without Windows. */
class WindowsScriptTest {

  private final String script = read();

  private static String read() {
    try {
      var bytes = Files.readAllBytes(Project.root().resolve("valida.cmd"));
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lines() {
    return script.lines().filter(line -> !line.startsWith("rem ")).toList();
  }

  private List<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(String.join("\n", lines()))
        .results()
        .map(MatchResult::group)
        .map(text -> text.replaceFirst("^.*:", "").replaceFirst("^goto ", ""))
        .toList();
  }

  @Test
  void isReadAlikeUnderEveryCodePage() {
    assertThat(script.replace("\r\n", "")).doesNotContain("\r", "\n", "\t");
    assertThat(script.chars()).allMatch(c -> c == '\r' || c == '\n' || c >= ' ' && c < 127);
  }

  @Test
  void goesOnlyWhereThereIsALabel() {
    var labels = found("^:[a-z]+$");
    assertThat(labels).doesNotHaveDuplicates().contains("finish", "train");
    assertThat(labels).containsAll(found("call :[a-z]+"));
    assertThat(labels).containsAll(found("goto [a-z]+"));
  }

  @Test
  void closesWhatItOpens() {
    int open = 0;
    for (var line : lines()) {
      var plain = line.replaceAll("\"[^\"]*\"", "").replaceAll("'[^']*'", "").strip();
      if (plain.endsWith("(")) {
        open++;
      } else if (plain.equals(")")) {
        open--;
        assertThat(open).as(line).isNotNegative();
      } else if (open > 0) {
        assertThat(plain).as("inside a block").doesNotContain("%*").doesNotMatch("(?!for ).*\\).*");
      }
    }
    assertThat(open).isZero();
  }

  @Test
  void noNameOutsideQuotesCanBecomeACommand() {
    for (var line : lines()) {
      var bare =
          line.replaceAll("\"[^\"]*\"", "")
              .replaceAll("'[^']*'", "")
              .replaceAll("[12]?>&?(1|2|nul\\b)|<nul\\b|\\|\\||&&|> $|< +>| \\| findstr", "");
      assertThat(bare).as(line).doesNotContain("&", "|", "<", "^");
      // Paths are quoted wherever they are used; so are the values that come from outside.
      assertThat(bare)
          .as(line)
          .doesNotContainPattern("%(java|jar|root|cache|archive|part|first|java_home)[%:]");
    }
  }

  @Test
  void expandsLateOnlyWhereItLooksAtItsOwnCommandLine() {
    assertThat(lines().stream().filter(line -> line.contains("!")))
        .allMatch(line -> line.contains("!cmdcmdline") || line.contains("!line"))
        .hasSize(3);
    int early = script.indexOf("EnableDelayedExpansion");
    assertThat(script.indexOf("setlocal DisableDelayedExpansion")).isGreaterThan(early);
    assertThat(script.indexOf("%~dp0"))
        .isGreaterThan(script.indexOf("setlocal DisableDelayedExpansion"));
  }

  @Test
  void keepsTheWindowOpenWhateverHappensToADroppedFile() {
    var beforeTheEnd = script.substring(0, script.indexOf("\r\n:finish\r\n"));
    assertThat(beforeTheEnd).doesNotContain("exit ");
    assertThat(script).containsSubsequence(":finish", "pause", "exit %status%");
  }
}
