package org.valida.rule;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;

/**
 * Looks at a text that no form guards: blanks at its ends, control characters, and signs of having
 * been decoded wrongly.
 */
record TextQuality(RuleUse whitespace, RuleUse mojibake) implements ValueRule {

  /** Made for the first text that is not plain. */
  private static final class Signs {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    static final Pattern ENTITY =
        Pattern.compile("&(?:#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]?);");
    static final Pattern TWICE = Pattern.compile("[ÃÂ][\\u0080-\\u00BF]|â€");
  }

  @Override
  public boolean quiet(QuietValue quiet) {
    quiet.freeTexts();
    return true;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.type() != Value.STRING || isPlain(value)) {
      return Outcome.PASS;
    }
    var text = value.text();
    if (text.isEmpty()) {
      return Outcome.PASS;
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      return reported(value, scope.report(whitespace, "control"));
    }
    if (isBlank(text.codePointAt(0)) || isBlank(text.codePointBefore(text.length()))) {
      return reported(value, scope.report(whitespace, "blank"));
    }
    return judgeDecoding(value, text, scope);
  }

  /** The common case, told by its bytes: ASCII, no blank at an end, no escape, no entity. */
  private static boolean isPlain(Value value) {
    var cursor = value.cursor();
    if (cursor.escaped() || cursor.beyondAscii()) {
      return false;
    }
    byte[] bytes = cursor.buffer();
    int from = cursor.start();
    int to = cursor.end();
    if (from == to) {
      return true;
    }
    if (bytes[from] == ' ' || bytes[to - 1] == ' ') {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (bytes[at] == '&' || bytes[at] == 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
  }

  private Outcome judgeDecoding(Value value, String text, Scope scope) {
    if (text.indexOf('\uFFFD') >= 0) {
      return reported(
          value, scope.report(mojibake, "replacement", "found", "U+FFFD", "probable", ""));
    }
    var twice = Signs.TWICE.matcher(text);
    if (twice.find()) {
      return reported(
          value,
          scope.report(
              mojibake,
              "twice",
              "found",
              twice.group(),
              "probable",
              scope.masked() ? "" : decodedAgain(text)));
    }
    var entity = Signs.ENTITY.matcher(text);
    if (entity.find()) {
      return reported(
          value, scope.report(mojibake, "entity", "found", entity.group(), "probable", ""));
    }
    return Outcome.PASS;
  }

  private static String decodedAgain(String text) {
    try {
      ByteBuffer bytes = Signs.WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(text));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  private static Outcome reported(Value value, boolean on) {
    if (on) {
      value.warnedOfForm();
    }
    return Outcome.PASS;
  }
}
