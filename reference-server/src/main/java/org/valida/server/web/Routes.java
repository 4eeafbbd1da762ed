package org.valida.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.valida.server.consulta.FilterReader;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Municipios;
import org.valida.server.oauth.Access;
import org.valida.server.store.Answers;
import org.valida.server.store.Database;

/** All that the server answers to. */
final class Routes {

  /** What is read of a refused request's body at most, and for how long. */
  private static final int MOST_BYTES_REFUSED = 8 << 20;

  private static final long MOST_NANOS_REFUSED = 2_000_000_000L;

  private final Database database;
  private final Access access;
  private final Problems problems;
  private final Clock clock;
  private final LoteRoutes lotes;
  private final Limits limits;
  private final byte[] openApi;

  Routes(
      Database database,
      Access access,
      Problems problems,
      Clock clock,
      LoteRoutes lotes,
      Limits limits) {
    this.database = database;
    this.access = access;
    this.problems = problems;
    this.clock = clock;
    this.lotes = lotes;
    this.limits = limits;
    this.openApi = resource("/org/valida/server/openapi.json");
  }

  void addTo(RoutesConfig routes) {
    routes.before(
        context -> {
          context.header("X-Content-Type-Options", "nosniff");
          context.header("Cache-Control", "no-store");
        });
    var filters = new FilterReader(Municipios.builtIn());
    var answers = new Answers(database);
    for (var method : Method.values()) {
      Handler handler =
          new ConsultaRoute(method, access, filters, answers::read, problems, clock)::handle;
      routes.get(method.path(), handler);
      // Else Javalin answers 200, whatever GET would.
      routes.head(method.path(), handler);
    }
    routes.post("/oauth", new OAuthRoute(access, problems, limits)::handle);
    lotes.addTo(routes);
    routes.get("/health", this::health);
    routes.get("/openapi.json", this::openApi);
    // Javalin has a page of its own for these; it takes the handler of the nearest class.
    routes.exception(HttpResponseException.class, this::refuse);
    routes.exception(Exception.class, this::refuse);
    routes.after(Routes::hearOut);
  }

  /**
   * Reads on for a while when a request was refused before its body ended. Most clients send all of
   * a body before they look for an answer; if the connection closed meanwhile, they would be told
   * of a broken connection and not of what was wrong.
   */
  private static void hearOut(Context context) {
    if (context.statusCode() < 400 || context.statusCode() == 408) {
      return;
    }
    var body = context.bodyInputStream();
    var piece = new byte[16 << 10];
    long deadline = System.nanoTime() + MOST_NANOS_REFUSED;
    try {
      for (long left = MOST_BYTES_REFUSED; left > 0 && System.nanoTime() < deadline; ) {
        int read = body.read(piece);
        if (read < 0) {
          return;
        }
        left -= read;
      }
    } catch (IOException e) {
      // It broke off by itself: nobody listens.
      return;
    }
  }

  private void refuse(Exception e, Context context) {
    Problems.answer(context, problems.of(e, context));
  }

  /** Answers when requests can be served. */
  private void health(Context context) {
    if (!database.isReady()) {
      throw new ProblemException(problems.of(503).with("Retry-After", "5"));
    }
    context.contentType(Json.MEDIA_TYPE);
    context.result(Json.object(json -> json.writeStringField("status", "ok")));
  }

  private void openApi(Context context) {
    context.contentType(Json.MEDIA_TYPE);
    context.result(openApi);
  }

  private static byte[] resource(String name) {
    try (var in = Routes.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
