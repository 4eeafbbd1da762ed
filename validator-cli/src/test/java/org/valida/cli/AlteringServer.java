package org.valida.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a server and does one thing otherwise. */
final class AlteringServer implements AutoCloseable {

  /**
   * What came in.
   *
   * @param query without its question mark; empty where there was none
   * @param authorization the header; empty where there was none
   */
  record Request(String method, String path, String query, String authorization, String body) {

    Request to(String otherPath) {
      return new Request(method, otherPath, query, authorization, body);
    }

    Request asking(String otherQuery) {
      return new Request(method, path, otherQuery, authorization, body);
    }

    /** Without a parameter. */
    Request without(String name) {
      return asking(query.replaceAll("&?" + name + "=[^&]*", "").replaceFirst("^&", ""));
    }

    boolean has(String parameter) {
      return List.of(query.split("&", -1)).contains(parameter) || query.contains(parameter + "=");
    }
  }

  /** What goes out. */
  record Answer(int status, String contentType, String body, Map<String, String> headers) {

    Answer(int status, String contentType, String body) {
      this(status, contentType, body, Map.of());
    }

    Answer saying(String otherBody) {
      return new Answer(status, contentType, otherBody, headers);
    }

    Answer typed(String otherType) {
      return new Answer(status, otherType, body, headers);
    }
  }

  /** Asks the server behind. */
  interface Behind {
    Answer ask(Request request);
  }

  /** What is done otherwise. */
  interface Alteration {
    Answer answer(Request request, Behind behind);
  }

  static final Alteration NONE = (request, behind) -> behind.ask(request);

  private final URI behind;
  private final Alteration alteration;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final List<Request> seen = new CopyOnWriteArrayList<>();

  AlteringServer(URI behind, Alteration alteration) {
    this.behind = behind;
    this.alteration = alteration;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** All requests that came, in their order. */
  List<Request> seen() {
    return List.copyOf(seen);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI();
      var authorization = exchange.getRequestHeaders().getFirst("Authorization");
      var request =
          new Request(
              exchange.getRequestMethod(),
              uri.getPath(),
              uri.getRawQuery() == null ? "" : uri.getRawQuery(),
              authorization == null ? "" : authorization,
              new String(
                  exchange.getRequestBody().readAllBytes(),
                  java.nio.charset.StandardCharsets.UTF_8));
      seen.add(request);
      var answer = alteration.answer(request, this::forward);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      if (!answer.contentType().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      }
      var bytes = answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private Answer forward(Request request) {
    var query = request.query().isEmpty() ? "" : "?" + request.query();
    var forwarded =
        HttpRequest.newBuilder(URI.create(behind + request.path() + query))
            .method(
                request.method(),
                request.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body()))
            .header("Content-Type", "application/json");
    if (!request.authorization().isEmpty()) {
      forwarded.header("Authorization", request.authorization());
    }
    try {
      var answer = client.send(forwarded.build(), BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
