package org.valida.probe;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.valida.json.JsonStop;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.privacy.Mask;
import org.valida.probe.ProbeSettings.Login;

/** Asks the service, with the token where there is one, and turns what comes into evidence. */
final class Session {

  private static final int MOST_BYTES_OF_LOGIN = 1 << 16;

  /** Nobody's: a wrong password for the real user could lock it out. */
  private static final Login WRONG = new Login("valida-probe", "senha-errada-de-proposito");

  /**
   * What a login gave.
   *
   * @param body of the answer, at most {@value #MOST_BYTES_OF_LOGIN} bytes
   */
  record LoginExchange(String url, String curl, Answer answer, byte[] body) {}

  private final ProbeSettings settings;
  private final ProbeClient client;
  private final Secrets secrets;
  private final Curl curl;
  private final AnswerReader reader = new AnswerReader();
  private Optional<String> token = Optional.empty();

  Session(ProbeSettings settings, ProbeClient client, Secrets secrets) {
    this.settings = settings;
    this.client = client;
    this.secrets = secrets;
    this.curl = new Curl(settings);
    settings.headers().values().forEach(secrets::add);
    settings.login().map(Login::password).ifPresent(secrets::add);
  }

  boolean hasToken() {
    return token.isPresent();
  }

  // ---- MCE 3

  LoginExchange wrongLogin() {
    return login(WRONG, WRONG.password());
  }

  /** Logs in and keeps the token. */
  LoginExchange login() {
    var exchange = login(settings.login().orElseThrow(), Mask.HIDDEN);
    token = text(exchange.body(), "access_token").filter(Session::fitsHeader);
    token.ifPresent(secrets::add);
    text(exchange.body(), "refresh_token").ifPresent(secrets::add);
    return exchange;
  }

  private LoginExchange login(Login login, String shown) {
    var uri = URI.create(settings.base() + "/oauth");
    var line = curl.line(uri, false, body(login.user(), shown));
    try {
      var response = client.post(uri, body(login.user(), login.password()));
      try (var in = response.body()) {
        var body = in.readNBytes(MOST_BYTES_OF_LOGIN);
        return new LoginExchange(uri.toString(), line, got(response, Optional.empty()), body);
      }
    } catch (IOException e) {
      return new LoginExchange(uri.toString(), line, new Answer.None(reason(e)), new byte[0]);
    }
  }

  /** The request of the sample of MCE 3. */
  private static String body(String user, String password) {
    return "{\"grant_type\":\"password\",\"client_id\":\"SIOPE\",\"username\":"
        + quoted(user)
        + ",\"password\":"
        + quoted(password)
        + "}";
  }

  private static String quoted(String text) {
    var json = new StringBuilder();
    new JsonString(text).canonical(json);
    return json.toString();
  }

  private static Optional<String> text(byte[] json, String name) {
    try {
      return JsonValue.read(json, Limits.defaults())
          .member(name)
          .filter(JsonString.class::isInstance)
          .map(JsonValue::string)
          .filter(text -> !text.isEmpty());
    } catch (JsonStop e) {
      return Optional.empty();
    }
  }

  private static boolean fitsHeader(String token) {
    return token.matches("[!-~]+");
  }

  // ---- methods

  /**
   * Asks a method.
   *
   * @param place path below the base, such as {@code consulta/despesa}
   * @param method whose contract the answer is checked with
   */
  Exchange ask(Purpose purpose, String place, String method, Map<String, String> filters) {
    var uri = uri(place, filters);
    boolean withToken = token.isPresent() && purpose != Purpose.NO_TOKEN;
    var line = curl.line(uri, withToken, "");
    return new Exchange(
        purpose, filters, uri.toString(), line, answer(uri, purpose, method, filters, withToken));
  }

  private URI uri(String place, Map<String, String> filters) {
    var all = new LinkedHashMap<>(filters);
    if (!settings.codTc().isEmpty()) {
      all.put("cod_tc", settings.codTc());
    }
    var query =
        all.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return URI.create(settings.base() + "/" + place + (query.isEmpty() ? "" : "?" + query));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Answer answer(
      URI uri, Purpose purpose, String method, Map<String, String> filters, boolean withToken) {
    try {
      var response = client.get(uri, withToken ? token : Optional.empty());
      if (response.status() == 401 && withToken && settings.login().isPresent()) {
        // It may have expired on the way.
        response.body().close();
        login();
        response = client.get(uri, token);
      }
      try (var body = response.body()) {
        boolean read = purpose.correct() && response.status() == 200 && !response.empty();
        var content =
            read ? Optional.of(reader.read(method, filters, body)) : Optional.<Content>empty();
        return got(response, content);
      }
    } catch (IOException e) {
      return new Answer.None(reason(e));
    }
  }

  private static Answer.Got got(ProbeClient.Response response, Optional<Content> content) {
    return new Answer.Got(
        response.status(),
        response.contentType(),
        response.firstByte(),
        response.empty(),
        response.elsewhere(),
        content);
  }

  private static String reason(IOException e) {
    return e instanceof NoAnswerException none ? none.reason() : "broken-off";
  }
}
