package org.valida.server.roundtrip;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.server.consulta.Method;

/**
 * A service at an address. Follows no redirect, so that what it sends goes nowhere else; asks for a
 * token when it has none, or a new one when the old one has expired.
 */
public final class HttpService implements Service {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LARGEST_TOKEN_ANSWER = 1 << 16;

  /** Who asks. */
  public record User(String name, String password) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String address;
  private final Optional<User> user;
  private String token = "";

  /**
   * @param address what {@code /consulta/despesa} and {@code /oauth} are appended to
   */
  public HttpService(URI address, Optional<User> user) {
    this.address = address.toString().replaceFirst("/+$", "");
    this.user = user;
  }

  @Override
  public InputStream ask(Method method, String query) throws AnswerException {
    if (user.isPresent() && token.isEmpty()) {
      token = newToken(user.get());
    }
    var response = get(method.path() + "?" + query);
    if (response.statusCode() == 401 && user.isPresent()) {
      close(response);
      token = newToken(user.get());
      response = get(method.path() + "?" + query);
    }
    if (response.statusCode() != 200) {
      close(response);
      throw new AnswerException(
          "answer-status",
          address,
          Map.of("query", method.path() + "?" + query, "status", (long) response.statusCode()));
    }
    return response.body();
  }

  private HttpResponse<InputStream> get(String path) throws AnswerException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .GET();
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  /** MCE 3: a document of JSON with the password, an answer of JSON with the token. */
  private String newToken(User who) throws AnswerException {
    var body =
        "{\"grant_type\":\"password\",\"client_id\":"
            + quoted(who.name())
            + ",\"username\":"
            + quoted(who.name())
            + ",\"password\":"
            + quoted(who.password())
            + "}";
    var response =
        send(
            HttpRequest.newBuilder(URI.create(address + "/oauth"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    try (var answer = response.body()) {
      if (response.statusCode() == 200) {
        var document = JsonValue.read(answer.readNBytes(LARGEST_TOKEN_ANSWER), Limits.defaults());
        return document.member("access_token").map(JsonValue::string).orElseThrow();
      }
    } catch (IOException | RuntimeException e) {
      throw new AnswerException("answer-token", address, Map.of());
    }
    throw new AnswerException("answer-token", address, Map.of());
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder();
    new JsonString(text).canonical(quoted);
    return quoted.toString();
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws AnswerException {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new AnswerException("answer-unreachable", address, Map.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.util.concurrent.CancellationException("interrupted while asking");
    }
  }

  private static void close(HttpResponse<InputStream> response) {
    try (var body = response.body()) {
      body.skip(LARGEST_TOKEN_ANSWER);
    } catch (IOException e) {
      // It is of no concern any more.
    }
  }
}
