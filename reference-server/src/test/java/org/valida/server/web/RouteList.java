package org.valida.server.web;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.valida.server.lote.DailyCheck;
import org.valida.server.lote.Sandbox;
import org.valida.server.oauth.Access;
import org.valida.server.oauth.ApiKeys;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseException;
import org.valida.server.store.DatabaseUrl;

/** The routes as Javalin has them. */
public final class RouteList {

  private RouteList() {}

  /** Each as {@code get /health}; HEAD goes without saying where there is GET. */
  public static Set<String> of(DatabaseUrl url) {
    try (var database = Database.open(url, 3)) {
      var clock = Clock.systemUTC();
      var problems = new Problems("pt", trouble -> {});
      var access = new Access(Optional.empty(), clock);
      var sandbox = new Sandbox("pt", clock, new DailyCheck(clock), trouble -> {});
      var lotes = new LoteRoutes(sandbox, ApiKeys.any(), "pt", Limits.USUAL);
      var routes = new Routes(database, access, problems, clock, lotes, Limits.USUAL);
      return Javalin.create(config -> routes.addTo(config.routes))
          .unsafe
          .internalRouter
          .allHttpHandlers()
          .stream()
          .map(handler -> handler.endpoint)
          .filter(
              endpoint ->
                  !Set.of(HandlerType.BEFORE, HandlerType.AFTER, HandlerType.HEAD)
                      .contains(endpoint.method))
          .map(endpoint -> endpoint.method.name().toLowerCase(Locale.ROOT) + " " + endpoint.path)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }
}
