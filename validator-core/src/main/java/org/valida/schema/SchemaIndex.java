package org.valida.schema;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.valida.json.JsonArray;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.text.Draft;

/**
 * Knows every schema by its URIs: those of its document, of the {@code $id}s in it, and by pointer.
 * Follows references across documents.
 */
final class SchemaIndex {

  private static final List<String> SCHEMA_MAPS =
      List.of("properties", "patternProperties", "definitions", "dependencies");
  private static final List<String> SCHEMA_LISTS = List.of("allOf", "anyOf", "oneOf", "items");
  private static final List<String> SCHEMAS =
      List.of(
          "items",
          "additionalItems",
          "additionalProperties",
          "not",
          "if",
          "then",
          "else",
          "contains",
          "propertyNames");

  private final SchemaDocuments documents;
  private final Map<String, JsonValue> byUri = new HashMap<>();
  private final IdentityHashMap<JsonValue, URI> bases = new IdentityHashMap<>();
  private final IdentityHashMap<JsonValue, Draft> drafts = new IdentityHashMap<>();

  SchemaIndex(SchemaDocuments documents) {
    this.documents = documents;
  }

  /** Indexes a document found at that URI. */
  void add(JsonValue document, URI at, Draft fallback) {
    var draft =
        document
            .member("$schema")
            .filter(JsonString.class::isInstance)
            .map(JsonValue::string)
            .flatMap(Draft::ofMetaSchema)
            .orElse(fallback);
    byUri.put(withoutFragment(at), document);
    index(document, at, draft);
  }

  private void index(JsonValue schema, URI base, Draft draft) {
    if (!(schema instanceof JsonObject object) || bases.containsKey(schema)) {
      return;
    }
    var here = ownBase(object, base, draft);
    bases.put(schema, here);
    drafts.put(schema, draft);
    if (refers(object)) {
      indexMap(object.member("definitions").orElse(null), here, draft);
      return;
    }
    for (var keyword : SCHEMA_MAPS) {
      indexMap(object.member(keyword).orElse(null), here, draft);
    }
    for (var keyword : SCHEMA_LISTS) {
      if (object.member(keyword).orElse(null) instanceof JsonArray list) {
        for (var schemaInList : list.elements()) {
          index(schemaInList, here, draft);
        }
      }
    }
    for (var keyword : SCHEMAS) {
      index(object.member(keyword).orElse(null), here, draft);
    }
  }

  private void indexMap(JsonValue map, URI base, Draft draft) {
    if (map instanceof JsonObject object) {
      for (var schema : object.members().values()) {
        index(schema, base, draft);
      }
    }
  }

  private static boolean refers(JsonObject schema) {
    return schema.member("$ref").orElse(null) instanceof JsonString;
  }

  private URI ownBase(JsonObject schema, URI base, Draft draft) {
    var id = schema.member(draft == Draft.DRAFT4 ? "id" : "$id").orElse(null);
    if (!(id instanceof JsonString text) || refers(schema)) {
      return base;
    }
    URI own;
    try {
      own = resolve(base, text.string());
    } catch (IllegalArgumentException e) {
      return base;
    }
    if (text.string().startsWith("#")) {
      byUri.putIfAbsent(own.toString(), schema);
      return base;
    }
    byUri.putIfAbsent(withoutFragment(own), schema);
    if (own.getFragment() != null && !own.getFragment().isEmpty()) {
      byUri.putIfAbsent(own.toString(), schema);
    }
    return own;
  }

  static URI resolve(URI base, String reference) {
    if (reference.startsWith("#")) {
      var text = base.toString();
      int hash = text.indexOf('#');
      return URI.create((hash < 0 ? text : text.substring(0, hash)) + reference);
    }
    if (reference.isEmpty()) {
      return base;
    }
    return base.resolve(URI.create(reference));
  }

  private static String withoutFragment(URI uri) {
    var text = uri.toString();
    int hash = text.indexOf('#');
    return hash < 0 ? text : text.substring(0, hash);
  }

  /** The base that references in a schema are relative to. */
  URI base(JsonValue schema, URI otherwise) {
    return bases.getOrDefault(schema, otherwise);
  }

  /** The draft that a schema is written in. */
  Draft draft(JsonValue schema, Draft otherwise) {
    return drafts.getOrDefault(schema, otherwise);
  }

  /**
   * What a reference leads to.
   *
   * @return null if it leads nowhere
   */
  JsonValue find(String reference, URI base, Draft draft) {
    URI target;
    try {
      target = resolve(base, reference);
    } catch (IllegalArgumentException e) {
      return null;
    }
    var whole = target.toString();
    if (byUri.containsKey(whole)) {
      return byUri.get(whole);
    }
    var resource = withoutFragment(target);
    if (!byUri.containsKey(resource)) {
      var document = documents.find(resource);
      if (document.isEmpty()) {
        return null;
      }
      add(document.get(), URI.create(resource), draft);
    }
    int hash = whole.indexOf('#');
    var fragment = hash < 0 ? "" : whole.substring(hash + 1);
    if (fragment.isEmpty()) {
      return byUri.get(resource);
    }
    if (fragment.startsWith("/")) {
      return pointed(byUri.get(resource), URI.create(resource), fragment, draft);
    }
    return byUri.get(whole);
  }

  private JsonValue pointed(JsonValue root, URI uri, String fragment, Draft draft) {
    var at = root;
    var base = base(root, uri);
    var decoded = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    for (var step : decoded.substring(1).split("/", -1)) {
      var name = step.replace("~1", "/").replace("~0", "~");
      if (at instanceof JsonObject object) {
        at = object.members().get(name);
      } else if (at instanceof JsonArray array
          && name.matches("0|[1-9][0-9]{0,8}")
          && Integer.parseInt(name) < array.elements().size()) {
        at = array.elements().get(Integer.parseInt(name));
      } else {
        return null;
      }
      if (at == null) {
        return null;
      }
      base = base(at, base);
    }
    index(at, base, draft(root, draft));
    return at;
  }
}
