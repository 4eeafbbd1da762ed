package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The three engines share a parser and little else, so each is the oracle of the others. */
class EcmaEnginesTest {

  private static final List<String> ATOMS =
      List.of(
          "a", "b", "é", "😀", ".", "\\d", "\\W", "[ab]", "[^a]", "\\s", "^", "$", "\\b", "\\B");

  private static final List<String> REPEATS =
      List.of("*", "+", "?", "{2}", "{1,3}", "{0,2}", "{2,}", "*?", "+?");

  private static final List<String> CHARACTERS = List.of("a", "b", "é", "😀", "1", " ", "\n", "-");

  private final Random random = new Random(20240229);

  @Test
  void theEnginesAgreeOnRandomPatterns() {
    for (var i = 0; i < 4_000; i++) {
      var pattern = pattern(4);
      var tree = EcmaSyntax.parse(pattern);
      var program = EcmaCompiler.compile(tree);
      var tried = new EcmaBacktracker(pattern, program);
      var linear = new EcmaRe2(pattern, tree, program.length());
      var automaton = EcmaAutomatonBuilder.build(program);
      for (var j = 0; j < 5; j++) {
        var text = text();
        var expected = tried.find(text);
        assertThat(linear.find(text)).as("RE2/J: %s on %s", pattern, text).isEqualTo(expected);
        automaton.ifPresent(
            found -> {
              assertThat(found.find(text))
                  .as("automaton: %s on %s", pattern, text)
                  .isEqualTo(expected);
              assertThat(onBytes(found, text))
                  .as("automaton: %s on the bytes of %s", pattern, text)
                  .isEqualTo(expected);
            });
      }
    }
  }

  /** Among other bytes, for a text is a piece of a window. */
  private static boolean onBytes(EcmaMatcher matcher, String text) {
    byte[] bytes = ("a1" + text + "b2").getBytes(StandardCharsets.UTF_8);
    return matcher.find(bytes, 2, bytes.length - 2);
  }

  /** Patterns of codes and dates, most of which are chains: one range for each place. */
  @Test
  void chainsSayWhatAutomataSay() {
    var ranges = List.of("[0-9]", "\\d", "[ab]", "a", "-", "[1-9]", "[a-c1]", "[^a]", ".", "é");
    var counts = List.of("", "{2}", "{3}", "?", "*", "+", "{2,}", "{0,2}");
    for (var i = 0; i < 4_000; i++) {
      var inside = new StringBuilder();
      for (var left = random.nextInt(4); left >= 0; left--) {
        inside.append(pick(ranges)).append(pick(counts));
      }
      var pattern = random.nextInt(8) == 0 ? inside.toString() : "^" + inside + "$";
      var tree = EcmaSyntax.parse(pattern);
      var program = EcmaCompiler.compile(tree);
      var tried = new EcmaBacktracker(pattern, program);
      var automaton = EcmaAutomatonBuilder.build(program).orElseThrow();
      for (var j = 0; j < 10; j++) {
        var text = text();
        assertThat(onBytes(automaton, text))
            .as("%s on %s", pattern, text)
            .isEqualTo(tried.find(text));
      }
    }
  }

  private String pattern(int depth) {
    return switch (depth == 0 ? 0 : random.nextInt(5)) {
      case 0 -> pick(ATOMS);
      case 1 -> pattern(depth - 1) + pattern(depth - 1);
      case 2 -> "(?:" + pattern(depth - 1) + "|" + pattern(depth - 1) + ")";
      case 3 -> "(" + pattern(depth - 1) + ")" + pick(REPEATS);
      default -> pattern(depth - 1) + pattern(depth - 1) + pattern(depth - 1);
    };
  }

  private String text() {
    var text = new StringBuilder();
    for (var i = random.nextInt(8); i > 0; i--) {
      text.append(pick(CHARACTERS));
    }
    return text.toString();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
