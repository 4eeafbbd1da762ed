package org.valida.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads what may follow a backslash both inside and outside a class: ECMA-262 CharacterClassEscape
 * and CharacterEscape.
 */
final class EcmaEscapes {

  private final EcmaScanner in;
  private final Map<String, EcmaSet> properties = new HashMap<>();

  EcmaEscapes(EcmaScanner in) {
    this.in = in;
  }

  /**
   * The set that the escape stands for, the backslash being read already; of one code point for all
   * but the class escapes.
   *
   * @param start index of the backslash
   */
  EcmaSet read(int start, boolean inClass) {
    if (in.done()) {
      throw in.error(start, "the pattern ends after a backslash");
    }
    var c = in.next();
    return switch (c) {
      case 'd' -> EcmaSet.DIGIT;
      case 'D' -> EcmaSet.DIGIT.negate();
      case 'w' -> EcmaSet.WORD;
      case 'W' -> EcmaSet.WORD.negate();
      case 's' -> EcmaSet.SPACE;
      case 'S' -> EcmaSet.SPACE.negate();
      case 'p' -> property(start);
      case 'P' -> property(start).negate();
      default -> EcmaSet.of(character(c, start, inClass));
    };
  }

  private int character(int c, int start, boolean inClass) {
    return switch (c) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'c' -> control(start);
      case '0' -> zero(start);
      case 'x' -> hex(start);
      case 'u' -> unicode(start);
      case 'b' -> {
        if (!inClass) {
          throw new IllegalStateException("\\b outside a class is an assertion");
        }
        yield '\b';
      }
      default -> itself(c, start);
    };
  }

  private int itself(int c, int start) {
    if (c < ' ' || c > '~' || EcmaScanner.isLetter(c) || EcmaScanner.isDigit(c)) {
      var shown =
          c > ' ' && c <= '~' ? "\\" + (char) c : String.format(Locale.ROOT, "\\ before U+%04X", c);
      throw in.error(start, shown + " is not an escape");
    }
    return c;
  }

  private int control(int start) {
    var letter = in.done() ? -1 : in.next();
    if (!EcmaScanner.isLetter(letter)) {
      throw in.error(start, "\\c must be followed by a letter from A to Z");
    }
    return letter % 32;
  }

  private int zero(int start) {
    if (in.atDigit()) {
      throw in.error(start, "\\0 must not be followed by a digit: there are no octal escapes");
    }
    return 0;
  }

  private int hex(int start) {
    var value = in.hex(2);
    if (value < 0) {
      throw in.error(start, "\\x must be followed by two hexadecimal digits");
    }
    return value;
  }

  /** A pair of escaped surrogates is one code point, as in JSON. */
  private int unicode(int start) {
    if (in.take('{')) {
      var digits = in.upTo('}');
      var value = digits == null || digits.isEmpty() ? -1 : 0;
      for (var i = 0; value >= 0 && i < digits.length(); i++) {
        var digit = EcmaScanner.hexDigit(digits.charAt(i));
        value = digit < 0 || value * 16 + digit >= EcmaSet.LIMIT ? -1 : value * 16 + digit;
      }
      if (value < 0) {
        throw in.error(start, "\\u{...} must hold hexadecimal digits, up to 10FFFF");
      }
      return value;
    }
    var value = in.hex(4);
    if (value < 0) {
      throw in.error(start, "\\u must be followed by four hexadecimal digits or by {...}");
    }
    if (Character.isHighSurrogate((char) value)) {
      var low = in.trailingSurrogate();
      return low < 0 ? value : Character.toCodePoint((char) value, (char) low);
    }
    return value;
  }

  private EcmaSet property(int start) {
    var name = in.take('{') ? in.upTo('}') : null;
    if (name == null) {
      throw in.error(start, "\\p must be followed by a property, as in \\p{Letter}");
    }
    var known = properties.get(name);
    if (known == null) {
      known =
          EcmaProperties.named(name)
              .orElseThrow(() -> in.error(start, "\\p names no property of Unicode"));
      properties.put(name, known);
    }
    return known;
  }
}
