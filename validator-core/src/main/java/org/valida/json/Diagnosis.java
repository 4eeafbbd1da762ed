package org.valida.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says why a text cannot be read on. Everything here runs at most once for a document, so it is
 * written to be plain, not fast.
 *
 * @param cause what is wrong
 * @param detail what was found, escaped and short
 * @param index where, in the bytes that were looked at
 */
record Diagnosis(StopCause cause, String detail, int index) {

  /** How many bytes after the place must be at hand, unless the input ends before. */
  static final int LOOKAHEAD = 96;

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private static final Set<String> NOT_A_NUMBER =
      Set.of("nan", "NaN", "NAN", "inf", "Inf", "INF", "infinity", "Infinity", "INFINITY");
  private static final Set<String> PYTHON = Set.of("None", "True", "False");

  /** Made for the first document that is none. */
  private static final class Warning {
    static final Pattern PHP =
        Pattern.compile(
            "(?:<br ?/?>\\s*)?(?:<b>)?(?:PHP |(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards"
                + "|(?:Catchable |Recoverable )?[Ff]atal error|Parse error)(?:</b>)?:)");
  }

  /** What the grammar allows at a place outside of texts, numbers and literals. */
  enum Expected {
    /** The document's value. */
    DOCUMENT,
    /** The value of a member. */
    VALUE,
    /** The first element, or the end of the array. */
    FIRST_ELEMENT,
    /** An element, after a comma. */
    ELEMENT,
    /** The first name, or the end of the object. */
    FIRST_NAME,
    /** A name, after a comma. */
    NAME,
    /** A name, after a number and a comma. */
    NAME_AFTER_NUMBER,
    COLON,
    /** A comma, or the end of the object. */
    COMMA_IN_OBJECT,
    /** A comma, or the end of the array. */
    COMMA_IN_ARRAY,
    /** The document has ended. */
    NOTHING
  }

  /** Judges a byte that cannot stand between tokens. */
  static Diagnosis between(byte[] bytes, int first, int limit, int at, Expected expected) {
    return new Scene(bytes, first, limit, at).between(expected);
  }

  /**
   * Judges a number that cannot go on.
   *
   * @param start the first byte of the number
   * @param at the byte that ends it wrongly
   */
  static Diagnosis number(byte[] bytes, int first, int limit, int start, int at) {
    if (at >= limit) {
      return new Diagnosis(StopCause.TRUNCATED, "", limit);
    }
    var number = new Scene(bytes, first, limit, start);
    if (bytes[start] == '-'
        && NOT_A_NUMBER.contains(new Scene(bytes, first, limit, start + 1).word())) {
      return new Diagnosis(StopCause.NAN, number.word(), start);
    }
    boolean afterZero =
        bytes[at - 1] == '0' && (at - 1 == start || (at - 2 == start && bytes[start] == '-'));
    if (isDigit(bytes[at]) && afterZero) {
      return new Diagnosis(StopCause.LEADING_ZERO, number.word(), at - 1);
    }
    if (bytes[at] < 0 && wellFormed(bytes, limit, at) == 0) {
      return encoding(bytes, first, limit, at);
    }
    return new Diagnosis(StopCause.BAD_NUMBER, number.word(), at);
  }

  /**
   * Judges a byte that cannot stand inside a name or text: a control character, a bad escape or bad
   * UTF-8.
   */
  static Diagnosis insideText(byte[] bytes, int first, int limit, int at) {
    if (at >= limit) {
      return new Diagnosis(StopCause.TRUNCATED, "", limit);
    }
    if (bytes[at] < 0) {
      return encoding(bytes, first, limit, at);
    }
    return bytes[at] == '\\'
        ? escape(bytes, first, limit, at)
        : new Diagnosis(StopCause.CONTROL_CHARACTER, escaped(bytes[at]), at);
  }

