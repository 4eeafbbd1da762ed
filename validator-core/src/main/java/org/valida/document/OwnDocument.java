package org.valida.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.violation.Failure;

/**
 * A document that a user wrote for Valida itself, right by its schema, which knows where each of
 * its values stands. Immutable.
 */
public final class OwnDocument {

  private final Written written;
  private final JsonValue root;

  private OwnDocument(Written written, JsonValue root) {
    this.written = written;
    this.root = root;
  }

  /**
   * Reads YAML; a document without content is an empty mapping.
   *
   * @param shown how messages name the file
   * @throws DocumentException if it cannot be read ({@code document-not-found}, {@code
   *     document-unreadable}), is no YAML, or breaks its schema
   */
  public static OwnDocument yaml(Path file, String shown, DocumentSchema schema)
      throws DocumentException {
    return judged(YamlText.asJson(text(file, shown), shown), schema);
  }

  /**
   * Reads JSON.
   *
   * @param shown how messages name the file
   * @throws DocumentException as {@link #yaml}
   */
  public static OwnDocument json(Path file, String shown, DocumentSchema schema)
      throws DocumentException {
    var json = text(file, shown).getBytes(StandardCharsets.UTF_8);
    return judged(new Written(shown, json, new TreeMap<>()), schema);
  }

  private static OwnDocument judged(Written written, DocumentSchema schema)
      throws DocumentException {
    schema.judge(written);
    return new OwnDocument(written, JsonValue.read(written.json(), Limits.defaults()));
  }

  private static String text(Path file, String shown) throws DocumentException {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var text = decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new DocumentException(List.of(new Failure("document-not-found", shown, Map.of())));
    } catch (CharacterCodingException e) {
      throw unreadable(shown, "encoding");
    } catch (AccessDeniedException e) {
      throw unreadable(shown, "permission");
    } catch (IOException e) {
      throw unreadable(shown, "io");
    }
  }

  private static DocumentException unreadable(String shown, String reason) {
    return new DocumentException(
        List.of(new Failure("document-unreadable", shown, Map.of("reason", reason))));
  }

  public JsonValue root() {
    return root;
  }

  /** Where a value of this document stands. */
  public Place place(JsonValue value) {
    return written.place(value.position().offset(), value.line(), value.column());
  }

  /** Where the name of the member stands that has this value; for JSON the value itself. */
  public Place placeOfName(JsonValue value) {
    return written.placeBefore(value.position().offset(), value.line(), value.column());
  }
}
