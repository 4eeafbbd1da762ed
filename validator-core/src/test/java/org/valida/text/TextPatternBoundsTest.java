package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextPatternBoundsTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static Class<?> engine(String pattern) {
    return TextPattern.compile(pattern).matcher().getClass();
  }

  @Test
  void thePatternsOfTheContractsBecomeAutomata() {
    assertThat(
            List.of(
                "^[A-Z]{2}$",
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "^[0-9]{11}$",
                "^3[0-9]{6}0{4}$",
                "^[0-9]{1,2}(\\.[0-9]{1,2}){0,2}$",
                "f.*o",
                "^.{1,4000}$",
                "^\\p{L}+$"))
        .allMatch(pattern -> engine(pattern) == EcmaAutomaton.class);
  }

  @Test
  void wordEdgesAndLargeAutomataGoToRe2() {
    assertThat(List.of("\\bx", "x\\B", "[ab]*a[ab]{18}b", "\\b.{1,1500}\\b"))
        .allMatch(pattern -> engine(pattern) == EcmaRe2.class);
  }

  @Test
  void whatRe2DoesNotDoIsTried() {
    assertThat(List.of("(?=a)", "(?<!a)b", "(a)\\1", "\\b\\ud83d", "\\b(?:a?){9000}"))
        .allMatch(pattern -> engine(pattern) == EcmaBacktracker.class);
  }

  @Test
  void aRepetitionBeyondTheReachOfRe2IsCountedRight() {
    var pattern = TextPattern.compile("^\\b(?:ab){1001,2002}$");
    assertThat(pattern.matcher()).isInstanceOf(EcmaRe2.class);
    assertThat(pattern.find("ab".repeat(1000))).isFalse();
    assertThat(pattern.find("ab".repeat(1001))).isTrue();
    assertThat(pattern.find("ab".repeat(2002))).isTrue();
    assertThat(pattern.find("ab".repeat(2003))).isFalse();
    assertThat(TextPattern.compile("\\ba{1200,}").find("a".repeat(1199))).isFalse();
    assertThat(TextPattern.compile("\\ba{1200,}").find("a".repeat(1200))).isTrue();
  }

  @Test
  void aSearchThatGrowsExponentiallyIsGivenUp() {
    var pattern = TextPattern.compile("^(a*)*\\1b$");
    Assertions.assertTimeout(
        SOON,
        () ->
            assertThatExceptionOfType(PatternBudgetException.class)
                .isThrownBy(() -> pattern.find("a".repeat(50)))
                .satisfies(
                    given -> {
                      assertThat(given.pattern()).isEqualTo("^(a*)*\\1b$");
                      assertThat(given.budget()).isEqualTo(2_000_000 + 50 * 50);
                    })
                .withMessageContaining("2002500 steps"));
  }

  @Test
  void aSearchThatReadsNoCharacterIsGivenUpToo() {
    var pattern = TextPattern.compile("(?:a?|b?)".repeat(60) + "(?=x)");
    Assertions.assertTimeout(
        SOON,
        () ->
            assertThatExceptionOfType(PatternBudgetException.class)
                .isThrownBy(() -> pattern.find("")));
  }

  @Test
  void aSearchThatIsLinearButTooLargeForRe2IsGivenUp() {
    var pattern = TextPattern.compile("\\b[ab]*a[ab]{900}b\\b");
    assertThatExceptionOfType(PatternBudgetException.class)
        .isThrownBy(() -> pattern.find("a".repeat(1_000_000)));
  }

  @Test
  void aLongTextIsNoReasonToGiveUp() {
    var text = "ab".repeat(1 << 20);
    assertThat(TextPattern.compile("^(?!.*--)[a-z]+(?:-[a-z]+)*$").find(text)).isTrue();
    assertThat(TextPattern.compile("^(?:a|b)*$").find(text)).isTrue();
    assertThat(TextPattern.compile("\\bc").find(text)).isFalse();
  }

  @Test
  void aDeepRepetitionNeedsNoStack() {
    assertThat(TextPattern.compile("^(?:(a)|b)*(?!\\1)$").find("ab".repeat(100_000))).isFalse();
    assertThat(TextPattern.compile("^(?:(a)|(b))*(?=$)\\1").find("ab".repeat(50_000))).isTrue();
  }

  @Test
  void repetitionsThatMultiplyAreRefusedSoon() {
    var large =
        List.of(
            "(x{1000}){1000}",
            "((((x{99}){99}){99}){99}){99}",
            "x{99999999999999999999}",
            "(?:" + "x?".repeat(1000) + "){1000}",
            "(?:x" + "()".repeat(30_000) + "){100000}",
            "(a)" + "(?:\\1)+".repeat(12_000) + "x{190000}");
    Assertions.assertTimeout(
        SOON,
        () ->
            assertThat(large)
                .allSatisfy(
                    pattern ->
                        assertThatIllegalArgumentException()
                            .isThrownBy(() -> TextPattern.compile(pattern))
                            .withMessageContaining("more than 200000 steps when written out")));
  }

  @Test
  void repetitionsOfNothingCostNothing() {
    var empty =
        List.of(
            "(?:(?:){1000000}){1000000}",
            "((){1000000}){1000000}",
            "(?:a{0}b{0}){999999999}",
            "\\b(){1000000000}",
            "a{0,99999999999}");
    Assertions.assertTimeout(
        SOON, () -> assertThat(empty).allMatch(pattern -> TextPattern.compile(pattern).find("a")));
  }

  @Test
  void deepNestingIsReadWithinTheStack() {
    var pattern = "(".repeat(200) + "a" + ")*".repeat(200);
    assertThat(TextPattern.compile(pattern).find("")).isTrue();
    var captured = "(".repeat(200) + "a" + ")".repeat(200);
    assertThat(TextPattern.compile(captured + "\\1\\200$").find("aaa")).isTrue();
  }
}
