package org.valida.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.valida.server.consulta.Method;
import org.valida.server.oauth.Login;
import org.valida.server.store.DatabaseUrl;

/**
 * What {@code valida serve} was told.
 *
 * @param host to listen at
 * @param port 0 for any that is free
 * @param database where the data are
 * @param load payloads to load, as the user named them
 * @param sample whether the sample data are loaded
 * @param login the user, if there is one
 * @param apiKey of the lotes, if one was named
 * @param persistLotes whether the database keeps lotes too
 */
record ServeOptions(
    String host,
    int port,
    DatabaseUrl database,
    List<String> load,
    boolean sample,
    Optional<Login> login,
    Optional<String> apiKey,
    boolean persistLotes) {

  static ServeOptions of(Arguments command, Terminal terminal) throws UseException {
    return new Reader(command, terminal).read();
  }

  private record Reader(Arguments command, Terminal terminal) {

    ServeOptions read() throws UseException {
      List<String> load = command.matchedOptionValue("--load", List.of());
      boolean plain = value("--db").isEmpty() && load.isEmpty();
      boolean sample = command.matchedOptionValue("--sample", false);
      return new ServeOptions(
          value("--host").orElse("127.0.0.1"),
          port(),
          database(),
          load,
          sample || plain,
          login(),
          apiKey(),
          persistLotes());
    }

    private boolean persistLotes() throws UseException {
      boolean persist = command.matchedOptionValue("--persist-lotes", false);
      if (persist && database().temporary()) {
        throw wrong("use.serve.persist", Map.of());
      }
      return persist;
    }

    private Optional<String> value(String option) {
      return Optional.ofNullable(command.matchedOptionValue(option, (String) null));
    }

    private Optional<String> variable(String name) {
      return Optional.of(terminal.environment().variable(name)).filter(text -> !text.isEmpty());
    }

    private UseException wrong(String key, Map<String, ?> parts) {
      return new UseException(terminal.phrases().text(key, parts));
    }

    private int port() throws UseException {
      var text = value("--port").orElse("8080");
      if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
        throw wrong("use.serve.port", Map.of("value", text));
      }
      return Integer.parseInt(text);
    }

    private DatabaseUrl database() throws UseException {
      var text = value("--db");
      if (text.isEmpty()) {
        return DatabaseUrl.inMemory();
      }
      try {
        return text.get().matches("[a-z0-9+]{2,}:.*")
            ? DatabaseUrl.of(text.get(), variable("VALIDA_DB_USER"), variable("VALIDA_DB_PASSWORD"))
            : DatabaseUrl.inFolder(file(text.get()));
      } catch (IllegalArgumentException e) {
        // Only the part that cannot hold a password is said again.
        var scheme = text.get().replaceFirst("(?s)^((?:jdbc:)?[a-z0-9+]*:(?://)?).+", "$1...");
        throw wrong("use.serve.db", Map.of("value", scheme));
      }
    }

    private Path file(String name) {
      return terminal.environment().folder().resolve(name);
    }

    private Optional<Login> login() throws UseException {
      var user = value("--user");
      if (user.isEmpty()) {
        if (value("--password-file").isPresent() || value("--methods").isPresent()) {
          throw wrong("use.serve.no-user", Map.of());
        }
        return Optional.empty();
      }
      return Optional.of(Login.of(user.get(), Password.of(command, terminal), methods()));
    }

    private Optional<String> apiKey() throws UseException {
      var file = value("--api-key-file");
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(Password.read("use.serve.api-key-file", file.get(), terminal));
    }

    private Set<Method> methods() throws UseException {
      var methods = EnumSet.noneOf(Method.class);
      for (var label : value("--methods").map(list -> list.split(",", -1)).orElse(new String[0])) {
        var method = Method.of(label);
        if (method.isEmpty()) {
          var known = Stream.of(Method.values()).map(Method::label).toList();
          throw Choice.wrong(terminal.phrases(), "--methods", label, known);
        }
        methods.add(method.get());
      }
      return methods.isEmpty() ? EnumSet.allOf(Method.class) : methods;
    }
  }
}
