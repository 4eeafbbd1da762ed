package org.valida.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.valida.TestData;

/** everit-json-schema as an oracle: a validator that others use, here without any network. */
public final class Everit {

  private final Schema schema;

  private Everit(Schema schema) {
    this.schema = schema;
  }

  /** Loads a schema of the draft that its {@code $schema} names, draft 4 if none. */
  public static Everit load(String schema) {
    var json = new JSONObject(new JSONTokener(schema));
    var meta = json.optString("$schema");
    var builder = SchemaLoader.builder().schemaJson(json);
    if (meta.contains("draft-07")) {
      builder.draftV7Support();
    } else if (meta.contains("draft-06")) {
      builder.draftV6Support();
    }
    return new Everit(builder.schemaClient(Everit::resource).build().load().build());
  }

  private static java.io.InputStream resource(String uri) {
    throw new IllegalStateException("nothing is fetched in a test: " + uri);
  }

  /** What everit has against the document; empty if it accepts it. */
  public List<String> complaints(String document) {
    try {
      schema.validate(new JSONTokener(document).nextValue());
      return List.of();
    } catch (ValidationException refused) {
      return refused.getAllMessages();
    }
  }

  /** Whether everit accepts the document. */
  public boolean accepts(String document) {
    return complaints(document).isEmpty();
  }

  /** As {@link #accepts(String)}, for a file. */
  public boolean accepts(java.nio.file.Path file) {
    var text = new String(TestData.bytes(file), StandardCharsets.UTF_8);
    return accepts(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }
}
