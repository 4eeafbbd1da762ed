package org.valida.server;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.valida.json.JsonValue;

/** Sends real requests to a server on this machine. */
public final class Client {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String token;

  public Client(URI address) {
    this(address, "");
  }

  private Client(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  /** The same, sending a token. */
  public Client with(String bearer) {
    return new Client(address, bearer);
  }

  /** Where it sends them. */
  public URI address() {
    return address;
  }

  /** What came back. */
  public record Answer(int status, HttpResponse<String> response) {

    public String body() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public JsonValue json() {
      return JsonValue.parse(body());
    }

    /** A member of the object, a text without its quotes. */
    public String member(String name) {
      return text(json().member(name).orElseThrow());
    }

    /** Each ente as {@code RS 4314902 2024/1}, the row of a state as {@code RS 2024/1}. */
    public List<String> entes() {
      return json().member("ente").orElseThrow().elements().stream().map(Answer::ente).toList();
    }

    private static String ente(JsonValue ente) {
      var municipio = text(ente.member("cod_municipio").orElseThrow());
      return text(ente.member("sgl_uf").orElseThrow())
          + (municipio.isEmpty() ? "" : " " + municipio)
          + " "
          + text(ente.member("num_ano").orElseThrow())
          + "/"
          + text(ente.member("num_periodo").orElseThrow());
    }

    private static String text(JsonValue value) {
      if (value instanceof org.valida.json.JsonString text) {
        return text.string();
      }
      var written = new StringBuilder();
      value.canonical(written);
      return new java.math.BigDecimal(written.toString()).toPlainString();
    }
  }

  public Answer get(String path) {
    return send(HttpRequest.newBuilder(address.resolve(path)).GET());
  }

  public Answer post(String path, String contentType, String body) {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  public Answer send(HttpRequest.Builder request) {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path));
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