  /**
   * Judges the first bytes of a document: in UTF-16 and UTF-32 every ASCII character stands beside
   * zeros.
   */
  static Diagnosis wideCharacters(byte[] bytes, int limit, int at) {
    if (limit - at < 2) {
      return null;
    }
    int a = bytes[at] & 0xFF;
    int b = bytes[at + 1] & 0xFF;
    int c = limit - at < 3 ? -1 : bytes[at + 2] & 0xFF;
    int d = limit - at < 4 ? -1 : bytes[at + 3] & 0xFF;
    String found = null;
    if (a == 0xFF && b == 0xFE) {
      found = c == 0 && d == 0 ? "UTF-32LE" : "UTF-16LE";
    } else if (a == 0xFE && b == 0xFF) {
      found = "UTF-16BE";
    } else if (a == 0 && b == 0 && ((c == 0xFE && d == 0xFF) || (c == 0 && d > 0))) {
      found = "UTF-32BE";
    } else if (a == 0 && b != 0 && c <= 0) {
      found = "UTF-16BE";
    } else if (a != 0 && b == 0 && (d == 0 || c < 0)) {
      found = c == 0 ? "UTF-32LE" : "UTF-16LE";
    }
    if (found == null) {
      return null;
    }
    return new Diagnosis(
        found.startsWith("UTF-16") ? StopCause.UTF_16 : StopCause.UTF_32, found, at);
  }

