package org.valida.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONTokener;

/** A payload with everit-json-schema over the tree of org.json. */
public final class Everit {

  private Everit() {}

  /** {@code Everit SCHEMA FILE}. */
  public static void main(String[] args) throws IOException {
    var schema =
        SchemaLoader.builder()
            .draftV7Support()
            .schemaJson(new JSONObject(Files.readString(Path.of(args[0]))))
            .build()
            .load()
            .build();
    Object document;
    try (var reader = Files.newBufferedReader(Path.of(args[1]))) {
      var tokens = new JSONTokener(reader);
      boolean list = tokens.nextClean() == '[';
      tokens.back();
      document = list ? new JSONArray(tokens) : new JSONObject(tokens);
    }
    try {
      schema.validate(document);
      Verdict.tell(0);
    } catch (ValidationException e) {
      Verdict.tell(e.getViolationCount());
    }
  }
}
