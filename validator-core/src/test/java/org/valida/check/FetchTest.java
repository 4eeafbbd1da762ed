package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.Valida;
import org.valida.json.Limits;
import org.valida.report.FailureText;
import org.valida.violation.FileResult;
import org.valida.violation.Violation;

/** Inputs at addresses, from a server of this machine. */
class FetchTest {

  private static final String JSON = "{\"ente\":[]}";

  /** Waits as long as a test may take; those about waiting set their own. */
  private static final Fetch.Patience PATIENCE =
      new Fetch.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(2));

  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Violation> violations = new ArrayList<>();
  private ExecutorService threads;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private void at(String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            answer.to(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private FileResult check(String address, Fetch.Patience patience, Limits limits)
      throws IOException {
    var source = new AddressSource("shown", Address.of(address), new Fetch(patience));
    var result =
        Valida.builder()
            .limits(limits)
            .build()
            .run(List.of(source), (path, violation) -> violations.add(violation));
    return result.files().get(0);
  }

  private FileResult check(String path) throws IOException {
    return check(base() + path, PATIENCE, Limits.defaults());
  }

  private Map<String, Object> failure(FileResult result, String kind) {
    var failure = result.failure().orElseThrow();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(FailureText.of("pt").sentence(failure)).doesNotContain("{", kind);
    assertThat(FailureText.of("en").sentence(failure)).doesNotContain("{", kind);
    return failure.arguments();
  }

  @Test
  void checksWhatTheServerAnswers() throws IOException {
    at("/a", exchange -> send(exchange, 200, Zips.utf8(JSON)));

    var result = check("/a");

    assertThat(result.failure()).isEmpty();
    assertThat(result.bytes()).isEqualTo(JSON.length());
    assertThat(result.contract()).contains("mce/retificadora");
  }

  @Test
  void asksForJsonWithTheUserOfTheAddressAndTakesNoCookies() throws IOException {
    var seen = new ArrayList<String>();
    at(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          seen.add(
              exchange.getRequestURI()
                  + " "
                  + headers.getFirst("Authorization")
                  + " "
                  + headers.getFirst("Accept")
                  + " "
                  + headers.getFirst("Cookie"));
          exchange.getResponseHeaders().add("Set-Cookie", "a=b");
          exchange.getResponseHeaders().add("Location", "/b?y=2");
          send(
              exchange,
              exchange.getRequestURI().getPath().equals("/a") ? 302 : 200,
              Zips.utf8(JSON));
        });

    check(base().replace("//", "//ana:bia@") + "/a?x=1", PATIENCE, Limits.defaults());

    assertThat(seen)
        .containsExactly(
            "/a?x=1 Basic YW5hOmJpYQ== application/json, */*;q=0.5 null",
            "/b?y=2 Basic YW5hOmJpYQ== application/json, */*;q=0.5 null");
  }

  @Test
  void opensWhatIsEncodedByGzip() throws IOException {
    at(
        "/a",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          send(exchange, 200, Zips.gzip(Zips.utf8(JSON)));
        });
    at("/b.json.gz", exchange -> send(exchange, 200, Zips.gzip(Zips.utf8(JSON))));
    at("/c.json.gz", exchange -> send(exchange, 200, Zips.utf8(JSON)));

    for (var path : List.of("/a", "/b.json.gz", "/c.json.gz")) {
      assertThat(check(path).failure()).as(path).isEmpty();
      assertThat(check(path).bytes()).as(path).isEqualTo(JSON.length());
    }
  }

  @Test
  void doesNotOpenOtherEncodings() throws IOException {
    at(
        "/a",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "br");
          send(exchange, 200, new byte[] {1, 2, 3});
        });

    assertThat(failure(check("/a"), "address-encoding")).containsEntry("encoding", "br");
  }

  @ParameterizedTest
  @CsvSource({
    "401, denied",
    "403, denied",
    "404, missing",
    "410, missing",
    "500, server",
    "503, server",
    "304, other",
    "418, other"
  })
  void otherAnswersAreNoPayload(int status, String hint) throws IOException {
    at("/a", exchange -> send(exchange, status, new byte[0]));

    assertThat(failure(check("/a"), "address-status"))
        .containsEntry("status", status)
        .containsEntry("hint", hint);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsARedirectOnTheSameHost(int status) throws IOException {
    at(
        "/a",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "b?x=1");
          send(exchange, status, new byte[0]);
        });
    at("/b", exchange -> send(exchange, 200, Zips.utf8(JSON)));

    assertThat(check("/a").failure()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:PORT/b,   other-host",
    "http://127.0.0.2/b,        other-host",
    "//example.org/b,           other-host",
    "http://127.0.0.1:1/b,      other-host",
    "https://127.0.0.1/b,       other-host",
    "ftp://127.0.0.1/b,         other-host",
    "mailto:a@b,                malformed",
    "http://a b/,               malformed",
    "/a,                        too-many",
  })
  void followsNoOther(String location, String reason) throws IOException {
    var port = Integer.toString(server.getAddress().getPort());
    at(
        "/a",
        exchange -> {
          exchange.getResponseHeaders().add("Location", location.replace("PORT", port));
          send(exchange, 302, new byte[0]);
        });

    assertThat(failure(check("/a"), "address-redirect")).containsEntry("reason", reason);
  }

  @Test
  void aBodyThatIsCutOffIsNoPayload() throws IOException {
    at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(Zips.utf8(JSON));
          exchange.getResponseBody().flush();
          throw new IOException("on purpose");
        });

    assertThat(failure(check("/a"), "address-unreachable")).containsEntry("reason", "broken-off");
  }

  @Test
  void anEndlessBodyEndsAtTheLimit() throws IOException {
    at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          var blanks = new byte[1 << 16];
          java.util.Arrays.fill(blanks, (byte) ' ');
          while (over.getCount() > 0) {
            exchange.getResponseBody().write(blanks);
          }
        });
    var limits = Limits.defaults();
    var small =
        new Limits(
            limits.nesting(),
            limits.nameBytes(),
            limits.stringBytes(),
            limits.numberBytes(),
            limits.members(),
            limits.keys(),
            limits.captureBytes(),
            20_000_000);

    var result = check(base() + "/a", PATIENCE, small);

    assertThat(result.failure()).isEmpty();
    assertThat(violations).hasSize(1);
    assertThat(violations.get(0).rule().id()).isEqualTo("json-limit");
    assertThat(violations.get(0).offset()).isEqualTo(20_000_000);
  }

  @Test
  void aBodyThatStopsComingIsGivenUp() throws IOException {
    at(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          over.await();
        });
    var silence =
        new Fetch.Patience(Duration.ofMinutes(1), Duration.ofMillis(300), Duration.ofMinutes(2));
    var total =
        new Fetch.Patience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(900));

    failure(check(base() + "/a", silence, Limits.defaults()), "address-timeout");
    failure(check(base() + "/a", total, Limits.defaults()), "address-timeout");
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUp() throws IOException {
    at("/a", exchange -> over.await());
    var patience =
        new Fetch.Patience(Duration.ofMinutes(1), Duration.ofMillis(300), Duration.ofMinutes(2));

    failure(check(base() + "/a", patience, Limits.defaults()), "address-timeout");
  }

  @Test
  void whereNobodyListensThereIsNoAnswer() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    var result = check("http://127.0.0.1:" + port + "/a", PATIENCE, Limits.defaults());
    assertThat(failure(result, "address-unreachable")).containsEntry("reason", "connect");
  }

  @Test
  void whatSpeaksNoTlsIsNoSecureServer() throws IOException {
    try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> answerPlainly(plain));

      var result =
          check("https://127.0.0.1:" + plain.getLocalPort() + "/", PATIENCE, Limits.defaults());
      assertThat(failure(result, "address-unreachable")).containsEntry("reason", "tls");
    }
  }

  private static void answerPlainly(ServerSocket server) {
    while (!server.isClosed()) {
      try (var connection = server.accept()) {
        int begun = connection.getInputStream().read();
        connection.getOutputStream().write(Zips.utf8("HTTP/1.1 400 Bad Request\r\n\r\n" + begun));
        connection.shutdownOutput();
        // Bytes that nobody reads would reset the connection before the answer is read.
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException ended) {
        // The client hung up and may call again, or the test is over.
      }
    }
  }

  @Test
  void theRunGoesOnWithTheOtherInputs() throws IOException {
    at("/a", exchange -> send(exchange, 500, new byte[0]));
    at("/b", exchange -> send(exchange, 200, Zips.utf8(JSON)));
    var inputs =
        Inputs.of(
            List.of(base() + "/a?k=1", base() + "/b?k=1", base() + "/b?k=2"),
            java.nio.file.Path.of(""),
            InputStream.nullInputStream());

    var result = Valida.builder().jobs(3).build().run(inputs.sources(), (path, violation) -> {});

    assertThat(result.files().stream().map(FileResult::path))
        .containsExactly(base() + "/a?k=***", base() + "/b?k=***", base() + "/b?k=***#2");
    assertThat(result.files().get(0).failure()).isPresent();
    assertThat(result.files().get(1).failure()).isEmpty();
    assertThat(new String(Zips.utf8(result.toString()), StandardCharsets.UTF_8))
        .doesNotContain("k=1");
  }
}
