package org.valida.maven;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.valida.Valida;
import org.valida.check.Configuration;
import org.valida.check.Source;

/**
 * A digest of everything that the outcome of a check hangs on. Equal fingerprints mean an equal
 * outcome.
 */
final class Fingerprint {

  /** What is not in one file cannot be pinned down. */
  static final class UnknownException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static final Pattern REFERENCE_TO_A_FILE = Pattern.compile("\"\\$ref\"\\s*:\\s*\"[^#\"]");

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Adds a fact. */
  Fingerprint with(String name, Object value) {
    text(name);
    text(value.toString());
    return this;
  }

  /** Adds the program and its contracts. */
  Fingerprint withProgram(String version) throws IOException, UnknownException {
    with("version", version);
    for (var type : List.of(Valida.class, Fingerprint.class)) {
      try {
        var place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (!Files.isRegularFile(place)) {
          throw new UnknownException(); // classes of a build, which change at any time
        }
        withFile("program", place);
      } catch (URISyntaxException e) {
        throw new UnknownException();
      }
    }
    return this;
  }

  Fingerprint withFile(String name, Path file) throws IOException {
    text(name);
    text(file.toString());
    try (var stream = Files.newInputStream(file)) {
      content(stream);
    }
    return this;
  }

  /** Adds a JSON Schema; one that leads to other files is more than its file. */
  Fingerprint withSchema(Path file) throws IOException, UnknownException {
    if (REFERENCE_TO_A_FILE.matcher(Files.readString(file)).find()) {
      throw new UnknownException();
    }
    return withFile("schema", file);
  }

  /** Adds every file below a folder. */
  Fingerprint withFolder(String name, Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : new TreeSet<>(files.filter(Files::isRegularFile).toList())) {
        withFile(name, file);
      }
    }
    return this;
  }

  Fingerprint withConfiguration(Configuration configuration) throws IOException {
    withFile("configuration", configuration.file());
    if (configuration.baseline().isPresent()) {
      withFile("baseline", configuration.baseline().get());
    }
    if (configuration.contractsFolder().isPresent()) {
      withFolder("contracts", configuration.contractsFolder().get());
    }
    return this;
  }

  Fingerprint withSource(Source source) throws IOException, UnknownException {
    if (!source.rereadable()) {
      throw new UnknownException();
    }
    text("payload");
    text(source.path());
    try (var stream = source.open()) {
      content(stream);
    }
    return this;
  }

  /** All of it, as text. */
  String text() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void content(InputStream stream) throws IOException {
    var content = new Fingerprint().digest;
    var buffer = new byte[1 << 16];
    for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
      content.update(buffer, 0, n);
    }
    bytes(content.digest());
  }

  /** With their count, so that no two series of texts come to the same bytes. */
  private void bytes(byte[] bytes) {
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
