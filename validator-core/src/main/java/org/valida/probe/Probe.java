package org.valida.probe;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.valida.probe.Check.Verdict.Failed;
import org.valida.probe.Check.Verdict.Skipped;
import org.valida.violation.Violation;

/**
 * Goes through the go-live list against a running service. Sends GET and, to log in, POST; changes
 * nothing there.
 */
public final class Probe {

  /** The list, as it is judged for each method. */
  private static final List<Check> CHECKS =
      List.of(
          new EndpointUnreachable(),
          new EndpointMissing(),
          EndpointName.suffix(),
          EndpointName.capitals(),
          new HttpStatus(),
          new HttpContentType(),
          new HttpSlow(),
          new NumAnoNotRequired(),
          new FilterNotApplied(),
          new FilterLostRows(),
          new FilterStatesOnly(),
          new OAuthNotEnforced(),
          new ResponseNotRepeatable(),
          new ResponseInvalid());

  private final ProbeSettings settings;
  private final int thisYear;
  private final Time time;

  /**
   * @param thisYear the newest year that can have data
   */
  public Probe(ProbeSettings settings, int thisYear, Time time) {
    this.settings = settings;
    this.thisYear = thisYear;
    this.time = time;
  }

  /**
   * Asks and judges. What the service does wrong is in the report, never thrown.
   *
   * @param begun is told the name of each method before it is asked
   * @throws IOException if the file of certificates cannot be used
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public ProbeReport run(Consumer<String> begun) throws IOException {
    var secrets = new Secrets();
    var client = new ProbeClient(settings, time);
    var session = new Session(settings, client, secrets);
    var results = new ResultList();
    new LoginChecks(settings, session, results).run();
    var year = settings.year();
    boolean closed = settings.login().isPresent() && !session.hasToken();
    boolean unreachable = false;
    for (var method : settings.methods()) {
      begun.accept(method);
      var evidence =
          closed || unreachable
              ? MethodProbe.silent(
                  settings, method, Phrase.of(closed ? "skip.no-token" : "skip.unreachable"))
              : new MethodProbe(session, settings, method, year, thisYear).run();
      judge(evidence, results);
      unreachable |= isUnreachable(evidence);
      if (year.isEmpty()) {
        year = yearOf(evidence);
      }
    }
    int asked = year.orElse(thisYear);
    return new ProbeReport(
        settings.base().toString(), asked, client.sent(), results.all(), secrets::mask);
  }

  private static boolean isUnreachable(Evidence evidence) {
    return !evidence.exchanges().isEmpty() && evidence.exchanges().get(0).got().isEmpty();
  }

  private static OptionalInt yearOf(Evidence evidence) {
    return evidence
        .of(Purpose.ALL)
        .filter(all -> evidence.rows().isPresent())
        .map(all -> all.filters().get("num_ano"))
        .map(year -> OptionalInt.of(Integer.parseInt(year)))
        .orElse(OptionalInt.empty());
  }

  private static void judge(Evidence evidence, ResultList results) {
    for (var check : CHECKS) {
      var verdict = check.judge(evidence);
      if (verdict instanceof Failed failed) {
        fail(check, evidence, failed, results);
      } else if (verdict instanceof Skipped skipped) {
        results.skip(check.rule(), evidence.method(), skipped.reason());
      } else {
        results.pass(check.rule(), evidence.method());
      }
    }
  }

  private static void fail(Check check, Evidence evidence, Failed failed, ResultList results) {
    var arguments = new HashMap<>(failed.arguments());
    arguments.put("method", Phrase.plain(evidence.method()));
    arguments.put("url", Phrase.plain(failed.exchange().url()));
    var violations =
        check instanceof ResponseInvalid
            ? failed.exchange().content().map(Content::shown).orElse(List.of())
            : List.<Violation>of();
    results.fail(
        check.rule(),
        evidence.method(),
        arguments,
        failed.exchange().curl(),
        violations,
        failed.lenient());
  }
}
