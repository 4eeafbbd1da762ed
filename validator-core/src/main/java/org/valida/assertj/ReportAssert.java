package org.valida.assertj;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.valida.Contract;
import org.valida.Report;
import org.valida.Valida;
import org.valida.violation.Messages;
import org.valida.violation.Violation;

/**
 * AssertJ assertions on payloads, for the tests of those who make them.
 *
 * <pre>{@code
 * assertThatPayload(response.body()).isValid("mce/despesa");
 * }</pre>
 */
public final class ReportAssert extends AbstractAssert<ReportAssert, byte[]> {

  private final Valida valida;

  private ReportAssert(byte[] payload, Valida valida) {
    super(payload, ReportAssert.class);
    this.valida = valida;
  }

  /** Begins assertions on a payload, by the default settings. */
  public static ReportAssert assertThatPayload(String payload) {
    return assertThatPayload(payload.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #assertThatPayload(String)}, on the bytes as they came. */
  public static ReportAssert assertThatPayload(byte[] payload) {
    return new ReportAssert(payload, Valida.withDefaults());
  }

  /** The same payload, judged by other settings. */
  public ReportAssert by(Valida other) {
    return new ReportAssert(actual, other);
  }

  /** Fails, listing the violations, unless the payload has none of severity error. */
  public ReportAssert isValid(String contract) {
    var report = report(contract);
    if (!report.isValid()) {
      failWithMessage("%nExpecting a valid %s payload but found:%n%s", contract, list(report));
    }
    return this;
  }

  /** Fails unless the payload breaks exactly these rules, each as often as named, in any order. */
  public ReportAssert breaks(String contract, String... rules) {
    var report = report(contract);
    var found =
        report.violations().stream().map(violation -> violation.rule().id()).sorted().toList();
    if (!found.equals(Arrays.stream(rules).sorted().toList())) {
      failWithMessage(
          "%nExpecting a %s payload that breaks:%n  %s%nbut found:%n%s",
          contract, Arrays.asList(rules), list(report));
    }
    return this;
  }

  private Report report(String contract) {
    isNotNull();
    try {
      return valida.check(Contract.of(contract), new ByteArrayInputStream(actual));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String list(Report report) {
    var messages = Messages.of("en");
    return report.violations().stream()
        .map(violation -> line(violation, messages))
        .collect(Collectors.joining("\n"));
  }

  private static String line(Violation violation, Messages messages) {
    return String.format(
        Locale.ROOT,
        "  %d:%d: %s: %s [%s] at %s",
        violation.line(),
        violation.column(),
        violation.severity().label(),
        messages.message(violation),
        violation.rule().id(),
        violation.pointer());
  }
}
