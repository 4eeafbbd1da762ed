package org.valida.check;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.Contract;
import org.valida.Report;
import org.valida.Valida;
import org.valida.violation.Messages;
import org.valida.violation.Violation;

/**
 * Any bytes as a payload of any contract, the first byte says which: judged without an exception,
 * each violation at a place within the document, in words that leave nothing open, and the same by
 * the long way as by the short one.
 */
public final class PayloadFuzz {

  private static final Valida VALIDA = Valida.builder().today(LocalDate.of(2026, 1, 31)).build();

  /** Passes no value by a look at its bytes. */
  private static final Valida SLOW =
      Valida.builder()
          .today(LocalDate.of(2026, 1, 31))
          .limits(QuietAgreementTest.onTheLongWay())
          .build();

  private static final List<Contract> CONTRACTS =
      VALIDA.contracts().all().stream().map(info -> Contract.of(info.id())).toList();
  private static final List<Messages> LANGUAGES = List.of(Messages.of("pt"), Messages.of("en"));

  private PayloadFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] choiceAndPayload) throws IOException {
    if (choiceAndPayload.length == 0) {
      return;
    }
    var contract = CONTRACTS.get((choiceAndPayload[0] & 0xFF) % CONTRACTS.size());
    int length = choiceAndPayload.length - 1;
    var found = new ArrayList<Violation>();
    var report = check(VALIDA, contract, choiceAndPayload, found);
    if (length < QuietAgreementTest.NAME_BYTES) {
      var foundSlowly = new ArrayList<Violation>();
      check(SLOW, contract, choiceAndPayload, foundSlowly);
      if (!found.equals(foundSlowly)) {
        throw new AssertionError("found " + found + " and the long way " + foundSlowly);
      }
    }
    for (var violation : found) {
      check(violation, length);
    }
    if (report.verdict() == org.valida.violation.Verdict.VALID
        && found.stream().anyMatch(v -> v.severity() == org.valida.violation.Severity.ERROR)) {
      throw new AssertionError("valid with errors");
    }
  }

  private static Report check(
      Valida valida, Contract contract, byte[] choiceAndPayload, List<Violation> found)
      throws IOException {
    int length = choiceAndPayload.length - 1;
    return valida.check(
        contract, new ByteArrayInputStream(choiceAndPayload, 1, length), found::add);
  }

  private static void check(Violation violation, int length) {
    if (violation.offset() < 0
        || violation.offset() > length
        || violation.line() < 1
        || violation.column() < 1) {
      throw new AssertionError("outside of the document: " + violation);
    }
    for (var messages : LANGUAGES) {
      // What fills a gap is masked where a name could stand, so that no payload brings a brace in.
      var open = placeholders(messages.message(violation), violation);
      if (!open.isEmpty()) {
        throw new AssertionError(open);
      }
    }
  }

  private static String placeholders(String message, Violation violation) {
    Map<String, Object> known = new HashMap<>(violation.arguments());
    if (known.values().stream().anyMatch(value -> value.toString().contains("{"))
        || violation.pointer().contains("{")
        || violation.value().orElse("").contains("{")) {
      return "";
    }
    return message.contains("{") ? "open: " + message : "";
  }
}
