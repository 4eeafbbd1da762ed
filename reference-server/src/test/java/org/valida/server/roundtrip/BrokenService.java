package org.valida.server.roundtrip;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Stands before a right service and breaks its answers, or the questions. */
final class BrokenService implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer server;

  private BrokenService(HttpServer server) {
    this.server = server;
  }

  /**
   * @param query what becomes of the query of a request
   * @param body what becomes of the body of an answer
   * @param status of all answers
   */
  static BrokenService before(
      URI right, UnaryOperator<String> query, UnaryOperator<String> body, int status) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var broken = new BrokenService(server);
      server.createContext(
          "/",
          exchange -> {
            var asked = exchange.getRequestURI();
            var there = right + asked.getPath() + "?" + query.apply(asked.getRawQuery());
            answer(exchange, body.apply(broken.get(URI.create(there))), status);
          });
      server.start();
      return broken;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String get(URI address) throws IOException {
    try {
      var request = HttpRequest.newBuilder(address).build();
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String body, int status) throws IOException {
    try (exchange) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
