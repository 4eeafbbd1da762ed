package org.valida.server;

import com.code_intelligence.jazzer.api.BugDetectors;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.valida.json.JsonStop;
import org.valida.json.JsonValue;
import org.valida.server.consulta.Method;
import org.valida.server.lote.Subject;
import org.valida.server.oauth.ApiKeys;

/**
 * Any request to a real server: answered, never by a status of its own failure, in JSON that says
 * nothing of what the server is made of.
 *
 * <p>The first bytes choose a route, a method of HTTP and headers; then comes the length of what is
 * appended to the address, that text, and the body.
 */
public final class RequestsFuzz {

  private static final int PATIENCE = 60_000;
  private static final int CHOICES = 4;
  private static final List<String> VERBS =
      List.of("GET", "POST", "PATCH", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "FOO");
  private static final List<String> TYPES =
      List.of("application/json", "application/x-www-form-urlencoded", "text/plain", "\u00e9/;=");
  private static final Pattern INNARDS =
      Pattern.compile(
          "Exception|\\tat |jetty|javalin|java\\.|org\\.valida", Pattern.CASE_INSENSITIVE);

  private static final AtomicReference<Throwable> TROUBLE = new AtomicReference<>();
  private static final AtomicReference<String> LAST =
      new AtomicReference<>("00000000-0000-0000-0000-000000000000");

  /**
   * Leaps ahead with each attempt to log in, so that the server has forgotten the last: else nearly
   * all time is spent in waiting, as whoever failed before has to.
   */
  private static final class Leaping extends Clock {
    private static final Duration LEAP = Duration.ofMinutes(16);
    private static final AtomicLong ATTEMPTS = new AtomicLong();

    @Override
    public Instant instant() {
      return Instant.now().plus(LEAP.multipliedBy(ATTEMPTS.get()));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return system(zone);
    }
  }

  /** The server, started by the first request. */
  private static final class Running {
    static final SampleServer SERVER =
        SampleServer.empty(
            Engine.H2.inMemory(),
            new ReferenceServer.Settings(
                "127.0.0.1",
                0,
                Optional.empty(),
                ApiKeys.any(),
                "pt",
                new Leaping(),
                TROUBLE::set,
                false));

    static {
      BugDetectors.allowNetworkConnections((host, port) -> host.equals("localhost"));
    }
  }

  private RequestsFuzz() {}

