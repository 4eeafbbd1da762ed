package org.valida.server.roundtrip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.valida.contract.RuleCatalog;
import org.valida.json.JsonStop;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Municipios;
import org.valida.server.roundtrip.Gap.Added;
import org.valida.server.roundtrip.Gap.OfRow;
import org.valida.violation.Failure;

/**
 * Asks a service for all rows of payloads that it holds together, of one method, in every way.
 * Reads each payload once to remember its rows, and once more if something differs, to say where.
 */
final class Examination {

  private final Method method;
  private final Service service;
  private final Municipios municipios;
  private final RuleCatalog rules;
  private final List<PayloadTally> payloads;

  Examination(
      Method method,
      Service service,
      Municipios municipios,
      RuleCatalog rules,
      List<PayloadTally> payloads) {
    this.method = method;
    this.service = service;
    this.municipios = municipios;
    this.rules = rules;
    this.payloads = payloads;
  }

  /**
   * Adds to the payloads what differs.
   *
   * @throws AnswerException at the first question that gets no answer; what was found until then is
   *     added
   */
  void run() throws AnswerException {
    var entries = entries();
    var comparison = new Comparison(method, entries);
    try {
      for (var each : Question.about(entries)) {
        ask(each.getKey(), each.getValue(), comparison);
      }
    } finally {
      for (var payload : payloads) {
        report(payload, comparison.gaps());
      }
    }
  }

  /** Of an ente that stands in two payloads the service holds the last, as a load replaces it. */
  private List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (var payload : payloads) {
      read(payload, entries);
    }
    if (method == Method.RETIFICADORA) {
      return entries;
    }
    var last = new HashMap<RowKey, Held>();
    entries.forEach(entry -> last.put(entry.key(), entry.payload()));
    return entries.stream().filter(entry -> last.get(entry.key()).equals(entry.payload())).toList();
  }

  private void read(PayloadTally payload, List<Entry> entries) {
    var read = new ArrayList<Entry>();
    try (var document = payload.payload().source().open()) {
      var reader = new RowReader(method, municipios, document, index -> false);
      reader.rows(row -> read.add(Entry.of(payload.payload(), row)));
      payload.read(read.size(), reader.offset());
      entries.addAll(read);
    } catch (IOException | UncheckedIOException | JsonStop e) {
      payload.fail(changed(payload));
    }
  }

  private void ask(Question question, List<Entry> expected, Comparison comparison)
      throws AnswerException {
    var answer = comparison.new Answer(question, expected);
    boolean right;
    try (var body = service.ask(method, question.query())) {
      right = new RowReader(method, municipios, body, index -> false).rows(answer::row);
    } catch (IOException | UncheckedIOException | JsonStop e) {
      right = false;
    }
    if (!right) {
      throw new AnswerException("answer-shape", "", Map.of("query", question.text()));
    }
    answer.end();
  }

  private void report(PayloadTally payload, List<Gap> all) {
    var held = payload.payload();
    var gaps = all.stream().filter(gap -> gap.payload().equals(held)).toList();
    if (gaps.isEmpty()) {
      return;
    }
    var findings = new Findings(method, rules, payload::add);
    var ofRows =
        gaps.stream()
            .filter(OfRow.class::isInstance)
            .map(OfRow.class::cast)
            .collect(Collectors.groupingBy(gap -> gap.entry().index()));
    try (var document = held.source().open()) {
      var reader = new RowReader(method, municipios, document, ofRows::containsKey);
      reader.rows(
          row -> {
            if (row.index() == 0) {
              added(gaps, findings, reader.list().orElseThrow());
            }
            ofRows.getOrDefault(row.index(), List.of()).forEach(gap -> findings.ofRow(gap, row));
          });
    } catch (IOException | UncheckedIOException | JsonStop e) {
      payload.fail(changed(payload));
    }
  }

  private static void added(List<Gap> gaps, Findings findings, Place list) {
    for (var gap : gaps) {
      if (gap instanceof Added added) {
        findings.added(added, list);
      }
    }
  }

  /** It was read to its end when it was checked. */
  private static Failure changed(PayloadTally payload) {
    return RoundTrip.refused(payload.payload().source().path(), "changed");
  }
}
