package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExampleExcerptTest {

  private static String shown(String text, int line, int column) {
    return new ExampleExcerpt(text, line, column)
        .lines().stream()
            .map(one -> (one.gutter() + "|" + one.text()).stripTrailing())
            .collect(Collectors.joining("\n"));
  }

  @Test
  void marksTheWholeValue() {
    assertThat(shown("{\n  \"a\": 999\n}\n", 2, 8))
        .isEqualTo("1|{\n2|  \"a\": 999\n |       ^^^\n3|}");
    assertThat(shown("{\"a\": \"x, \\\" y\", \"b\": 1}", 1, 7))
        .isEqualTo("1|{\"a\": \"x, \\\" y\", \"b\": 1}\n |      ^^^^^^^^^");
    assertThat(shown("[{}]", 1, 2)).isEqualTo("1|[{}]\n | ^");
    assertThat(shown("{\"a\"", 1, 5)).isEqualTo("1|{\"a\"\n |    ^");
  }

  @Test
  void showsTheLinesAroundThePlaceOfALongExample() {
    var text =
        IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

    assertThat(shown(text, 8, 0))
        .isEqualTo(" 4|4\n 5|5\n 6|6\n 7|7\n 8|8\n 9|9\n10|10\n11|11\n12|12");
    assertThat(shown(text, 30, 1)).endsWith("29|29\n30|30\n  |^^");
  }

  @Test
  void cutsALongLineAroundTheMark() {
    var text = "{\"filler\": \"" + "x".repeat(200) + "\", \"é\": 12345}" + " ".repeat(100);

    var lines = shown(text, 1, 221).split("\n", -1);

    assertThat(lines[0]).startsWith("1|…xxxx").contains("12345").endsWith("…");
    assertThat(lines[0].length()).isLessThan(102);
    assertThat(lines[1].indexOf("^^^^^")).isEqualTo(lines[0].indexOf("12345"));
  }

  @Test
  void marksWhatCannotBePrintedByItsWidthOnTheScreen() {
    assertThat(shown("\uFEFF[\"a\u0000\", \"\u0001\"]", 1, 8))
        .isEqualTo("1|[\"a\\u0000\", \"\\u0001\"]\n |            ^^^^^^^^");
  }
}
