package org.valida.fix;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The remedies, by the rules whose violations they repair. The safe ones say the same thing in the
 * right form; the others may change what is said.
 */
final class Remedies {

  static final String BYTE_ORDER_MARK = "json-bom";
  static final String ENCODING = "json-encoding";
  static final String DATE = "date-format";

  private static final Map<String, Remedy> SAFE =
      Map.ofEntries(
          Map.entry("attribute-not-lowercase", new Remedy("lowercase", Remedies::rename)),
          Map.entry("attribute-alias", new Remedy("suggestion", Remedies::rename)),
          Map.entry("text-whitespace", Remedy.by((token, finding) -> Texts.trimmed(token))),
          Map.entry("number-as-string", Remedy.by((token, finding) -> Numbers.unquoted(token))),
          Map.entry("integer-as-decimal", Remedy.by((token, finding) -> Numbers.whole(token))),
          Map.entry("decimal-trailing-zeros", Remedy.by((token, finding) -> Numbers.cents(token))),
          Map.entry("decimal-exponent", Remedy.by((token, finding) -> Numbers.expanded(token))),
          Map.entry("cod-municipio-six-digits", new Remedy("code", Remedies::code)),
          Map.entry("cpf-format", Remedy.by(Persons::eleven)),
          Map.entry("nis-format", Remedy.by(Persons::eleven)),
          Map.entry(DATE, Remedy.by((token, finding) -> Dates.iso(token))),
          Map.entry(BYTE_ORDER_MARK, Remedy.by((token, finding) -> Optional.empty())));

  private static final Map<String, Remedy> ALL = all();

  private Remedies() {}

  private static Map<String, Remedy> all() {
    var all = new HashMap<>(SAFE);
    all.compute(
        "text-whitespace",
        (rule, safe) -> safe.or((token, finding) -> Texts.withoutControls(token)));
    all.compute(DATE, (rule, safe) -> safe.or((token, finding) -> Dates.guessed(token)));
    all.put("text-mojibake", Remedy.by((token, finding) -> Texts.decodedAgain(token)));
    all.put("decimal-15-2", Remedy.by((token, finding) -> Numbers.amount(token)));
    return Map.copyOf(all);
  }

  /**
   * The remedies by rule.
   *
   * @param unsafe whether those are wanted too that may change what is said
   */
  static Map<String, Remedy> by(boolean unsafe) {
    return unsafe ? ALL : SAFE;
  }

  /** The rules that have a safe one. */
  static Collection<String> safe() {
    return SAFE.keySet();
  }

  private static Optional<String> rename(String token, Finding finding) {
    boolean known = finding.variant().isEmpty() && !finding.argument().isEmpty();
    return known && token.startsWith("\"")
        ? Optional.of('"' + finding.argument() + '"')
        : Optional.empty();
  }

  private static Optional<String> code(String token, Finding finding) {
    return finding.argument().matches("[1-9][0-9]*")
        ? Optional.of(finding.argument())
        : Optional.empty();
  }
}
