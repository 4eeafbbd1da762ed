package org.valida.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.server.Client;
import org.valida.server.consulta.AnswerSink;
import org.valida.server.consulta.EnteKey;
import org.valida.server.consulta.FilterReader;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Municipios;
import org.valida.server.consulta.WrongParameter;
import org.valida.server.lote.DailyCheck;
import org.valida.server.lote.Sandbox;
import org.valida.server.oauth.Access;
import org.valida.server.oauth.ApiKeys;
import org.valida.server.store.Answers;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseException;
import org.valida.server.store.DatabaseUrl;

/**
 * Clients that take more than their share, and a server that stops while they do. No test says how
 * long something takes: one that does not end has failed.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LimitsTest {

  private static final int CONNECTIONS = 3;
  private static final String ALL = "/consulta/divergencia?num_ano=2024";

  /** Rows of the answer to {@link #ALL}, and about what it comes to: no buffer takes it whole. */
  private static final int ROWS = 3_000;

  private static final int ITEMS = 10;
  private static final long ANSWER_BYTES = ROWS * ITEMS * 400L;

  private final List<AutoCloseable> open = new ArrayList<>();
  private Database database;
  private Web web;

  @AfterEach
  void stop() throws Exception {
    for (var one : open) {
      one.close();
    }
    if (web != null) {
      web.close();
      database.close();
    }
  }

  /** Nobody is held up by any of them. */
  private static Limits generous() {
    return new Limits(
        32, 100, Duration.ofMinutes(5), 1, Duration.ofMinutes(5), Duration.ofMinutes(5));
  }

  private void serve(Limits limits, Duration wait, boolean filled)
      throws DatabaseException, AddressException, SQLException {
    var clock = Clock.systemUTC();
    var url = DatabaseUrl.inMemory();
    database = Database.open(url, CONNECTIONS, wait);
    if (filled) {
      fill(url);
    }
    var sandbox = new Sandbox("en", clock, new DailyCheck(clock), trouble -> {});
    open.add(sandbox);
    web =
        Web.start(
            database,
            new Web.Gates(new Access(Optional.empty(), clock), ApiKeys.any()),
            sandbox,
            new Web.Options("127.0.0.1", 0, "en", clock, trouble -> {}, limits));
  }

  private static void fill(DatabaseUrl url) throws SQLException {
    try (var connection = DriverManager.getConnection(url.jdbc());
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into ente (metodo, sgl_uf, cod_municipio, num_ano, num_periodo)"
              + " select 'divergencia', 'RS', x, 2024, 1 from system_range(1, "
              + ROWS
              + ")");
      statement.execute(
          "insert into divergencia select id, x, repeat('x', 400) from ente, system_range(1, "
              + ITEMS
              + ")");
    }
  }

  private Client client() {
    return new Client(URI.create("http://127.0.0.1:" + web.port()));
  }

  /** A connection that takes little at once, on which that was sent. */
  private Socket connection(String request) throws IOException {
    var socket = new Socket();
    open.add(socket);
    socket.setReceiveBufferSize(4 << 10);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), web.port()));
    send(socket, request);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  /** The first bytes of an answer. */
  private static String begun(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII);
  }

  /** Clients that ask for everything and, once the answer has begun, read no more of it. */
  private List<Socket> readers(int count) throws IOException {
    var readers = new ArrayList<Socket>();
    for (int i = 0; i < count; i++) {
      var reader = connection(get(ALL));
      assertThat(begun(reader)).isEqualTo("HTTP/1.1 200 OK");
      readers.add(reader);
    }
    return readers;
  }

  @Test
  void whenTheDatabaseIsBusyForTooLongTheAnswerSaysSoAndWhenToTryAgain() throws Exception {
    serve(generous(), Duration.ofMillis(300), false);
    var release = new CountDownLatch(1);
    var held = hold(release);

    var answer = client().get(ALL);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("5");
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(client().get("/health").status()).isEqualTo(503);
    release.countDown();
    CompletableFuture.allOf(held.toArray(CompletableFuture[]::new)).get();
    assertThat(client().get(ALL).status()).isEqualTo(200);
  }

  /** Answers that take all connections to the database, until they are released. */
  private List<CompletableFuture<Void>> hold(CountDownLatch release) throws Exception {
    fillOne();
    var reading = new CountDownLatch(CONNECTIONS);
    AnswerSink sink =
        new AnswerSink() {
          @Override
          public void ente(EnteKey key) {
            reading.countDown();
            try {
              release.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }

          @Override
          public void item(List<Object> values) {}
        };
    var held =
        Stream.generate(() -> CompletableFuture.runAsync(() -> read(sink), LimitsTest::inAThread))
            .limit(CONNECTIONS)
            .toList();
    reading.await();
    return held;
  }

  private static void inAThread(Runnable work) {
    new Thread(work).start();
  }

  private void read(AnswerSink sink) {
    try {
      var filter = new FilterReader(Municipios.builtIn()).read(Method.DIVERGENCIA, "num_ano=2024");
      new Answers(database).read(Method.DIVERGENCIA, filter, sink);
    } catch (IOException | WrongParameter e) {
      throw new IllegalStateException(e);
    }
  }

  private void fillOne() throws Exception {
    new org.valida.server.store.Payloads(database)
        .write(
            Method.DIVERGENCIA,
            java.time.LocalDateTime.MIN,
            target ->
                target.put(new EnteKey("RS", EnteKey.STATE, 2024, 1), List.of(List.of("texto"))));
  }

  @Test
  void aConnectionTooManyIsServedWhenAnotherCloses() throws Exception {
    var usual = generous();
    serve(
        new Limits(usual.threads(), 4, usual.idle(), 1, usual.grace(), usual.stop()),
        Duration.ofMinutes(2),
        false);
    var taken = new ArrayList<Socket>();
    for (int i = 0; i < 4; i++) {
      taken.add(connection(get("/health")));
      assertThat(begun(taken.get(i))).isEqualTo("HTTP/1.1 200 OK");
    }

    var waiting = connection(get("/health"));
    waiting.setSoTimeout(500);
    assertThatThrownBy(() -> begun(waiting)).isInstanceOf(SocketTimeoutException.class);
    waiting.setSoTimeout(0);
    taken.get(0).close();

    assertThat(begun(waiting)).isEqualTo("HTTP/1.1 200 OK");
  }

  @Test
  void clientsThatDoNotReadTakeNoMemoryAndAreCutOff() throws Exception {
    serve(
        new Limits(
            32, 100, Duration.ofSeconds(2), 1, Duration.ofMinutes(5), Duration.ofSeconds(10)),
        Duration.ofMinutes(2),
        true);
    long before = held();

    readers(CONNECTIONS);

    assertThat(held()).isLessThan(before + ANSWER_BYTES);
    // They have all connections to the database, until they are given up.
    assertThat(client().get("/consulta/divergencia?num_ano=2023").status()).isEqualTo(200);
  }

  /** Bytes of the heap that are reachable. */
  private static long held() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void aClientThatReadsALittleNowAndThenIsCutOffToo() throws Exception {
    serve(
        new Limits(
            32,
            100,
            Duration.ofMinutes(5),
            64 << 10,
            Duration.ofSeconds(3),
            Duration.ofSeconds(10)),
        Duration.ofMinutes(2),
        true);
    for (var reader : readers(CONNECTIONS)) {
      inAThread(() -> trickle(reader));
    }

    assertThat(client().get("/consulta/divergencia?num_ano=2023").status()).isEqualTo(200);
  }

  /** Reads a little every while, until there is nothing more or the test ends. */
  private static void trickle(Socket reader) {
    try {
      while (reader.getInputStream().read(new byte[64]) >= 0) {
        LockSupport.parkNanos(50_000_000);
      }
    } catch (IOException e) {
      // Cut off, or closed by the test.
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth", "/v1/estudantes/lote"})
  void aClientThatSendsALittleNowAndThenIsCutOff(String path) throws Exception {
    serve(
        new Limits(32, 100, Duration.ofMinutes(5), 1 << 20, Duration.ofMillis(50), Duration.ZERO),
        Duration.ofMinutes(2),
        false);
    var sender =
        connection(
            "POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nX-API-KEY: k\r\nContent-Length: 10000000\r\n\r\n");
    // It ends here, or the test does not.
    try {
      while (sender.getInputStream().available() == 0) {
        send(sender, " ");
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(begun(sender)).isEqualTo("HTTP/1.1 408 Re");
    } catch (IOException e) {
      // It went on sending when the connection was closed already, and so lost the answer.
    }
  }

  @Test
  void aBodyIsJudgedByItsRateOnceTheGraceIsOver() throws Exception {
    var now = new AtomicLong();
    var limits = new Limits(1, 1, Duration.ZERO, 100, Duration.ofSeconds(10), Duration.ZERO);
    var body = new PacedBody(new ByteArrayInputStream(new byte[2_000]), limits, now::get);

    now.set(TimeUnit.SECONDS.toNanos(10));
    assertThat(body.readNBytes(1_000)).hasSize(1_000);
    now.set(TimeUnit.SECONDS.toNanos(20));
    assertThat(body.read()).isZero();
    now.set(TimeUnit.SECONDS.toNanos(21));
    assertThatThrownBy(body::read).isInstanceOf(PacedBody.SlowException.class);
  }

  @Test
  void whoIsBeingAnsweredWhenTheServerStopsGetsAllAndNobodyElseGetsIn() throws Exception {
    serve(generous(), Duration.ofMinutes(2), true);
    var reader = new Socket(InetAddress.getLoopbackAddress(), web.port());
    open.add(reader);
    send(reader, get(ALL));
    assertThat(begun(reader)).isEqualTo("HTTP/1.1 200 OK");

    int port = web.port();
    var stopping = CompletableFuture.runAsync(web::close, LimitsTest::inAThread);
    awaitRefusal(port);
    var answer = whole(reader);
    // The connection would be kept for another request.
    reader.close();

    var body = answer.replaceAll("\r\n[0-9a-f]+\r\n", "");
    assertThat(body.split("\"sgl_uf\"", -1).length - 1).isEqualTo(ROWS);
    stopping.get();
  }

  @Test
  void whoDoesNotReadOnWhenTheServerStopsIsCutOff() throws Exception {
    serve(
        new Limits(
            32, 100, Duration.ofMinutes(5), 1, Duration.ofMinutes(5), Duration.ofMillis(500)),
        Duration.ofMinutes(2),
        true);
    var reader = readers(1).get(0);

    web.close();

    assertThat(all(reader).endsWith("0\r\n\r\n")).as("the end is there").isFalse();
  }

  /** What comes until the end of an answer, which has to come. */
  private static String whole(Socket reader) throws IOException {
    var answer = new StringBuilder();
    var piece = new byte[8 << 10];
    while (answer.indexOf("]}\r\n0\r\n\r\n", Math.max(0, answer.length() - 9)) < 0) {
      int read = reader.getInputStream().read(piece);
      assertThat(read).as("the end is there").isNotNegative();
      answer.append(new String(piece, 0, read, StandardCharsets.US_ASCII));
    }
    return answer.toString();
  }

  /** What comes until the end, whatever that is. */
  private static String all(Socket reader) {
    var all = new StringBuilder();
    var piece = new byte[8 << 10];
    try {
      for (int read; (read = reader.getInputStream().read(piece)) >= 0; ) {
        all.append(new String(piece, 0, read, StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // Cut off.
    }
    return all.toString();
  }

  /** Until nothing listens at the port any more. */
  private static void awaitRefusal(int port) {
    while (true) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        LockSupport.parkNanos(1_000_000);
      } catch (IOException e) {
        return;
      }
    }
  }
}
