package org.valida.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param version of Valida
 * @param commit it was made from
 */
record BuildInfo(String version, String commit) {

  static BuildInfo read() {
    var properties = new Properties();
    try (var stream = BuildInfo.class.getResourceAsStream("build.properties")) {
      if (stream != null) {
        properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BuildInfo(
        properties.getProperty("version", "unknown"), properties.getProperty("commit", "unknown"));
  }

  /** As {@code --version} tells it. */
  String line() {
    return "valida " + version + " (commit " + commit + ", Java " + Runtime.version() + ")";
  }
}
