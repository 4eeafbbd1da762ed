package org.valida.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.valida.privacy.Mask;
import org.valida.report.Phrases;
import org.valida.server.lote.Lote;
import org.valida.server.lote.Operation;
import org.valida.server.lote.RefusedLote;
import org.valida.server.lote.Sandbox;
import org.valida.server.lote.Subject;
import org.valida.server.oauth.ApiKeys;

/** The lote routes of Gestão Presente: the key first, then the request, then the lote. */
final class LoteRoutes {

  private static final int MOST_SHOWN = 40;
  private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  private final Sandbox sandbox;
  private final ApiKeys keys;
  private final Phrases phrases;
  private final Limits limits;

  LoteRoutes(Sandbox sandbox, ApiKeys keys, String language, Limits limits) {
    this.sandbox = sandbox;
    this.keys = keys;
    this.limits = limits;
    this.phrases = Phrases.read(LoteRoutes.class, "/org/valida/server/lotes", language);
  }

  void addTo(RoutesConfig routes) {
    for (var operation : Operation.values()) {
      Handler handler = context -> receive(context, operation);
      switch (operation.verb()) {
        case POST -> routes.post(operation.subject().path(), handler);
        case PATCH -> routes.patch(operation.subject().path(), handler);
      }
    }
    for (var subject : Subject.values()) {
      if (subject.listed()) {
        get(routes, subject.path(), context -> list(context, subject));
      }
      get(routes, subject.path() + "/{id}", context -> state(context, subject));
      get(routes, subject.path() + "/{id}/erros", context -> errors(context, subject));
    }
    routes.exception(LoteRefusal.class, LoteRoutes::refuse);
  }

  private static void get(RoutesConfig routes, String path, Handler handler) {
    routes.get(path, handler);
    // Else Javalin answers 200, whatever GET would.
    routes.head(path, handler);
  }

  private static void refuse(LoteRefusal refusal, Context context) {
    context.status(refusal.status());
    if (refusal.status() == 503) {
      context.header("Retry-After", "5");
    }
    answer(context, LoteJson.refusal(refusal.getMessage()));
  }

  private static void answer(Context context, byte[] json) {
    context.contentType(Json.MEDIA_TYPE);
    context.result(json);
  }

  private void receive(Context context, Operation operation) throws IOException {
    var account = account(context);
    try {
      var lote = sandbox.receive(account, operation, PacedBody.of(context, limits));
      context.status(operation.status());
      answer(
          context,
          LoteJson.received(
              lote, operation, phrases.text("lote.received"), phrases.text("lote.details")));
    } catch (PacedBody.SlowException e) {
      context.header("Connection", "close");
      throw refusal(408, "lote.slow");
    } catch (RefusedLote e) {
      throw switch (e.reason()) {
        case TOO_LONG -> refusal(413, "lote.too-long");
        case BUSY -> refusal(503, "lote.busy");
        case UNPROCESSABLE -> new LoteRefusal(422, e.getMessage());
      };
    }
  }

  private void list(Context context, Subject subject) {
    var account = account(context);
    var lotes = sandbox.list(account, subject);
    answer(
        context, LoteJson.list(lotes, phrases.text("lote.listed"), subject.path(), page(context)));
  }

  private void state(Context context, Subject subject) {
    var lote = lote(context, subject);
    var page = page(context);
    boolean objects = "true".equals(context.queryParam("incluir_objetos_processados"));
    answer(
        context,
        LoteJson.state(
            lote, phrases.text("lote.found"), objects ? Optional.of(page) : Optional.empty()));
  }

  private void errors(Context context, Subject subject) {
    var lote = lote(context, subject);
    var message =
        switch (lote.status()) {
          case SENT -> "lote.errors-early";
          case UNDER_WAY, SUCCEEDED, FAILED -> "lote.errors";
        };
    answer(context, LoteJson.errors(lote, phrases.text(message), page(context)));
  }

  private String account(Context context) {
    var key = context.header("X-API-KEY");
    return keys.account(key == null ? "" : key)
        .orElseThrow(() -> refusal(401, "lote.unauthorized"));
  }

  private Page page(Context context) {
    return Page.of(context).orElseThrow(() -> refusal(400, "lote.page"));
  }

  private Lote lote(Context context, Subject subject) {
    var account = account(context);
    var id = context.pathParam("id");
    if (!id.matches(UUID_FORM)) {
      var shown = Mask.free(id.length() > MOST_SHOWN ? id.substring(0, MOST_SHOWN) + "…" : id);
      throw new LoteRefusal(400, phrases.text("lote.id", Map.of("id", shown)));
    }
    return sandbox
        .find(account, subject, UUID.fromString(id))
        .orElseThrow(() -> refusal(404, "lote.unknown"));
  }

  private LoteRefusal refusal(int status, String key) {
    return new LoteRefusal(status, phrases.text(key));
  }
}