  /** What an address begins with; {@code ID} stands for the lote that was taken last. */
  static List<String> routes() {
    var routes = new ArrayList<String>(List.of("/", "", "*", "/health", "/openapi.json", "/oauth"));
    for (var method : Method.values()) {
      routes.add(method.path() + "?num_ano=2024");
      routes.add(method.path() + "?");
    }
    for (var subject : Subject.values()) {
      routes.add(subject.path());
      routes.add(subject.path() + "/");
      routes.add(subject.path() + "/ID");
      routes.add(subject.path() + "/ID/erros?");
    }
    return routes;
  }

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length < CHOICES) {
      return;
    }
    var verb = chosen(VERBS, input[1]);
    int end = Math.min(input.length, CHOICES + (input[3] & 0xFF));
    var target =
        chosen(routes(), input[0]).replace("ID", LAST.get())
            + address(Arrays.copyOfRange(input, CHOICES, end));
    var body = Arrays.copyOfRange(input, end, input.length);
    TROUBLE.set(null);
    if (target.startsWith("/oauth")) {
      Leaping.ATTEMPTS.incrementAndGet();
    }

    var answer = Answer.read(exchange(request(verb, target, input[2], body)));

    var said = verb + " " + target + " -> " + answer;
    if (TROUBLE.get() != null) {
      throw new AssertionError("trouble: " + said, TROUBLE.get());
    }
    judge(verb, target, answer, said);
  }

  private static void judge(String verb, String target, Answer answer, String said) {
    require(answer.status() >= 200 && answer.status() < 500 || answer.saysWhenAgain(), said);
    require(!answer.headers().contains("\nserver:"), said);
    // Of a request that it could not read, Jetty does not know that it was HEAD.
    boolean unread = answer.status() == 400 && answer.type().contains("problem");
    if (verb.equals("HEAD") && !unread || answer.status() == 204) {
      require(answer.body().isEmpty(), said);
      return;
    }
    if (verb.equals("HEAD") && answer.body().isEmpty()) {
      return;
    }
    var json = parsed(answer.body(), said);
    require(answer.type().matches("application/(problem\\+)?json"), said);
    if (answer.status() >= 400) {
      require(INNARDS.matcher(answer.body()).results().allMatch(asked(target)), said);
      if (answer.type().contains("problem")) {
        var status = new StringBuilder();
        json.member("status").orElseThrow().canonical(status);
        require(
            new java.math.BigDecimal(status.toString()).intValueExact() == answer.status(), said);
      }
    }
    json.member("id").filter(id -> answer.status() < 300).ifPresent(id -> LAST.set(id.string()));
  }

  /** An answer may repeat a word of the address that it is about. */
  private static Predicate<MatchResult> asked(String target) {
    var words =
        Pattern.compile("%([0-9a-f]{2})")
            .matcher(target.toLowerCase(Locale.ROOT))
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
            .toLowerCase(Locale.ROOT);
    return word -> words.contains(word.group().toLowerCase(Locale.ROOT));
  }

  private static JsonValue parsed(String body, String said) {
    try {
      return JsonValue.parse(body);
    } catch (JsonStop e) {
      throw new AssertionError("no JSON: " + said, e);
    }
  }

  private static void require(boolean holds, String said) {
    if (!holds) {
      throw new AssertionError(said);
    }
  }

  private static <T> T chosen(List<T> all, byte choice) {
    return all.get((choice & 0xFF) % all.size());
  }

  /** What would end the first line of a request is written as a browser writes it. */
  private static String address(byte[] bytes) {
    var text = new StringBuilder();
    for (byte b : bytes) {
      int one = b & 0xFF;
      boolean plain = one > 0x20 && one != 0x7F;
      text.append(plain ? String.valueOf((char) one) : String.format(Locale.ROOT, "%%%02X", one));
    }
    return text.toString();
  }

  private static byte[] request(String verb, String target, byte headers, byte[] body)
      throws IOException {
    var head = new StringBuilder(verb + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    head.append("Connection: close\r\n");
    if ((headers & 1) == 0) {
      head.append("X-API-KEY: fuzz\r\n");
    }
    if ((headers & 2) != 0) {
      head.append("Authorization: Bearer ").append(headers).append("\r\n");
    }
    head.append("Content-Type: ").append(TYPES.get(headers >> 2 & 3)).append("\r\n");
    boolean chunked = (headers & 16) != 0 && body.length > 0;
    head.append(
        chunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + body.length + "\r\n");
    head.append("\r\n");
    var request = new ByteArrayOutputStream();
    request.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (chunked) {
      request.write(
          (Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      request.write(body);
      request.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } else {
      request.write(body);
    }
    return request.toByteArray();
  }

  private static byte[] exchange(byte[] request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), Running.SERVER.port())) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return socket.getInputStream().readAllBytes();
    }
  }

  /**
   * What the server said.
   *
   * @param headers in lower case, each after a line feed
   */
  private record Answer(int status, String headers, String body) {

    static Answer read(byte[] bytes) {
      var text = new String(bytes, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      require(text.startsWith("HTTP/1.1 ") && end > 0, "no answer: " + text);
      var headers = text.substring(0, end).replace("\r", "").toLowerCase(Locale.ROOT);
      var body = text.substring(end + 4);
      if (headers.contains("\ntransfer-encoding: chunked")) {
        body = unchunked(body);
      }
      var utf8 = new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      return new Answer(Integer.parseInt(text.substring(9, 12)), headers, utf8);
    }

    private static String unchunked(String chunks) {
      var body = new StringBuilder();
      int at = 0;
      while (true) {
        int line = chunks.indexOf("\r\n", at);
        int size = Integer.parseInt(chunks.substring(at, line), 16);
        if (size == 0) {
          return body.toString();
        }
        body.append(chunks, line + 2, line + 2 + size);
        at = line + 2 + size + 2;
      }
    }

    String type() {
      int at = headers.indexOf("\ncontent-type: ");
      int end = headers.indexOf('\n', at + 1);
      return at < 0 ? "" : headers.substring(at + 15, end < 0 ? headers.length() : end);
    }

    /** The one answer of this kind that is no failure: too much at once. */
    boolean saysWhenAgain() {
      return status == 503 && headers.contains("\nretry-after: ");
    }
  }
}
