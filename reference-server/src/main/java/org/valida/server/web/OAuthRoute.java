package org.valida.server.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.valida.server.oauth.Access;
import org.valida.server.oauth.Grant;

/**
 * POST /oauth as MCE 3 has it: wrong credentials are HTTP 400 with a status of 401 in the body. A
 * form is taken besides JSON, since that is how OAuth2 usually sends it.
 */
final class OAuthRoute {

  private static final int MOST_BYTES = 16 << 10;
  private static final int MOST_WAITING = 100;
  private static final String TYPE = "http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html";

  private final Access access;
  private final Problems problems;
  private final Limits limits;
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  OAuthRoute(Access access, Problems problems, Limits limits) {
    this.access = access;
    this.problems = problems;
    this.limits = limits;
  }

  void handle(Context context) throws IOException {
    context.header("Cache-Control", "no-store");
    var body = PacedBody.of(context, limits).readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ProblemException(problems.of(413));
    }
    var request = TokenRequest.read(context.contentType(), body);
    var wait = access.wait(context.ip());
    if (wait.isZero()) {
      answer(context, request);
    } else {
      later(context, request, wait);
    }
  }

  /** No thread waits: the answer is put off, and the number of those put off is limited. */
  private void later(Context context, Optional<TokenRequest> request, Duration wait) {
    if (!waiting.tryAcquire()) {
      throw new ProblemException(problems.of(429).with("Retry-After", "10"));
    }
    var timer = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
    context.future(
        () ->
            CompletableFuture.runAsync(() -> answer(context, request), timer)
                .whenComplete((done, failure) -> waiting.release()));
  }

  private void answer(Context context, Optional<TokenRequest> request) {
    if (request.isEmpty()) {
      refuse(context, 400, "invalid_request", problems.text("oauth.unreadable"));
      return;
    }
    var values = request.get();
    switch (values.get("grant_type")) {
      case "password" -> password(context, values);
      case "refresh_token" -> refresh(context, values);
      case "" -> lacks(context, "grant_type");
      default -> refuse(context, 400, "unsupported_grant_type", problems.text("oauth.grant"));
    }
  }

  private void password(Context context, TokenRequest values) {
    var missing = values.firstMissing("client_id", "username", "password");
    if (missing.isPresent()) {
      lacks(context, missing.get());
      return;
    }
    var user = values.get("username");
    grant(context, access.password(user, values.get("password"), context.ip()));
  }

  private void refresh(Context context, TokenRequest values) {
    var missing = values.firstMissing("refresh_token");
    if (missing.isPresent()) {
      lacks(context, missing.get());
      return;
    }
    grant(context, access.refresh(values.get("refresh_token"), context.ip()));
  }

  private static void grant(Context context, Optional<Grant> granted) {
    if (granted.isEmpty()) {
      refuse(context, 401, "invalid_grant", "Invalid username and password combination");
      return;
    }
    var grant = granted.get();
    context.contentType(Json.MEDIA_TYPE);
    context.result(
        Json.object(
            json -> {
              json.writeStringField("access_token", grant.accessToken());
              json.writeNumberField("expires_in", grant.expiresIn());
              json.writeStringField("token_type", "Bearer");
              json.writeStringField("scope", "");
              json.writeStringField("refresh_token", grant.refreshToken());
            }));
  }

  private void lacks(Context context, String name) {
    refuse(context, 400, "invalid_request", problems.text("oauth.missing", Map.of("name", name)));
  }

  private static void refuse(Context context, int status, String title, String detail) {
    context.status(400);
    context.contentType(Problem.MEDIA_TYPE);
    context.result(
        Json.object(
            json -> {
              json.writeStringField("type", TYPE);
              json.writeStringField("title", title);
              json.writeNumberField("status", status);
              json.writeStringField("detail", detail);
            }));
  }
}
