package org.valida.server.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.valida.report.Phrases;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.WrongParameter;
import org.valida.server.consulta.WrongParameter.Kind;
import org.valida.server.store.BusyException;
import org.valida.violation.NearestName;

/** The sentences of problems, and what exceptions come to. No answer shows an exception. */
final class Problems {

  private final Phrases phrases;
  private final Consumer<Throwable> trouble;

  /**
   * @param language {@code pt} or {@code en}
   * @param trouble is told of what went wrong here and not with the client
   */
  Problems(String language, Consumer<Throwable> trouble) {
    this.phrases = Phrases.read(Problems.class, "/org/valida/server/problems", language);
    this.trouble = trouble;
  }

  String text(String key) {
    return phrases.text(key);
  }

  String text(String key, Map<String, String> parts) {
    return phrases.text(key, parts);
  }

  Problem wrong(WrongParameter wrong) {
    var parts = Map.of("name", wrong.name(), "suggestion", wrong.suggestion());
    var kind = wrong.kind().name().toLowerCase(java.util.Locale.ROOT);
    var detail = phrases.text("parameter." + kind, parts);
    if (!wrong.suggestion().isEmpty()) {
      detail += " " + phrases.text("suggestion", parts);
    }
    if (wrong.kind() == Kind.MALFORMED || wrong.kind() == Kind.MISSING) {
      detail += " " + phrases.text("form." + wrong.name());
    }
    return new Problem(400, detail, wrong.name(), wrong.suggestion(), Map.of());
  }

  /** That of a status, with the sentence for it. */
  Problem of(int status) {
    var known = phrases.find("status." + status);
    return Problem.of(
        status, known.orElseGet(() -> phrases.text(status < 500 ? "status.400" : "status.500")));
  }

  Problem unauthorized(boolean tokenSent) {
    return Problem.of(401, phrases.text(tokenSent ? "token.invalid" : "token.missing"))
        .with(
            "WWW-Authenticate",
            tokenSent
                ? "Bearer realm=\"siope\", error=\"invalid_token\""
                : "Bearer realm=\"siope\"");
  }

  Problem forbidden(Method method) {
    return Problem.of(403, phrases.text("method.forbidden", Map.of("method", method.label())));
  }

  /** Of an exception that a route let go. */
  Problem of(Exception e, Context context) {
    if (e instanceof ProblemException known) {
      return known.problem();
    }
    if (e instanceof HttpResponseException http) {
      return http(http, context);
    }
    if (e instanceof BusyException) {
      return of(503).with("Retry-After", "5");
    }
    if (e instanceof PacedBody.SlowException) {
      return of(408).with("Connection", "close");
    }
    trouble.accept(e);
    return of(500);
  }

  private Problem http(HttpResponseException e, Context context) {
    return switch (e.getStatus()) {
      case 404 -> missing(context.path());
      case 405 -> of(405).with("Allow", e.getDetails().getOrDefault("availableMethods", "GET"));
      default -> of(e.getStatus());
    };
  }

  private Problem missing(String path) {
    var near =
        NearestName.of(
            path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", ""),
            Stream.of(Method.values()).map(Method::label).collect(Collectors.toList()));
    if (near.isEmpty()) {
      return of(404);
    }
    var parts = Map.of("suggestion", "/consulta/" + near.get());
    return Problem.of(404, phrases.text("status.404") + " " + phrases.text("suggestion", parts));
  }

  static void answer(Context context, Problem problem) {
    context.status(problem.status());
    problem.headers().forEach(context::header);
    context.contentType(Problem.MEDIA_TYPE);
    context.result(Json.problem(problem));
  }
}
