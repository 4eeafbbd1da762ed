package org.valida.probe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLException;
import org.valida.check.FetchedStream;
import org.valida.check.LimitedStream;
import org.valida.json.Limits;

/**
 * Sends requests at the pace that was asked for: GET, and POST to log in, nothing else. A redirect
 * is followed on the same host and port only, so that no token goes elsewhere; 429 is waited for.
 */
final class ProbeClient {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 5;
  private static final int MOST_WAITS = 5;
  private static final long LONGEST_WAIT = 60;
  private static final long USUAL_WAIT = 5;
  private static final Duration MOST_TIME = Duration.ofMinutes(30);

  /**
   * An answer whose body was not read yet.
   *
   * @param elsewhere host of a redirect that was not followed; empty where there was none
   */
  record Response(
      int status,
      String contentType,
      Duration firstByte,
      boolean empty,
      String elsewhere,
      InputStream body) {}

  private final ProbeSettings settings;
  private final Time time;
  private final Pace pace;
  private final HttpClient http;
  private final ScheduledThreadPoolExecutor alarms;
  private long sent;

  /**
   * @throws IOException if the file of certificates cannot be used
   */
  ProbeClient(ProbeSettings settings, Time time) throws IOException {
    this.settings = settings;
    this.time = time;
    this.pace = new Pace(settings.rate(), time);
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout());
    settings.proxy().ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy)));
    if (settings.authorities().isPresent()) {
      builder.sslContext(Authorities.trusting(settings.authorities().get()));
    }
    this.http = builder.build();
    this.alarms =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              var thread = new Thread(work, "valida-alarm");
              thread.setDaemon(true);
              return thread;
            });
    alarms.setRemoveOnCancelPolicy(true);
  }

  /** How many requests were sent. */
  long sent() {
    return sent;
  }

  Response get(URI uri, Optional<String> token) throws IOException {
    return send(uri, token, Optional.empty());
  }

  Response post(URI uri, String json) throws IOException {
    return send(uri, Optional.empty(), Optional.of(json));
  }

  private Response send(URI first, Optional<String> token, Optional<String> json)
      throws IOException {
    var uri = first;
    int waits = 0;
    int redirects = 0;
    while (true) {
      long start = begin();
      var response = exchange(request(uri, token, json));
      int status = response.statusCode();
      if (status == 429 && waits++ < MOST_WAITS) {
        response.body().close();
        pause(seconds(response));
      } else if (REDIRECTS.contains(status) && json.isEmpty()) {
        var next = target(uri, response);
        boolean here = next.isPresent() && samePlace(uri, next.get());
        if (!here || redirects++ == MOST_REDIRECTS) {
          var host = next.map(URI::getHost).orElse("?");
          return taken(response, start, host);
        }
        response.body().close();
        uri = next.get();
      } else {
        return taken(response, start, "");
      }
    }
  }

  private long begin() {
    try {
      pace.await();
    } catch (InterruptedException e) {
      throw interrupted();
    }
    sent++;
    return time.nanos();
  }

  private void pause(long seconds) {
    try {
      time.sleep(Duration.ofSeconds(seconds));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException();
  }

  private static long seconds(HttpResponse<?> response) {
    var header = response.headers().firstValue("Retry-After").orElse("").strip();
    return header.matches("[0-9]{1,9}")
        ? Math.min(Long.parseLong(header), LONGEST_WAIT)
        : USUAL_WAIT;
  }

  private HttpRequest request(URI uri, Optional<String> token, Optional<String> json) {
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(settings.timeout())
            .header("Accept", "application/json")
            .header("User-Agent", "valida");
    settings.headers().forEach(request::setHeader);
    token.ifPresent(value -> request.setHeader("Authorization", "Bearer " + value));
    json.ifPresent(
        body ->
            request
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    return request.build();
  }

  private HttpResponse<InputStream> exchange(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (HttpConnectTimeoutException e) {
      throw new NoAnswerException("connect");
    } catch (HttpTimeoutException e) {
      throw new NoAnswerException("timeout");
    } catch (SSLException e) {
      throw new NoAnswerException("tls");
    } catch (ConnectException | UnknownHostException e) {
      boolean nameless =
          e instanceof UnknownHostException || e.getCause() instanceof UnresolvedAddressException;
      throw new NoAnswerException(nameless ? "host" : "connect");
    } catch (IOException e) {
      throw new NoAnswerException("broken-off");
    }
  }

  /** With the first byte here, which is when an answer begins. */
  private Response taken(HttpResponse<InputStream> response, long start, String elsewhere)
      throws IOException {
    long deadline = System.nanoTime() + MOST_TIME.toNanos();
    var timely = new FetchedStream(response.body(), settings.timeout(), deadline, alarms);
    var limited = new LimitedStream(timely, 0, Limits.defaults().inflatedBytes());
    var body = new BufferedInputStream(limited);
    boolean empty;
    try {
      body.mark(1);
      empty = body.read() < 0;
      body.reset();
    } catch (IOException e) {
      response.body().close();
      throw new NoAnswerException("broken-off");
    }
    return new Response(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        Duration.ofNanos(time.nanos() - start),
        empty,
        elsewhere,
        body);
  }

  private static Optional<URI> target(URI from, HttpResponse<?> response) {
    try {
      return response
          .headers()
          .firstValue("Location")
          .map(location -> from.resolve(URI.create(location)))
          .filter(to -> to.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean samePlace(URI from, URI to) {
    boolean upgraded = !secure(from) && secure(to) && port(from) == 80 && port(to) == 443;
    boolean same = secure(from) == secure(to) && port(from) == port(to);
    return to.getHost().equalsIgnoreCase(from.getHost()) && (same || upgraded);
  }

  static boolean secure(URI uri) {
    return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT).equals("https");
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : secure(uri) ? 443 : 80;
  }
}
