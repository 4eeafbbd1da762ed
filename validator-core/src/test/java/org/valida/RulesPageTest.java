package org.valida;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.valida.violation.Messages;
import org.valida.violation.Rule;

/** {@code docs/rules.md}: made of the declarations of the rules and their English texts. */
class RulesPageTest {

  private static final Map<String, String> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("json", "Any JSON");
    GROUPS.put("schema", "Keywords of JSON Schema");
    GROUPS.put("mce", "MCE-SIOPE payloads");
    GROUPS.put("sgp", "Gestão Presente lotes");
    GROUPS.put("roundtrip", "Round trip");
    GROUPS.put("probe", "Live endpoints");
  }

  private static final String HEAD =
      """
      # Rules

      <!-- Made from schemas/rules.json and messages_en.properties by RulesPageTest. Do not edit it here. -->

      Every rule that Valida knows, with the severity it has unless a contract, `--rule ID=LEVEL` or `valida.yaml` gives it another. The ids are
      public and stay as they are. `valida explain ID` shows the same in Portuguese or English, with a payload that breaks the rule and one that does not.

      - **error**: the contract says "must", and the receiver would refuse or misread the data.
      - **warning**: the contract says "should" or is not clear, or the value is almost certainly a mistake.
      - **info**: advice.

      One defect gives one violation, by the most specific rule, at the most precise place. A rule that depends on another attribute is silent while that
      one is missing, malformed or unknown. *Form only* marks the rules whose repair changes nothing but the form, so that a program can make it.

      The clauses: MCE is the manual of MCE-SIOPE, version 1.3. Those of Gestão Presente stand in its contracts, attribute by attribute
      ([contracts.md](contracts.md)), and in every violation.
      """;

  private final Messages texts = Messages.of("en");

  @Test
  void thePageSaysWhatTheRulesSay() {
    KeptFile.holds(TestData.root().resolve("docs/rules.md"), page());
  }

  @Test
  void everyRuleHasAPlaceOnThePage() {
    assertThat(GROUPS.keySet())
        .containsAll(Valida.rules().all().stream().map(Rule::group).distinct().toList());
  }

  private String page() {
    var page = new StringBuilder(HEAD);
    for (var group : GROUPS.entrySet()) {
      var rules = rules(group.getKey());
      page.append("\n## ").append(group.getValue()).append("\n\n");
      page.append("| rule | severity | clause | what |\n|---|---|---|---|\n");
      for (var rule : rules) {
        page.append("| [")
            .append(rule.id())
            .append("](#")
            .append(rule.id())
            .append(") | ")
            .append(rule.severity().label())
            .append(" | ")
            .append(rule.clauseText())
            .append(" | ")
            .append(cell(texts.title(rule.id())))
            .append(" |\n");
      }
      rules.forEach(rule -> section(rule, page));
    }
    return page.toString();
  }

  private static List<Rule> rules(String group) {
    return Valida.rules().all().stream().filter(rule -> rule.group().equals(group)).toList();
  }

  private void section(Rule rule, StringBuilder page) {
    page.append("\n### ").append(rule.id()).append("\n\n");
    page.append(texts.title(rule.id())).append(". *").append(rule.severity().label());
    rule.clause().ifPresent(clause -> page.append(", ").append(clause));
    page.append(rule.repair() ? ", form only*\n" : "*\n");
    paragraph("Why", texts.why(rule.id()), page);
    paragraph("Repair", texts.text(rule.id() + ".repair").orElse(""), page);
  }

  private static void paragraph(String heading, String text, StringBuilder page) {
    if (!text.isEmpty()) {
      page.append("\n**").append(heading).append(".** ").append(escaped(text)).append("\n");
    }
  }

  private static String cell(String text) {
    return escaped(text).replace("|", "\\|");
  }

  /** Markdown takes these for its own. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("*", "\\*")
        .replace("_", "\\_")
        .replace("<", "&lt;")
        .replace("[", "\\[");
  }
}
