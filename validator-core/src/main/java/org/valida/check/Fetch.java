package org.valida.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLException;

/**
 * Gets what stands at addresses. Goes only where the user said: a redirect is followed on the same
 * host and port, or from http to https there, and nowhere else. Keeps no cookies; proxies are those
 * of the Java runtime.
 */
final class Fetch {

  /**
   * How long is waited.
   *
   * @param connect until there is a connection
   * @param silence until the answer begins, and between two pieces of it
   * @param total until the answer was read
   */
  record Patience(Duration connect, Duration silence, Duration total) {
    static final Patience DEFAULT =
        new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(30));
  }

  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> DENIED = Set.of(401, 403, 407);
  private static final Set<Integer> MISSING = Set.of(404, 410);

  private final Patience patience;
  private final HttpClient client;
  private final ScheduledThreadPoolExecutor alarms;

  Fetch(Patience patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.connect())
            .build();
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

  /**
   * The body of the answer, decoded.
   *
   * @throws InputException if there is no answer, or none of success
   */
  InputStream open(Address address) throws IOException {
    long deadline = System.nanoTime() + patience.total().toNanos();
    var uri = address.uri();
    for (int redirects = 0; ; redirects++) {
      var response = send(request(uri, address.authorization()));
      int status = response.statusCode();
      if (status / 100 == 2) {
        return decoded(response, deadline);
      }
      response.body().close();
      if (!REDIRECTS.contains(status)) {
        throw new InputException("address-status", Map.of("status", status, "hint", hint(status)));
      }
      if (redirects == MOST_REDIRECTS) {
        throw redirect("too-many");
      }
      uri = next(uri, response.headers().firstValue("Location"));
    }
  }

  private static String hint(int status) {
    return DENIED.contains(status)
        ? "denied"
        : MISSING.contains(status) ? "missing" : status >= 500 ? "server" : "other";
  }

  private HttpRequest request(URI uri, Optional<String> authorization) {
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(patience.silence())
            .header("Accept", "application/json, */*;q=0.5")
            .header("Accept-Encoding", "gzip")
            .header("User-Agent", "valida");
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClosedByInterruptException();
    } catch (HttpConnectTimeoutException e) {
      throw unreachable("connect");
    } catch (HttpTimeoutException e) {
      throw new InputException("address-timeout");
    } catch (SSLException e) {
      throw unreachable("tls");
    } catch (ConnectException | UnknownHostException e) {
      throw unreachable(
          e instanceof UnknownHostException || e.getCause() instanceof UnresolvedAddressException
              ? "host"
              : "connect");
    } catch (IOException e) {
      throw unreachable("broken-off");
    }
  }

  private static InputException unreachable(String reason) {
    return new InputException("address-unreachable", Map.of("reason", reason));
  }

  private static InputException redirect(String reason) {
    return new InputException("address-redirect", Map.of("reason", reason));
  }

  private static URI next(URI from, Optional<String> location) throws InputException {
    URI to;
    try {
      to = from.resolve(URI.create(location.orElse("")));
    } catch (IllegalArgumentException e) {
      throw redirect("malformed");
    }
    if (location.isEmpty() || to.getHost() == null) {
      throw redirect("malformed");
    }
    boolean secure = isSecure(to);
    if (isSecure(from) && !secure) {
      throw redirect("insecure");
    }
    boolean upgraded = secure && !isSecure(from) && port(from) == 80 && port(to) == 443;
    if (!to.getHost().equalsIgnoreCase(from.getHost()) || port(to) != port(from) && !upgraded) {
      throw redirect("other-host");
    }
    return to;
  }

  private static boolean isSecure(URI uri) {
    return String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT).equals("https");
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : isSecure(uri) ? 443 : 80;
  }

  private InputStream decoded(HttpResponse<InputStream> response, long deadline)
      throws IOException {
    var body = new FetchedStream(response.body(), patience.silence(), deadline, alarms);
    var encoding =
        response
            .headers()
            .firstValue("Content-Encoding")
            .orElse("")
            .strip()
            .toLowerCase(Locale.ROOT);
    switch (encoding) {
      case "", "identity":
        return body;
      case "gzip", "x-gzip":
        return new GzipStream(body);
      default:
        body.close();
        throw new InputException("address-encoding", Map.of("encoding", encoding));
    }
  }
}
