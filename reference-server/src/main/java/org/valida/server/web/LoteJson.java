package org.valida.server.web;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.valida.server.lote.Lote;
import org.valida.server.lote.LoteError;
import org.valida.server.lote.Operation;
import org.valida.server.lote.Status;

/** The answers about lotes, in the shapes of SGP 0.5.9. */
final class LoteJson {

  private LoteJson() {}

  static byte[] refusal(String message) {
    return Json.object(
        json -> {
          json.writeBooleanField("success", false);
          json.writeStringField("message", message);
        });
  }

  static byte[] received(Lote lote, Operation operation, String message, String details) {
    return Json.object(
        json -> {
          begin(json, message);
          json.writeStringField("id", lote.id().toString());
          if (operation == Operation.ESTUDANTES_PATCH) {
            json.writeStringField("detalhesValidacao", details);
            json.writeNullField("errors");
          }
        });
  }

  /**
   * The state of a lote.
   *
   * @param objects the page of the processed objects, if they are asked for: there are none, as
   *     records are not kept
   */
  static byte[] state(Lote lote, String message, java.util.Optional<Page> objects) {
    var path = lote.subject().path() + "/" + lote.id();
    return Json.object(
        json -> {
          begin(json, message);
          json.writeStringField("status_processamento", lote.status().label());
          if (lote.status() == Status.FAILED) {
            json.writeStringField("errors", path + "/erros");
          }
          if (objects.isPresent()) {
            json.writeArrayFieldStart("data");
            json.writeEndArray();
            pagination(json, objects.get(), path, List.of());
          }
        });
  }

  static byte[] errors(Lote lote, String message, Page page) {
    return Json.object(
        json -> {
          begin(json, message);
          json.writeStringField("status_processamento", lote.status().label());
          json.writeArrayFieldStart("errors");
          for (var error : page.of(lote.errors())) {
            error(json, lote, error);
          }
          json.writeEndArray();
          var path = lote.subject().path() + "/" + lote.id() + "/erros";
          pagination(json, page, path, lote.errors());
        });
  }

  private static void error(JsonGenerator json, Lote lote, LoteError error) throws IOException {
    json.writeStartObject();
    json.writeStringField("erro", error.sentence());
    for (var name : lote.subject().keys()) {
      json.writeStringField(name, error.keys().get(name));
    }
    json.writeEndObject();
  }

  static byte[] list(List<Lote> lotes, String message, String path, Page page) {
    return Json.object(
        json -> {
          begin(json, message);
          json.writeArrayFieldStart("data");
          for (var lote : page.of(lotes)) {
            json.writeStartObject();
            json.writeStringField("id", lote.id().toString());
            json.writeStringField("dataEnvio", lote.sent().toString());
            json.writeStringField("status_processamento", lote.status().label());
            json.writeEndObject();
          }
          json.writeEndArray();
          pagination(json, page, path, lotes);
        });
  }

  private static void begin(JsonGenerator json, String message) throws IOException {
    json.writeBooleanField("success", true);
    json.writeStringField("message", message);
  }

  private static void pagination(JsonGenerator json, Page page, String path, List<?> all)
      throws IOException {
    long pages = page.pages(all.size());
    json.writeObjectFieldStart("pagination");
    json.writeNumberField("total", all.size());
    json.writeNumberField("count", page.of(all).size());
    json.writeNumberField("per_page", page.size());
    json.writeNumberField("current_page", page.number());
    json.writeNumberField("total_pages", pages);
    json.writeObjectFieldStart("links");
    link(json, "previous", path, page, page.number() - 1, pages);
    link(json, "next", path, page, page.number() + 1, pages);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void link(
      JsonGenerator json, String name, String path, Page page, long other, long pages)
      throws IOException {
    boolean there = other >= 1 && other <= pages;
    json.writeStringField(name, there ? path + page.query(other) : null);
  }
}
