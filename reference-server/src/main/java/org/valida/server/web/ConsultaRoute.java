package org.valida.server.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Clock;
import org.valida.server.consulta.AnswerSink;
import org.valida.server.consulta.Filter;
import org.valida.server.consulta.FilterReader;
import org.valida.server.consulta.JsonAnswer;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.WrongParameter;
import org.valida.server.oauth.Access;

/** One of the methods of MCE 5: gate, filter, database, answer, in this order. */
final class ConsultaRoute {

  private static final String SCHEME = "Bearer ";

  /** Where answers come from. */
  interface Answering {
    /** Hands on what passes the filter. */
    void read(Method method, Filter filter, AnswerSink sink) throws IOException;
  }

  private final Method method;
  private final Access access;
  private final FilterReader filters;
  private final Answering answers;
  private final Problems problems;
  private final Clock clock;

  ConsultaRoute(
      Method method,
      Access access,
      FilterReader filters,
      Answering answers,
      Problems problems,
      Clock clock) {
    this.method = method;
    this.access = access;
    this.filters = filters;
    this.answers = answers;
    this.problems = problems;
    this.clock = clock;
  }

  void handle(Context context) throws IOException {
    pass(context);
    var query = context.queryString();
    try {
      var filter = filters.read(method, query == null ? "" : query);
      if (context.method().equals(HandlerType.HEAD)) {
        context.contentType(Json.MEDIA_TYPE);
        return;
      }
      var answer = new JsonAnswer(method, clock.instant(), () -> begin(context));
      try {
        answers.read(method, filter, answer);
        answer.end();
      } catch (IOException | RuntimeException e) {
        if (!answer.begun()) {
          throw e;
        }
        BrokenAnswer.end(context);
      }
    } catch (WrongParameter e) {
      throw new ProblemException(problems.wrong(e));
    }
  }

  private static java.io.OutputStream begin(Context context) {
    context.contentType(Json.MEDIA_TYPE);
    return context.outputStream();
  }

  private void pass(Context context) {
    var header = context.header("Authorization");
    boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    var token = bearer ? header.substring(SCHEME.length()).strip() : "";
    switch (access.judge(method, token)) {
      case PASSES -> {}
      case UNKNOWN -> throw new ProblemException(problems.unauthorized(bearer));
      case FORBIDDEN -> throw new ProblemException(problems.forbidden(method));
    }
  }
}
