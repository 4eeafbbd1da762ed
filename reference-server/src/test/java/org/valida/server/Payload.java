package org.valida.server;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.valida.check.Source;

/** A payload that a test writes down. */
public record Payload(String path, String json) implements Source {

  /** Of one ente, with single quotes for double ones. */
  public static Payload of(String ente) {
    return inFull("{'dat_consulta':'2024-12-31T12:00:00Z','ente':[" + ente + "]}");
  }

  /** The whole text, with single quotes for double ones. */
  public static Payload inFull(String json) {
    return new Payload("payload.json", json.replace('\'', '"'));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean rereadable() {
    return true;
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }
}
