package org.valida.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.valida.privacy.Mask;

/**
 * An http address that a user gave.
 *
 * @param uri what is asked for, without user and fragment
 * @param authorization the header that the user and password of the address make
 * @param shown the address as reports and messages name it: without user, password and the values
 *     of the query, which may be secret or personal
 */
record Address(URI uri, Optional<String> authorization, String shown) {

  /** Read where there is an address: every argument is asked whether it is one. */
  private static final class Syntax {
    private static final Pattern PARTS =
        Pattern.compile(
            "(?s)(https?://)([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST_AND_PORT =
        Pattern.compile("[^:]*(:[0-9]*)?|\\[.*](:[0-9]*)?");
  }

  private static final String UNSAFE = "\"<>\\^`{|}";

  /** Whether the text is meant as an address. */
  static boolean isOne(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  /**
   * @throws InputException if it is no address of a host
   */
  static Address of(String text) throws InputException {
    var parts = Syntax.PARTS.matcher(text);
    if (!parts.matches()) {
      throw new InputException("address-malformed");
    }
    var authority = parts.group(2);
    int at = authority.lastIndexOf('@');
    var query = parts.group(4) == null ? "" : parts.group(4);
    var path = parts.group(3).isEmpty() ? "/" : parts.group(3);
    try {
      var uri = new URI(encoded(parts.group(1) + authority.substring(at + 1) + path + query));
      if (uri.getHost() == null || uri.getPort() > 0xFFFF) {
        throw new InputException("address-malformed");
      }
      return new Address(uri, authorization(authority.substring(0, Math.max(0, at))), shown(text));
    } catch (URISyntaxException e) {
      throw new InputException("address-malformed");
    }
  }

  /** What people paste from the line of a browser: characters that must be escaped are. */
  private static String encoded(String text) {
    var encoded = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      if (one <= ' ' || one == 0x7F || UNSAFE.indexOf(one) >= 0) {
        encoded.append(String.format(Locale.ROOT, "%%%02X", one & 0xFF));
      } else {
        encoded.append((char) one);
      }
    }
    return encoded.toString();
  }

  private static Optional<String> authorization(String user) throws URISyntaxException {
    if (user.isEmpty()) {
      return Optional.empty();
    }
    var plain = new URI("http://" + encoded(user) + "@host/").getUserInfo();
    return Optional.of(
        "Basic "
            + Base64.getEncoder()
                .encodeToString(String.valueOf(plain).getBytes(StandardCharsets.UTF_8)));
  }

  /** Any text that is meant as an address, as it may be shown. */
  static String shown(String text) {
    var parts = Syntax.PARTS.matcher(text);
    if (!parts.matches()) {
      return Mask.HIDDEN;
    }
    var place = parts.group(2) + parts.group(3);
    // A password with a slash ends the host for every reader of addresses, and is one all the same.
    boolean slashed =
        parts.group(3).contains("@")
            && (parts.group(2).contains("@")
                || !Syntax.HOST_AND_PORT.matcher(parts.group(2)).matches());
    int at = slashed ? place.lastIndexOf('@') : parts.group(2).lastIndexOf('@');
    var visible = at < 0 ? place : Mask.HIDDEN + "@" + place.substring(at + 1);
    var query = parts.group(4) == null ? "" : "?" + masked(parts.group(4).substring(1));
    return parts.group(1) + Mask.free(visible) + query;
  }

  private static String masked(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(
            part ->
                part.contains("=")
                    ? Mask.free(part.substring(0, part.indexOf('=') + 1)) + Mask.HIDDEN
                    : Mask.HIDDEN)
        .collect(Collectors.joining("&"));
  }

  /** The last part of the path, whose ending says what there is to read. */
  String name() {
    var path = String.valueOf(uri.getPath());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return shown;
  }
}
