package org.valida.text;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

class TextPatternErrorsTest {

  private static ThrowableAssertAlternative<IllegalArgumentException> refused(String pattern) {
    return assertThatIllegalArgumentException().isThrownBy(() -> TextPattern.compile(pattern));
  }

  private static void assertError(String pattern, String what, int index) {
    refused(pattern)
        .withMessage("The pattern is not valid (ECMA-262): " + what + ", at index " + index + ".");
  }

  @Test
  void groupsAndClassesMustBeClosed() {
    assertError("a(b", "the group is not closed", 1);
    assertError("ab)", "there is a ) without its (", 2);
    assertError("a[b", "the class is not closed", 1);
    assertError("[a-", "the class is not closed", 0);
  }

  @Test
  void somethingMustStandBeforeARepetition() {
    assertError("*a", "there is nothing before it to repeat", 0);
    assertError("a**", "there is nothing before it to repeat", 2);
    assertError("(?:+)", "there is nothing before it to repeat", 3);
    assertError("a|?", "there is nothing before it to repeat", 2);
  }

  @Test
  void anAssertionCannotBeRepeated() {
    assertError("a$*", "an assertion cannot be repeated", 2);
    assertError("\\b+", "an assertion cannot be repeated", 2);
    assertError("(?=a){2}", "an assertion cannot be repeated", 5);
  }

  @Test
  void repetitionsAreWrittenInFull() {
    assertError("a{2,1}", "the numbers of the repetition are out of order", 1);
    assertError("a{2", "a repetition is written {2}, {2,} or {2,4}", 3);
    assertError("a{,2}", "a decimal number must stand here", 2);
    assertError("a{2,x}", "a decimal number must stand here", 4);
  }

  @Test
  void bracketsAloneMustBeEscaped() {
    assertError("a]", "the character ] stands alone; to mean it, write \\]", 1);
    assertError("a}", "the character } stands alone; to mean it, write \\}", 1);
    assertError("^{", "a decimal number must stand here", 2);
    assertError("{", "the character { stands alone; to mean it, write \\{", 0);
  }

  @Test
  void lettersAndDigitsAreNoEscapesOfThemselves() {
    assertError("b\\a", "\\a is not an escape", 1);
    assertError("\\Z", "\\Z is not an escape", 0);
    assertError("[\\B]", "\\B is not an escape", 1);
    assertError("[\\1]", "\\1 is not an escape", 1);
    assertError("\\é", "\\ before U+00E9 is not an escape", 0);
    assertError("a\\", "the pattern ends after a backslash", 1);
  }

  @Test
  void numericEscapesMustBeWhole() {
    assertError("\\x4", "\\x must be followed by two hexadecimal digits", 0);
    assertError("\\u12g4", "\\u must be followed by four hexadecimal digits or by {...}", 0);
    assertError("\\u{110000}", "\\u{...} must hold hexadecimal digits, up to 10FFFF", 0);
    assertError("\\u{}", "\\u{...} must hold hexadecimal digits, up to 10FFFF", 0);
    assertError("\\u{41", "\\u{...} must hold hexadecimal digits, up to 10FFFF", 0);
    assertError("\\c1", "\\c must be followed by a letter from A to Z", 0);
    assertError("\\c", "\\c must be followed by a letter from A to Z", 0);
    assertError("\\01", "\\0 must not be followed by a digit: there are no octal escapes", 0);
  }

  @Test
  void rangesGoUpward() {
    assertError("[z-a]", "the bounds of the range are out of order", 1);
    assertError("[a\\u{1F600}-b]", "the bounds of the range are out of order", 2);
  }

  @Test
  void referencesNeedTheirGroup() {
    assertError("(a)\\2", "\\2 refers to a group that does not exist", 3);
    assertError("[(]\\1", "\\1 refers to a group that does not exist", 3);
    assertError("\\(\\1", "\\1 refers to a group that does not exist", 2);
    assertError("(?:a)(?=b)(?<=c)\\1", "\\1 refers to a group that does not exist", 16);
    assertError("\\k<a>", "no group has the name that \\k refers to", 0);
    assertError("\\k", "\\k must be followed by a group's name, as in \\k<name>", 0);
    assertError("(?<a>.)(?<a>.)", "two groups have the same name", 7);
  }

  @Test
  void namesOfGroupsAreIdentifiers() {
    var rule = "a group's name is made of letters, digits, $ and _, and begins with no digit";
    assertError("(?<1a>.)", rule, 3);
    assertError("(?<a-b>.)", rule, 4);
    assertError("(?<a\u00ADb>.)", rule, 4);
    assertError("(?<>.)", "a group's name must stand here, closed by >", 3);
    assertError("(?<a", "a group's name must stand here, closed by >", 4);
  }

  @Test
  void otherLanguagesGroupsAreRefused() {
    var rule = "a group begins with (, (?:, (?=, (?!, (?<=, (?<! or (?<name>";
    assertError("(?i)a", rule, 0);
    assertError("(?P<n>a)", rule, 0);
    assertError("(?#a)", rule, 0);
    assertError("(?>a)", rule, 0);
    assertError("(?", rule, 0);
  }

  @Test
  void propertiesMustBeKnownExactly() {
    assertError("\\pL", "\\p must be followed by a property, as in \\p{Letter}", 0);
    assertError("\\p{letter}", "\\p names no property of Unicode", 0);
    assertError("\\p{IsGreek}", "\\p names no property of Unicode", 0);
    assertError("\\p{Script=greek}", "\\p names no property of Unicode", 0);
    assertError("\\p{Script=Klingon}", "\\p names no property of Unicode", 0);
    assertError("\\p{Block=Greek}", "\\p names no property of Unicode", 0);
    assertError("\\p{scx=Klingon}", "\\p names no property of Unicode", 0);
  }

  @Test
  void aPropertyWithoutDataIsNamed() {
    refused("\\p{Emoji}")
        .withMessage("The pattern uses \\p{Emoji}, a property that is not known here.");
    refused("\\p{Script_Extensions=Grek}").withMessageContaining("{Script_Extensions=Grek}");
  }

  @Test
  void aPatternTooLongOrTooDeepIsRefused() {
    TextPattern.compile("a".repeat(100_000));
    refused("a".repeat(100_001)).withMessage("The pattern is longer than 100000 characters.");
    refused("(".repeat(201) + ")".repeat(201))
        .withMessage("The pattern nests groups deeper than 200.");
  }

  @Test
  void groupsSideBySideAreNotDeep() {
    TextPattern.compile("(?:a)".repeat(1_000));
  }
}
