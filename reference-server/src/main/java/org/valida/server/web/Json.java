package org.valida.server.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Small answers, written whole. */
final class Json {

  static final String MEDIA_TYPE = "application/json";
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Writes the members of an object. */
  interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  private Json() {}

  static byte[] object(Members members) {
    var out = new ByteArrayOutputStream();
    try (var json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] problem(Problem problem) {
    return object(
        json -> {
          json.writeStringField("type", "about:blank");
          json.writeStringField("title", problem.title());
          json.writeNumberField("status", problem.status());
          json.writeStringField("detail", problem.detail());
          if (!problem.parameter().isEmpty()) {
            json.writeStringField("parameter", problem.parameter());
          }
          if (!problem.suggestion().isEmpty()) {
            json.writeStringField("suggestion", problem.suggestion());
          }
        });
  }
}
