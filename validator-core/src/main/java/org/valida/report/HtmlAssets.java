package org.valida.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What the page brings along so that it needs nothing else.
 *
 * @param style the style sheet
 * @param script the script that filters and sorts
 */
record HtmlAssets(String style, String script) {

  static HtmlAssets read() {
    return new HtmlAssets(read("report.css"), read("report.js"));
  }

  /** Lets the browser run this script and use this style sheet, and load nothing whatever. */
  String policy() {
    return "default-src 'none'; script-src '"
        + hash(script)
        + "'; style-src '"
        + hash(style)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return "sha256-"
          + Base64.getEncoder()
              .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(String name) {
    try (var stream = HtmlAssets.class.getResourceAsStream("html/" + name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "no html/" + name + " beside " + HtmlAssets.class.getName());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