  /**
   * Text that a report may show: cut to {@link StopCause#DETAIL_LENGTH}, and nothing in it that
   * does not print.
   */
  static String shown(String text) {
    var shown = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      String next = printable(point) ? Character.toString(point) : escaped(point);
      if (shown.length() + next.length() > StopCause.DETAIL_LENGTH) {
        break;
      }
      shown.append(next);
      i += Character.charCount(point);
    }
    return shown.toString();
  }

  private static boolean printable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }

  private static String escaped(int point) {
    return switch (point) {
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> {
        var units = new StringBuilder();
        for (char unit : Character.toChars(point)) {
          units.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        yield units.toString();
      }
    };
  }

  private static Diagnosis escape(byte[] bytes, int first, int limit, int at) {
    int end = at + 1;
    if (end < limit && bytes[end] == 'u') {
      end++;
      while (end < limit && end < at + 6 && Character.digit(bytes[end], 16) >= 0) {
        end++;
      }
    }
    if (end >= limit) {
      return new Diagnosis(StopCause.TRUNCATED, "", limit);
    }
    if (bytes[end] < 0 && wellFormed(bytes, limit, end) == 0) {
      return encoding(bytes, first, limit, end);
    }
    var rest = new Scene(bytes, first, limit, end);
    return new Diagnosis(
        StopCause.BAD_ESCAPE,
        shown(new String(bytes, at, end - at, ISO_8859_1) + Character.toString(rest.codePoint())),
        at);
  }

  /**
   * How many bytes the well-formed UTF-8 character at this place takes, or 0 if there is none
   * (Unicode, table 3-7).
   */
  static int wellFormed(byte[] bytes, int limit, int at) {
    int lead = bytes[at] & 0xFF;
    int left = limit - at;
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (left < length || !secondFits(lead, bytes[at + 1] & 0xFF)) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if (!continues(bytes[at + i] & 0xFF)) {
        return 0;
      }
    }
    return length;
  }

  private static boolean secondFits(int lead, int second) {
    return switch (lead) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> continues(second);
    };
  }

  private static boolean continues(int b) {
    return (b & 0xC0) == 0x80;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  /**
   * Names an ill-formed sequence. What is complete in form is what it claims to be; else one-byte
   * text is likelier.
   */
  private static Diagnosis encoding(byte[] bytes, int first, int limit, int at) {
    int lead = bytes[at] & 0xFF;
    int claimed = lead < 0xC0 || lead > 0xFD ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    int held = 1;
    while (held < claimed && at + held < limit && continues(bytes[at + held] & 0xFF)) {
      held++;
    }
    int second = held > 1 ? bytes[at + 1] & 0xFF : 0;
    StopCause cause;
    if (lead < 0xC0 || lead > 0xFD) {
      cause = StopCause.STRAY_BYTE;
    } else if (held == 1) {
      cause = lead < 0xC2 || lead > 0xF4 ? StopCause.STRAY_BYTE : StopCause.TRUNCATED_CHARACTER;
    } else if (lead < 0xC2 || (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90)) {
      cause = StopCause.OVERLONG;
    } else if (lead == 0xED && second > 0x9F) {
      cause = StopCause.SURROGATE;
    } else if (lead > 0xF4 || (lead == 0xF4 && second > 0x8F)) {
      cause = StopCause.BEYOND_UNICODE;
    } else {
      cause = StopCause.TRUNCATED_CHARACTER;
    }
    boolean complete = held == claimed && claimed > 1;
    boolean cutByTheEnd = claimed > 1 && at + held == limit;
    if (!complete && !cutByTheEnd) {
      String charset = oneByteCharset(bytes, first, limit, at);
      if (charset != null) {
        return new Diagnosis(StopCause.LATIN_1, charset, at);
      }
      if (cause == StopCause.TRUNCATED_CHARACTER && held == 1 && lead > 0xC3) {
        // Portuguese text in UTF-8 has no lead bytes but C2 and C3: this is a letter of a one-byte
        // charset.
        return new Diagnosis(StopCause.LATIN_1, "ISO-8859-1", at);
      }
    }
    return new Diagnosis(cause, HEX.formatHex(bytes, at, at + held), at);
  }

  /**
   * The charset in which the bytes make sense as Portuguese text: an accented letter beside a
   * letter of ASCII (João, ação, Piauí), an ordinal or degree sign after a letter or digit (nº,
   * 1ª), or the dashes and curly quotes of windows-1252.
   */
  private static String oneByteCharset(byte[] bytes, int first, int limit, int at) {
    int before = at > first ? bytes[at - 1] : 0;
    int end = at;
    boolean windows = false;
    while (end < limit && bytes[end] < 0) {
      int c = bytes[end] & 0xFF;
      if (c >= 0xFE || end - at == 3) {
        return null;
      }
      windows |= c < 0xA0;
      end++;
    }
    int after = end < limit ? bytes[end] : 0;
    int lead = bytes[at] & 0xFF;
    boolean plausible;
    if (before < 0) {
      plausible = false;
    } else if (lead >= 0xC0) {
      plausible = isLetter(before) || isLetter(after);
    } else if (lead == 0xAA || lead == 0xBA || lead == 0xB0) {
      plausible = isLetter(before) || isDigit(before);
    } else if (lead == 0x85 || (lead >= 0x91 && lead <= 0x97)) {
      plausible = before >= ' ' && after >= ' ' && (isWordOrSpace(before) || isWordOrSpace(after));
    } else {
      plausible = isLetter(before) && isLetter(after);
    }
    return plausible ? windows ? "windows-1252" : "ISO-8859-1" : null;
  }

  private static boolean isWordOrSpace(int c) {
    return c == ' ' || isLetter(c) || isDigit(c);
  }

  /** A place outside of texts, and the bytes around it. */
  private record Scene(byte[] bytes, int first, int limit, int at) {

    Diagnosis between(Expected expected) {
      if (at >= limit) {
        return expected == Expected.DOCUMENT
            ? new Diagnosis(StopCause.EMPTY, "", limit)
            : new Diagnosis(StopCause.TRUNCATED, "", limit);
      }
      if (bytes[at] < 0 && wellFormed(bytes, limit, at) == 0) {
        return encoding(bytes, first, limit, at);
      }
      int c = codePoint();
      if (c == 0xFEFF) {
        return found(StopCause.BOM_INSIDE);
      }
      if (expected == Expected.NOTHING) {
        return found(StopCause.EXTRA_CONTENT);
      }
      if (expected == Expected.DOCUMENT) {
        String beginning = ahead();
        if (Warning.PHP.matcher(beginning).lookingAt()) {
          return new Diagnosis(StopCause.PHP_WARNING, shown(beginning), at);
        }
        if (c == '<') {
          return new Diagnosis(StopCause.HTML, shown(beginning), at);
        }
      }
      int next = at + 1 < limit ? bytes[at + 1] : 0;
      if (c == '/' && (next == '/' || next == '*')) {
        return new Diagnosis(StopCause.COMMENT, "/" + (char) next, at);
      }
      return switch (expected) {
        case DOCUMENT, VALUE, FIRST_ELEMENT, ELEMENT -> value(expected, c, next);
        case FIRST_NAME, NAME, NAME_AFTER_NUMBER -> name(expected, c);
        case COLON -> found(c == ']' ? StopCause.MISMATCHED_BRACKET : StopCause.MISSING_COLON);
        default -> comma(expected, c);
      };
    }

    private Diagnosis value(Expected expected, int c, int next) {
      if (c == ']' || c == '}') {
        boolean trailing = expected == Expected.ELEMENT && c == ']';
        boolean closesTheRight = expected == Expected.VALUE && c == '}';
        return found(
            trailing
                ? StopCause.TRAILING_COMMA
                : closesTheRight ? StopCause.UNEXPECTED : StopCause.MISMATCHED_BRACKET);
      }
      if (c == '\'') {
        return found(StopCause.SINGLE_QUOTES);
      }
      if (c == '+' || c == '.') {
        String word = word();
        if (c == '+' && NOT_A_NUMBER.contains(word.substring(1))) {
          return found(StopCause.NAN);
        }
        return found(isDigit(next) || next == '.' ? StopCause.BAD_NUMBER : StopCause.UNEXPECTED);
      }
      if (beginsWord(c)) {
        String word = word();
        return found(
            NOT_A_NUMBER.contains(word)
                ? StopCause.NAN
                : PYTHON.contains(word)
                    ? StopCause.PYTHON_LITERAL
                    : cutLiteral(word) ? StopCause.TRUNCATED : StopCause.BAD_LITERAL);
      }
      return found(StopCause.UNEXPECTED);
    }

    /** Whether the input ends inside true, false or null. */
    private boolean cutLiteral(String word) {
      return at + word.length() == limit
          && ("true".startsWith(word) || "false".startsWith(word) || "null".startsWith(word));
    }

    private Diagnosis name(Expected expected, int c) {
      if (c == '}' && expected != Expected.FIRST_NAME) {
        return found(StopCause.TRAILING_COMMA);
      }
      if (c == ']') {
        return found(StopCause.MISMATCHED_BRACKET);
      }
      if (c == '\'') {
        return found(StopCause.SINGLE_QUOTES);
      }
      if (expected == Expected.NAME_AFTER_NUMBER && isDigit(c)) {
        return found(StopCause.DECIMAL_COMMA);
      }
      return found(
          beginsWord(c) || isDigit(c) || c == '-' ? StopCause.UNQUOTED_NAME : StopCause.UNEXPECTED);
    }

    private Diagnosis comma(Expected expected, int c) {
      if (c == (expected == Expected.COMMA_IN_OBJECT ? ']' : '}')) {
        return found(StopCause.MISMATCHED_BRACKET);
      }
      boolean beginsSomething = beginsWord(c) || isDigit(c) || "\"'{[-+.".indexOf(c) >= 0;
      return found(beginsSomething ? StopCause.MISSING_COMMA : StopCause.UNEXPECTED);
    }

    private Diagnosis found(StopCause cause) {
      return cause == StopCause.TRUNCATED
          ? new Diagnosis(cause, "", limit)
          : new Diagnosis(cause, word(), at);
    }

    private static boolean beginsWord(int c) {
      return c == '_' || c == '$' || Character.isLetter(c);
    }

    /** The bare word or number that begins here, else the one character. */
    String word() {
      String ahead = ahead();
      int end = 0;
      while (end < ahead.length() && end <= StopCause.DETAIL_LENGTH) {
        int c = ahead.codePointAt(end);
        if (!Character.isLetterOrDigit(c) && "_$+-.".indexOf(c) < 0) {
          break;
        }
        end += Character.charCount(c);
      }
      return shown(end == 0 ? Character.toString(codePoint()) : ahead.substring(0, end));
    }

    /** The character here; U+FFFD if it is not UTF-8. */
    int codePoint() {
      return ahead().codePointAt(0);
    }

    private String ahead() {
      return new String(bytes, at, Math.min(limit - at, LOOKAHEAD), UTF_8);
    }
  }
}
