package org.valida.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.probe.ProbeSettings;
import org.valida.probe.ProbeSettings.Login;
import org.valida.violation.Severity;

/**
 * What {@code valida probe} was told.
 *
 * @param settings of the probe
 * @param failOn failures of that severity, or worse, make the exit status 1
 * @param outputs formats, each with its file; empty for standard output
 */
record ProbeOptions(
    ProbeSettings settings, Severity failOn, List<Map.Entry<String, Optional<String>>> outputs) {

  static ProbeOptions of(Arguments command, Terminal terminal) throws UseException {
    return new Reader(command, terminal).read();
  }

  private record Reader(Arguments command, Terminal terminal) {

    ProbeOptions read() throws UseException {
      var settings =
          new ProbeSettings(
              base(),
              login(),
              methods(),
              value("--cod-tc").orElse(""),
              headers(),
              proxy(),
              authorities(),
              matching("--ano", "[12][0-9]{3}").stream().mapToInt(Integer::parseInt).findFirst(),
              matching("--uf", "[A-Z]{2}").orElse(""),
              matching("--municipio", "[0-9]{6,7}").orElse(""),
              number("--rate", 5, 0.01, 1000),
              seconds("--timeout", 60, 0.1),
              seconds("--slow", 10, 0));
      return new ProbeOptions(settings, failOn(), outputs());
    }

    private Optional<String> value(String option) {
      return Optional.ofNullable(command.matchedOptionValue(option, (String) null));
    }

    private UseException wrong(String key, Map<String, ?> parts) {
      return new UseException(terminal.phrases().text(key, parts));
    }

    /** Without what belongs elsewhere: user, query, the slash at the end. */
    private URI base() throws UseException {
      String text = command.matchedPositionalValue((String) null);
      if (text == null) {
        throw wrong("use.probe.url-missing", Map.of());
      }
      try {
        var uri = new URI(text.replaceFirst("/+$", ""));
        boolean http = String.valueOf(uri.getScheme()).matches("(?i)https?");
        if (uri.getRawUserInfo() != null) {
          throw wrong("use.probe.url-user", Map.of());
        }
        if (http
            && uri.getHost() != null
            && uri.getRawQuery() == null
            && uri.getRawFragment() == null
            && uri.getPort() <= 0xFFFF) {
          return uri;
        }
      } catch (URISyntaxException e) {
        // The sentence below says it all.
      }
      // Not said again: what is malformed may hold a password.
      throw wrong("use.probe.url", Map.of());
    }

    private Optional<Login> login() throws UseException {
      var user = value("--user");
      if (user.isPresent()) {
        return Optional.of(new Login(user.get(), Password.of(command, terminal)));
      }
      if (value("--password-file").isPresent()) {
        throw wrong("use.probe.no-user", Map.of());
      }
      return Optional.empty();
    }

    private List<String> methods() throws UseException {
      var list = value("--methods");
      if (list.isEmpty()) {
        return ProbeSettings.METHODS_OF_COURTS;
      }
      var methods = new ArrayList<String>();
      for (var name : list.get().split(",", -1)) {
        if (!ProbeSettings.METHODS.contains(name)) {
          throw Choice.wrong(terminal.phrases(), "--methods", name, ProbeSettings.METHODS);
        }
        if (!methods.contains(name)) {
          methods.add(name);
        }
      }
      return methods;
    }

    /** Lines {@code Name: value}. Those that are of the connection cannot be set. */
    private Map<String, String> headers() throws UseException {
      var file = value("--header-file");
      var headers = new LinkedHashMap<String, String>();
      if (file.isEmpty()) {
        return headers;
      }
      try {
        for (var line : Files.readAllLines(path(file.get()), StandardCharsets.UTF_8)) {
          var parts = line.split(":", 2);
          if (line.isBlank()) {
            continue;
          }
          if (parts.length < 2
              || !parts[0].matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
              || !parts[1].strip().matches("[ -~]+")
              || parts[0].matches("(?i)connection|content-length|expect|host|upgrade")) {
            throw wrong("use.probe.header", Map.of("file", file.get()));
          }
          headers.put(parts[0], parts[1].strip());
        }
        return headers;
      } catch (IOException | InvalidPathException e) {
        throw wrong("use.probe.unreadable", Map.of("option", "--header-file", "file", file.get()));
      }
    }

    private Optional<InetSocketAddress> proxy() throws UseException {
      var text = value("--proxy");
      if (text.isEmpty()) {
        return Optional.empty();
      }
      var parts = text.get().replaceFirst("(?i)^http://", "").replaceFirst("/$", "");
      int colon = parts.lastIndexOf(':');
      if (colon > 0 && !parts.contains("@") && parts.substring(colon + 1).matches("[0-9]{1,5}")) {
        int port = Integer.parseInt(parts.substring(colon + 1));
        if (port <= 0xFFFF) {
          return Optional.of(new InetSocketAddress(parts.substring(0, colon), port));
        }
      }
      throw wrong("use.probe.proxy", Map.of());
    }

    private Optional<Path> authorities() throws UseException {
      var file = value("--cacert");
      if (file.isEmpty()) {
        return Optional.empty();
      }
      try {
        var path = path(file.get());
        if (Files.isReadable(path)) {
          return Optional.of(path);
        }
      } catch (InvalidPathException e) {
        // The sentence below says it all.
      }
      throw wrong("use.probe.unreadable", Map.of("option", "--cacert", "file", file.get()));
    }

    private Path path(String name) {
      return terminal.environment().folder().resolve(name);
    }

    private Optional<String> matching(String option, String pattern) throws UseException {
      var text = value(option);
      if (text.isPresent() && !text.get().matches(pattern)) {
        throw wrong("use.probe.value", Map.of("option", option, "value", text.get()));
      }
      return text;
    }

    private double number(String option, double otherwise, double least, double most)
        throws UseException {
      var text = matching(option, "[0-9]{1,6}([.][0-9]{1,3})?");
      double number = text.map(Double::parseDouble).orElse(otherwise);
      if (number < least || number > most) {
        throw wrong("use.probe.value", Map.of("option", option, "value", text.orElse("")));
      }
      return number;
    }

    private Duration seconds(String option, double otherwise, double least) throws UseException {
      return Duration.ofMillis((long) (1000 * number(option, otherwise, least, 3600)));
    }

    private Severity failOn() throws UseException {
      var text = value("--fail-on").orElse("warning");
      return switch (text) {
        case "warning" -> Severity.WARNING;
        case "error" -> Severity.ERROR;
        default ->
            throw Choice.wrong(terminal.phrases(), "--fail-on", text, List.of("error", "warning"));
      };
    }

    private List<Map.Entry<String, Optional<String>>> outputs() throws UseException {
      var outputs = new ArrayList<Map.Entry<String, Optional<String>>>();
      List<String> formats = command.matchedOptionValue("--format", List.of("text"));
      for (var format : formats) {
        var parts = format.split("=", 2);
        if (!ProbeCommand.FORMATS.contains(parts[0])) {
          throw Choice.wrong(terminal.phrases(), "--format", parts[0], ProbeCommand.FORMATS);
        }
        outputs.add(
            Map.entry(parts[0], parts.length < 2 ? Optional.empty() : Optional.of(parts[1])));
      }
      if (outputs.stream().filter(output -> output.getValue().isEmpty()).count() > 1) {
        throw wrong("conflict.one-output", Map.of());
      }
      return outputs;
    }
  }
}
