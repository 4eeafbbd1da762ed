package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The short way to read arguments says what the long one says, or nothing. */
class PlainArgumentsTest {

  private static final List<String> WORDS =
      List.of(
          "a.json",
          "-",
          "b c",
          "--",
          "",
          "x=y",
          "-q",
          "--quiet",
          "-v",
          "-h",
          "--help",
          "--lang",
          "--lang=pt",
          "--jobs",
          "--jobs=2",
          "2",
          "--jobs=",
          "--rule",
          "--rule=cpf-invalid=off",
          "id=error",
          "--format",
          "--format=json=x",
          "html=y",
          "--no-color",
          "--no-color=true",
          "--write",
          "--unknown",
          "-qv",
          "--dropped",
          "--methods=a,b",
          "\"z\"",
          "--against",
          "http://localhost/",
          "--password-file",
          "@file",
          "${x}",
          "--version",
          "-V",
          "--contract=",
          "-1");

  private final CommandLine full = FullSyntax.commandLine(Terminal.phrases("en"));

  @Test
  void whatIsReadTheShortWayIsReadAlikeTheLongWay() {
    var random = new SplittableRandom(7);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      var arguments = new ArrayList<String>();
      arguments.add(Syntax.COMMANDS.get(random.nextInt(Syntax.COMMANDS.size())));
      for (int more = random.nextInt(6); more > 0; more--) {
        arguments.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      var plain = PlainArguments.read(arguments);
      if (plain.isPresent()) {
        read++;
        assertThat(plain.get()).as("%s", arguments).isEqualTo(theLongWay(arguments));
      }
    }
    // Else this would say nothing.
    assertThat(read).isGreaterThan(2_000);
  }

  @Test
  void usualArgumentsAreReadTheShortWay() {
    for (var usual :
        List.of(
            "check a.json",
            "check --contract mce/despesa --format json - b.json",
            "check -q --rule=a=off --rule b=error --jobs 2 x",
            "fix --diff a.json",
            "explain cpf-invalid",
            "serve --port 1")) {
      assertThat(PlainArguments.read(List.of(usual.split(" ", -1)))).as(usual).isPresent();
    }
  }

  private Arguments theLongWay(List<String> arguments) {
    try {
      return LineParser.arguments(full.parseArgs(arguments.toArray(String[]::new)).subcommand());
    } catch (ParameterException e) {
      throw new AssertionError("the long way refuses " + arguments, e);
    }
  }
}
