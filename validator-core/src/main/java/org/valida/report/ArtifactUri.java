package org.valida.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The path of an input as a URI reference (RFC 3986): relative where the path is relative, {@code
 * file://} where it is absolute, and an address as it is. Whatever a URI cannot hold is
 * percent-encoded as UTF-8.
 */
final class ArtifactUri {

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*", Pattern.DOTALL);
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\].*", Pattern.DOTALL);
  private static final String UNRESERVED = "-._~";

  /** Of the delimiters, what may stand in a path; a colon could be taken for a scheme. */
  private static final String IN_PATH = UNRESERVED + "/!$&'()*+,;=@";

  private static final String IN_ADDRESS = IN_PATH + ":?#[]%";

  private ArtifactUri() {}

  /**
   * The reference for a path as reports name it.
   *
   * @param separator of the system's paths; a backslash elsewhere is a character of a name
   */
  static String of(String path, char separator) {
    if (ADDRESS.matcher(path).matches()) {
      return encoded(path, IN_ADDRESS);
    }
    var slashed = separator == '\\' ? path.replace('\\', '/') : path;
    if (separator == '\\' && DRIVE.matcher(path).matches()) {
      return "file:///" + slashed.substring(0, 2) + encoded(slashed.substring(2), IN_PATH);
    }
    if (separator == '\\' && slashed.startsWith("//")) {
      return "file:" + encoded(slashed, IN_PATH);
    }
    if (slashed.startsWith("/")) {
      return "file://" + encoded(slashed, IN_PATH);
    }
    return encoded(withoutDot(slashed), IN_PATH);
  }

  /** The path with slashes and without {@code ./} in front, as repositories name files. */
  static String slashed(String path, char separator) {
    return withoutDot(separator == '\\' ? path.replace('\\', '/') : path);
  }

  private static String withoutDot(String path) {
    return path.startsWith("./") && path.length() > 2 ? path.substring(2) : path;
  }

  private static String encoded(String text, String allowed) {
    var uri = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean kept = c < 0x80 && (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0);
      if (kept) {
        uri.append(c);
      } else {
        uri.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
