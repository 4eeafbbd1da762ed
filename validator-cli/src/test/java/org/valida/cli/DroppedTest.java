package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DroppedTest {

  private static List<String> files(String line) {
    return Dropped.files(
        new Environment(
            Map.of("VALIDA_COMMAND_LINE", line),
            Path.of(""),
            true,
            Locale.ROOT,
            true,
            StandardCharsets.UTF_8));
  }

  private static List<String> dropped(String names) {
    return files(
        "C:\\WINDOWS\\system32\\cmd.exe /c \"\"C:\\Meus Programas\\valida.cmd\" " + names + "\"");
  }

  @Test
  void takesANameAsItWas() {
    assertThat(dropped("C:\\lote.json")).containsExactly("C:\\lote.json");
    assertThat(dropped("\"C:\\São João\\meu lote.json\""))
        .containsExactly("C:\\São João\\meu lote.json");
    assertThat(dropped("C:\\a&b.json")).containsExactly("C:\\a&b.json");
    assertThat(dropped("C:\\a^b,c;d=e!f%g(1).json")).containsExactly("C:\\a^b,c;d=e!f%g(1).json");
    assertThat(dropped("\\\\servidor\\rede\\lote.json"))
        .containsExactly("\\\\servidor\\rede\\lote.json");
  }

  @Test
  void takesSeveralInTheirOrder() {
    assertThat(dropped("\"C:\\b c.json\" C:\\a.json \"C:\\x (1) & y.json\""))
        .containsExactly("C:\\b c.json", "C:\\a.json", "C:\\x (1) & y.json");
  }

  @Test
  void aDoubleClickHasNone() {
    assertThat(dropped("")).isEmpty();
    assertThat(files("C:\\WINDOWS\\system32\\cmd.exe /c \"\"C:\\valida.cmd\"\"")).isEmpty();
  }

  @Test
  void isNotMisledByOtherWaysToStartIt() {
    assertThat(files("")).isEmpty();
    assertThat(files("\"C:\\Windows\\system32\\cmd.exe\" ")).isEmpty();
    assertThat(files("cmd /c valida.cmd C:\\a.json")).isEmpty();
    assertThat(files("cmd /k \"cd \\ && build.bat\"")).isEmpty();
  }

  @Test
  void opensTheReportInAWindowOfItsOwn() {
    var windows = environment(true, Map.of());
    assertThat(Opener.command(windows, "Windows 11", Path.of("/a & b (1).html")))
        .containsExactly(
            "cmd.exe", "/c", "start", "\"\"", "\"" + Path.of("/a & b (1).html") + "\"");
    var desk = environment(false, Map.of("DISPLAY", ":0"));
    assertThat(Opener.command(desk, "Linux", Path.of("/a b"))).containsExactly("xdg-open", "/a b");
    var none = environment(false, Map.of());
    assertThat(Opener.command(none, "Linux", Path.of("/a b"))).isEmpty();
    assertThat(Opener.command(none, "Mac OS X", Path.of("/a b"))).containsExactly("open", "/a b");
  }

  private static Environment environment(boolean windows, Map<String, String> variables) {
    return new Environment(
        variables, Path.of(""), windows, Locale.ROOT, true, StandardCharsets.UTF_8);
  }
}
