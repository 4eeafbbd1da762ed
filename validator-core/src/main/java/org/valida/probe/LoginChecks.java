package org.valida.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.valida.Contract;
import org.valida.Valida;
import org.valida.probe.Session.LoginExchange;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/** The checks of what concerns no single method: credentials and POST /oauth (MCE 3). */
final class LoginChecks {

  private final ProbeSettings settings;
  private final Session session;
  private final ResultList results;

  LoginChecks(ProbeSettings settings, Session session, ResultList results) {
    this.settings = settings;
    this.session = session;
    this.results = results;
  }

  void run() {
    insecure();
    if (settings.login().isEmpty()) {
      results.skip("oauth-error-shape", "", Phrase.of("skip.no-user"));
      results.skip("oauth-token-shape", "", Phrase.of("skip.no-user"));
      return;
    }
    judge("oauth-error-shape", "mce/oauth-error", Set.of(400, 401), session.wrongLogin());
    judge("oauth-token-shape", "mce/oauth-token", Set.of(200), session.login());
  }

  private void insecure() {
    if (settings.login().isEmpty() && settings.headers().isEmpty()) {
      results.skip("endpoint-insecure", "", Phrase.of("skip.no-user"));
    } else if (ProbeClient.secure(settings.base()) || isThisMachine(settings.base().getHost())) {
      results.pass("endpoint-insecure", "");
    } else {
      var url = Phrase.plain(settings.base().toString());
      results.fail("endpoint-insecure", "", Map.of("url", url), "", List.of());
    }
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private void judge(String rule, String contract, Set<Integer> statuses, LoginExchange exchange) {
    if (exchange.answer() instanceof Answer.None none) {
      var reason = Phrase.of("reason." + none.reason());
      var url = Phrase.plain(exchange.url());
      results.fail(
          "endpoint-unreachable",
          "",
          Map.of("url", url, "found", reason),
          exchange.curl(),
          List.of());
      results.skip(rule, "", Phrase.of("skip.no-answer"));
      return;
    }
    var got = (Answer.Got) exchange.answer();
    var violations = violations(contract, exchange);
    if (statuses.contains(got.status()) && violations.isEmpty()) {
      results.pass(rule, "");
      return;
    }
    boolean wrongStatus = !statuses.contains(got.status());
    var found =
        wrongStatus || got.empty()
            ? got.empty() && !wrongStatus
                ? new Phrase("found.empty", Map.of("status", "HTTP " + got.status()))
                : Found.status(got)
            : new Phrase(
                "found.errors",
                Map.of("errors", violations.size(), "rule", violations.get(0).rule().id()));
    results.fail(
        rule,
        "",
        Map.of(
            "url",
            Phrase.plain(exchange.url()),
            "found",
            found,
            "expected",
            Phrase.of("expected." + rule)),
        exchange.curl(),
        wrongStatus ? List.of() : violations);
  }

  private static List<Violation> violations(String contract, LoginExchange exchange) {
    var errors = new ArrayList<Violation>();
    try {
      Valida.withDefaults()
          .check(
              Contract.of(contract),
              new ByteArrayInputStream(exchange.body()),
              violation -> {
                if (violation.severity() == Severity.ERROR) {
                  errors.add(violation);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return errors;
  }
}
