package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextPatternTest {

  /** Asks by text and by bytes, and wants one answer. */
  private static boolean finds(String pattern, String text) {
    var compiled = TextPattern.compile(pattern);
    var bytes = ("é" + text + "é").getBytes(StandardCharsets.UTF_8);
    var found = compiled.find(text);
    assertThat(compiled.find(bytes, 2, bytes.length - 2)).isEqualTo(found);
    return found;
  }

  private static void assertMatches(String pattern, String... texts) {
    assertThat(texts).allMatch(text -> finds(pattern, text));
  }

  private static void assertMisses(String pattern, String... texts) {
    assertThat(texts).noneMatch(text -> finds(pattern, text));
  }

  @Test
  void aPatternWithoutAnchorsIsFoundAnywhere() {
    assertMatches("b+", "abba", "b");
    assertMisses("b+", "", "aca");
  }

  @Test
  void anchorsHoldAtTheEndsOfTheTextAndNotAtLines() {
    assertMatches("^sim$", "sim");
    assertMisses("^sim$", "sim\n", "nao\nsim", " sim");
    assertMatches("^$", "");
    assertMisses("$^", "a");
  }

  @Test
  void anAnchorInTheMiddleCanOnlyMatchAtTheEnds() {
    assertMatches("(^|,)SP(,|$)", "SP", "RJ,SP", "SP,RJ", "RJ,SP,MG");
    assertMisses("(^|,)SP(,|$)", "RJ,SPA", "ESP");
    assertMisses("a^b", "ab");
  }

  @Test
  void countedRepetitionsHoldTheirBounds() {
    assertMatches("^[0-9]{1,2}(\\.[0-9]{1,2}){0,2}$", "1", "12.3", "1.22.33");
    assertMisses("^[0-9]{1,2}(\\.[0-9]{1,2}){0,2}$", "", "123", "1.", "1.2.3.4", "1.234");
    assertMatches("^3[0-9]{6}0{4}$", "31234560000");
    assertMisses("^3[0-9]{6}0{4}$", "41234560000", "3123456000", "312345600000");
    assertMatches("^x{2,}$", "xx", "xxxxx");
    assertMisses("^x{2,}$", "x");
    assertMatches("^ab{0}c$", "ac");
    assertMisses("^ab{0}c$", "abc");
  }

  @Test
  void aRepetitionFromOneNeedsOne() {
    assertMisses("^(?:a|b)+$", "");
    assertMisses("^(?:ab)+$", "", "a");
    assertMisses("^((a))+$", "");
    assertMisses("^(?:a+)+$", "");
    assertMisses("^(?:a|b){2,3}$", "a");
    assertMatches("^(?:a|b*)+$", "", "a", "bb");
    assertMatches("^(?:(a|b)*){2}$", "", "ab");
  }

  @Test
  void anAssertionInAGroupMayBeRepeated() {
    assertMatches("^(?:^)*a", "a");
    assertMatches("(?:\\b)+a", "a");
    assertMatches("(?:(?=a)){2}a", "a");
    assertMisses("b(?:\\b)+a", "ba");
  }

  @Test
  void aLazyRepetitionFindsWhatAGreedyOneFinds() {
    assertMatches("^a+?b*?c??d{1,2}?$", "ad", "aabbcdd");
    assertMisses("^a+?b*?c??d{1,2}?$", "d", "accd");
  }

  @Test
  void alternativesMayBeEmpty() {
    assertMatches("^(?:a||b)c$", "c", "ac", "bc");
    assertMisses("^(?:a||b)c$", "abc");
  }

  @Test
  void digitsAndWordCharactersAreAscii() {
    assertMatches("^\\d+$", "0123456789");
    assertMisses("^\\d$", "٣", "a");
    assertMatches("^\\D$", "٣", "a");
    assertMatches("^\\w+$", "Az_09");
    assertMisses("^\\w$", "ç", "-");
    assertMatches("^\\W$", "ç", "-");
    assertMisses("^\\W$", "_");
  }

  @Test
  void whiteSpaceIsThatOfEcma() {
    assertMatches(
        "^\\s+$", " \t\n\u000B\f\r\u00A0\u1680\u2005\u2028\u2029\u202F\u205F\u3000\uFEFF");
    assertMisses("^\\s$", "\u200B", "\u0085", "\u180E", "x");
    assertMatches("^\\S$", "\u200B", "x");
    assertMisses("^\\S$", "\u00A0");
  }

  @Test
  void aDotMatchesOneCodePointButNoEndOfLine() {
    assertMatches("^.$", "a", "é", "😀", "\u0085");
    assertMisses("^.$", "\n", "\r", "\u2028", "\u2029", "ab");
  }

  @Test
  void classesTakeRangesEscapesAndHyphensAtTheirEnds() {
    assertMatches("^[a-cX\\d_-]+$", "abcX9_-");
    assertMisses("^[a-cX\\d_-]$", "d", "x");
    assertMatches("^[\\]\\\\^]+$", "]\\^");
    assertMatches("^[^^]$", "a");
    assertMisses("^[^^]$", "^");
    assertMatches("^[\\b]$", "\b");
    assertMatches("^[é-í]$", "ê");
    assertMatches("^[+--]$", "+", ",", "-");
  }

  @Test
  void theEmptyClassMatchesNothingAndItsNegationEverything() {
    assertMisses("[]", "", "a", "]");
    assertMatches("^[^]$", "\n", "😀");
    assertMisses("^[^]$", "");
  }

  @Test
  void aHyphenBesideAClassEscapeIsItself() {
    assertMatches("^[\\w-.]+$", "a-b.c");
    assertMisses("^[\\w-.]+$", "a+b");
  }

  @Test
  void escapesNameCharacters() {
    assertMatches("^\\t\\n\\v\\f\\r\\0$", "\t\n\u000B\f\r\0");
    assertMatches("^\\cJ\\cj\\x41\\u00e9\\u{1F600}$", "\n\nAé😀");
    assertMatches("^\\ud83d\\ude00$", "😀");
    assertMatches("^\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/$", "^$\\.*+?()[]{}|/");
  }

  @Test
  void anyAsciiPunctuationMayBeEscaped() {
    assertMatches("^\\-\\@\\_\\ \\\"\\~$", "-@_ \"~");
  }

  @Test
  void aCodePointBeyondTheBasicPlaneIsOneCharacter() {
    assertMatches("^😀{2}$", "😀😀");
    assertMatches("^[😀-😂]$", "😁");
    assertMisses("^[^a]$", "😀😀");
    assertMisses("^.{2}$", "😀");
  }

  @Test
  void aSurrogateAloneIsACharacterOfItsOwn() {
    assertThat(TextPattern.compile("^\\ud83d$").find("\uD83D")).isTrue();
    assertThat(TextPattern.compile("^\\ud83d\\u0041$").find("\uD83DA")).isTrue();
    assertThat(TextPattern.compile("\\ude00").find("😀")).isFalse();
    assertThat(TextPattern.compile("\\b\\ude00|\\ude00").find("😀")).isFalse();
    assertThat(TextPattern.compile("^[^a]$").find("\uD83D")).isTrue();
  }

  @Test
  void bytesOfEveryLengthOfUtf8AreRead() {
    assertMatches(
        "^[\\u0080-\\u07ff][\\u0800-\\uffff][\\u{10000}-\\u{10ffff}]z$", "\u0080\u0800𐀀z");
    assertMatches("^\\u07ff\\uffff\\u{10ffff}$", "\u07FF\uFFFF\uDBFF\uDFFF");
    assertMisses("^\\u07fe", "\u07FF");
  }

  @Test
  void bytesThatEndTooSoonAreNoError() {
    var pattern = TextPattern.compile("^.{1,3}$");
    assertThat(pattern.find(new byte[] {(byte) 0xF0, (byte) 0x9F}, 0, 2)).isTrue();
    assertThat(pattern.find(new byte[] {(byte) 0xE2}, 0, 1)).isTrue();
  }

  @Test
  void wordEdgesAreAscii() {
    assertMatches("\\bpre\\b", "o pre!", "pre");
    assertMisses("\\bpre\\b", "prev", "sobrepre");
    assertMatches("\\bgua", "águas");
    assertMatches("a\\Bb", "ab");
    assertMisses("a\\B", "a", "a b");
  }

  @Test
  void lookaheadAndLookbehindTakeNothing() {
    assertMatches("^(?=.*\\d)(?!.*\\s)\\w{4,}$", "abc1");
    assertMisses("^(?=.*\\d)(?!.*\\s)\\w{4,}$", "abcd", "ab1");
    assertMatches("(?<=R\\$ ?)\\d", "R$ 5", "R$5");
    assertMisses("(?<=R\\$ ?)\\d", "US 5");
    assertMatches("(?<!-)\\b\\d", "5");
    assertMisses("(?<!-)\\b\\d", "-5");
  }

  @Test
  void lookbehindNeedsNoGreatestLengthAndRunsBackward() {
    assertMatches("(?<=^a+)b", "aaab");
    assertMisses("(?<=^a+)b", "caab");
    // run backward, the group nearer to the end takes all the digits it can
    assertMatches("(?<=^(\\d+)(\\d+))x\\1y\\2$", "123x1y23");
    assertMisses("(?<=^(\\d+)(\\d+))x\\1y\\2$", "123x12y3");
    assertMatches("(?<=\\1(a|b))c", "aac", "bbc");
    assertMisses("(?<=\\1(a|b))c", "abc");
  }

  @Test
  void aReferenceTakesWhatItsGroupCaptured() {
    assertMatches("^([\"'])[^\"']*\\1$", "'a'", "\"a\"");
    assertMisses("^([\"'])[^\"']*\\1$", "'a\"");
    assertMatches("^(?<d>\\d)-\\k<d>$", "7-7");
    assertMisses("^(?<d>\\d)-\\k<d>$", "7-8");
    assertMatches("^(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10$", "abcdefghijj");
  }

  @Test
  void namesTellGroupsApart() {
    assertMatches("^(?<a>x)(?<$_ç1>y)(?<=(y))\\k<$_ç1>\\k<a>\\3$", "xyyxy");
    assertMatches("^(?<a\u200Cb>x)\\k<a\u200Cb>$", "xx");
  }

  @Test
  void aParenthesisInAClassOrEscapedOpensNoGroup() {
    assertMatches("^[(]\\((?:b)(?!c)(a)\\1$", "((baa");
  }

  @Test
  void aReferenceToAGroupThatCapturedNothingIsEmpty() {
    assertMatches("^(?:(a)|b)\\1c$", "aac", "bc");
    assertMisses("^(?:(a)|b)\\1c$", "ac");
    assertMatches("^\\1(a)$", "a");
    assertMatches("^(a\\1)$", "a");
    assertMatches("^(?!(b))\\1a$", "a");
  }

  @Test
  void eachRoundOfARepetitionForgetsWhatGroupsCaptured() {
    assertMatches("^(?:(a)|(b))*\\1$", "ab");
    assertMatches("^(?:(a)|b)*\\1c$", "aac", "abc");
    assertMisses("^(?:(a)|b)+-\\1$", "ab-a");
  }

  @Test
  void aFailedAttemptLeavesNoCaptureBehind() {
    assertMatches("^(?:(ab)c|a)b?d\\1$", "abd");
    assertMisses("^(?:(ab)c|a)b?d\\1$", "abdab");
    assertMatches("^(?=(a+))a*b\\1$", "aabaa");
    assertMatches("^(?:(?=(a))ax|a)b\\1$", "ab");
    assertMisses("^(?:(?=(a))ax|a)b\\1$", "aba");
    assertMatches("^(?:(?!(a)b)a|a)b\\1$", "ab");
  }

  @Test
  void aRepetitionOfWhatCanBeEmptyEnds() {
    assertMatches("^(?:a*)*b(?=$)", "aab");
    assertMatches("^(?:a?){3}(?=b)", "b", "aab");
    assertMatches("^(a*)+\\1$", "aa");
    assertMisses("^(?:(?=a))+b", "b");
  }

  @Test
  void propertiesOfUnicodeHaveTheNamesOfEcma() {
    assertMatches("^\\p{Lu}\\p{Lowercase_Letter}\\p{L}\\p{gc=Nd}\\p{Script=Greek}$", "Éçñ٣λ");
    assertMatches("^\\p{sc=Grek}\\p{Alphabetic}\\p{White_Space}\\p{punct}$", "λa\u0085!");
    assertMatches("^\\P{L}[\\p{Any}][^\\p{ASCII}]$", "1aé");
    assertMisses("^\\p{Lu}$", "é", "1");
    assertMisses("^\\p{AHex}$", "g");
  }

  @Test
  void caseMattersAlways() {
    assertMisses("sim", "SIM");
    assertMisses("[k]", "\u212A");
  }

  @Test
  void aPatternIsKeptAsWritten() {
    assertThat(TextPattern.compile("^\\d$").pattern()).isEqualTo("^\\d$");
    assertThat(TextPattern.compile("^\\d$")).hasToString("^\\d$");
  }
}
