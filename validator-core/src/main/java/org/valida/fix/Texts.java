package org.valida.fix;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.valida.json.JsonStop;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.json.Limits;

/** Repairs of texts. They leave every character that stays as it was written, escaped or not. */
final class Texts {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Texts() {}

  /** The content of a text token; empty if it is none. */
  static Optional<String> content(String token) {
    if (!token.startsWith("\"")) {
      return Optional.empty();
    }
    try {
      return JsonValue.read(token.getBytes(StandardCharsets.UTF_8), Limits.defaults())
              instanceof JsonString text
          ? Optional.of(text.value())
          : Optional.empty();
    } catch (JsonStop notOneText) {
      return Optional.empty();
    }
  }

  /** Without blanks and control characters at its ends; nothing if others are left within. */
  static Optional<String> trimmed(String token) {
    return content(token)
        .map(content -> trim(token))
        .filter(trimmed -> !trimmed.equals(token) && !hasControl(trimmed));
  }

  /** Trimmed, and each run of blanks and control characters within made one blank. */
  static Optional<String> withoutControls(String token) {
    if (content(token).isEmpty()) {
      return Optional.empty();
    }
    var text = trim(token);
    var clean = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int end = at;
      boolean control = false;
      while (end < text.length() && isBlank(character(text, end))) {
        control |= Character.isISOControl(character(text, end));
        end += length(text, end);
      }
      if (end == at) {
        end += length(text, at);
      }
      clean.append(control ? " " : text.substring(at, end));
      at = end;
    }
    return Optional.of(clean.toString()).filter(changed -> !changed.equals(token));
  }

  /** The text whose UTF-8 was taken for Windows-1252, or for ISO-8859-1. */
  static Optional<String> decodedAgain(String token) {
    if (content(token).isEmpty() || token.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.allocate(token.length());
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      byte[] one = c <= 0xFF ? new byte[] {(byte) c} : String.valueOf(c).getBytes(WINDOWS_1252);
      if (one.length != 1 || c > 0xFF && one[0] == '?') {
        return Optional.empty();
      }
      bytes.put(one);
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString())
          .filter(again -> !again.equals(token));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String trim(String token) {
    int from = 1;
    int to = token.length() - 1;
    while (from < to && isBlank(character(token, from))) {
      from += length(token, from);
    }
    // Where the last character begins shows only from the front: a backslash may be escaped itself.
    int end = from;
    for (int at = from; at < to; at += length(token, at)) {
      if (!isBlank(character(token, at))) {
        end = at + length(token, at);
      }
    }
    return '"' + token.substring(from, end) + '"';
  }

  private static boolean hasControl(String token) {
    for (int at = 0; at < token.length(); at += length(token, at)) {
      if (Character.isISOControl(character(token, at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || c == 0xFEFF;
  }

  /** How many UTF-16 units of the token write the character at this place. */
  private static int length(String token, int at) {
    if (token.charAt(at) != '\\') {
      return Character.charCount(token.codePointAt(at));
    }
    return token.charAt(at + 1) == 'u' ? 6 : 2;
  }

  private static int character(String token, int at) {
    if (token.charAt(at) != '\\') {
      return token.codePointAt(at);
    }
    return switch (token.charAt(at + 1)) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> Integer.parseInt(token.substring(at + 2, at + 6), 16);
      default -> token.charAt(at + 1);
    };
  }
}
