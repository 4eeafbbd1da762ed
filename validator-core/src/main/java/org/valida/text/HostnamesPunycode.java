package org.valida.text;

import java.util.Optional;

/** Punycode, RFC 3492, with the parameters of its clause 5, in lower case. */
final class HostnamesPunycode {

  private static final int BASE = 36;
  private static final int LOWEST = 1;
  private static final int HIGHEST = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE_POINT = 0x80;

  private HostnamesPunycode() {}

  /** The text that the label, without its prefix, stands for; empty if it stands for none. */
  static Optional<String> decode(String label) {
    var hyphen = label.lastIndexOf('-');
    var decoded = new StringBuilder(hyphen < 0 ? "" : label.substring(0, hyphen));
    var length = decoded.length();
    var codePoint = FIRST_CODE_POINT;
    var bias = FIRST_BIAS;
    long index = 0;
    for (var at = hyphen + 1; at < label.length(); ) {
      var before = index;
      long weight = 1;
      for (var k = BASE; ; k += BASE) {
        var digit = at < label.length() ? digit(label.charAt(at++)) : -1;
        if (digit < 0) {
          return Optional.empty();
        }
        index += digit * weight;
        var threshold = threshold(k, bias);
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
        if (index > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
          return Optional.empty();
        }
      }
      length++;
      bias = adapt(index - before, length, before == 0);
      var next = codePoint + index / length;
      if (next > Character.MAX_CODE_POINT || Character.getType((int) next) == Character.SURROGATE) {
        return Optional.empty();
      }
      codePoint = (int) next;
      index %= length;
      decoded.insert(decoded.offsetByCodePoints(0, (int) index), Character.toString(codePoint));
      index++;
    }
    return Optional.of(decoded.toString());
  }

  /** The label, without its prefix, of a text of at most some hundred characters. */
  static String encode(String text) {
    var encoded = new StringBuilder();
    text.chars().filter(c -> c < FIRST_CODE_POINT).forEach(c -> encoded.append((char) c));
    var basic = encoded.length();
    if (basic > 0) {
      encoded.append('-');
    }
    var length = text.codePointCount(0, text.length());
    var bias = FIRST_BIAS;
    var codePoint = FIRST_CODE_POINT;
    var delta = 0L;
    for (var handled = basic; handled < length; codePoint++, delta++) {
      var from = codePoint;
      var next = text.codePoints().filter(c -> c >= from).min().orElseThrow();
      delta += (long) (next - codePoint) * (handled + 1);
      codePoint = next;
      for (var c : text.codePoints().toArray()) {
        if (c < codePoint) {
          delta++;
        } else if (c == codePoint) {
          write(delta, bias, encoded);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
    }
    return encoded.toString();
  }

  private static void write(long delta, int bias, StringBuilder out) {
    var rest = delta;
    for (var k = BASE; ; k += BASE) {
      var threshold = threshold(k, bias);
      if (rest < threshold) {
        out.append(letter((int) rest));
        return;
      }
      out.append(letter((int) (threshold + (rest - threshold) % (BASE - threshold))));
      rest = (rest - threshold) / (BASE - threshold);
    }
  }

  private static char letter(int digit) {
    return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
  }

  private static int digit(char c) {
    return c >= 'a' && c <= 'z' ? c - 'a' : EcmaScanner.isDigit(c) ? c - '0' + 26 : -1;
  }

  private static int threshold(int k, int bias) {
    return Math.max(LOWEST, Math.min(HIGHEST, k - bias));
  }

  private static int adapt(long delta, int length, boolean first) {
    var scaled = first ? delta / DAMP : delta / 2;
    scaled += scaled / length;
    var k = 0;
    for (; scaled > (BASE - LOWEST) * HIGHEST / 2; k += BASE) {
      scaled /= BASE - LOWEST;
    }
    return (int) (k + (BASE - LOWEST + 1) * scaled / (scaled + SKEW));
  }
}
