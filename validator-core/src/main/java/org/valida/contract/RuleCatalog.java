package org.valida.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.valida.json.JsonValue;
import org.valida.violation.Rule;
import org.valida.violation.Severity;

/** The declarations of all rules, from {@code rules.json}, in the catalogue's order. Immutable. */
public final class RuleCatalog {

  private final Map<String, Rule> rules;

  private RuleCatalog(Map<String, Rule> rules) {
    this.rules = rules;
  }

  /** Reads {@code {"rules": [{"id", "severity", "group", "clause", "repair"}]}}. */
  public static RuleCatalog parse(JsonValue json) {
    var rules = new LinkedHashMap<String, Rule>();
    for (var entry : json.member("rules").orElseThrow().elements()) {
      var id = entry.member("id").orElseThrow().string();
      var severity =
          Severity.valueOf(
              entry.member("severity").orElseThrow().string().toUpperCase(Locale.ROOT));
      rules.put(
          id,
          new Rule(
              id,
              severity,
              entry.member("group").orElseThrow().string(),
              entry.member("clause").map(JsonValue::string).orElse(""),
              entry.member("repair").map(JsonValue::isTrue).orElse(false)));
    }
    return new RuleCatalog(rules);
  }

  static RuleCatalog of(Collection<Rule> rules) {
    var byId = new LinkedHashMap<String, Rule>();
    for (var rule : rules) {
      byId.put(rule.id(), rule);
    }
    return new RuleCatalog(byId);
  }

  /** This catalogue with the rules of another behind its own. */
  public RuleCatalog and(RuleCatalog more) {
    var all = new LinkedHashMap<>(rules);
    more.rules.forEach(all::putIfAbsent);
    return new RuleCatalog(all);
  }

  public List<Rule> all() {
    return List.copyOf(rules.values());
  }

  public Collection<String> ids() {
    return rules.keySet();
  }

  public Optional<Rule> find(String id) {
    return Optional.ofNullable(rules.get(id));
  }

  /**
   * A rule that the code itself reports.
   *
   * @throws IllegalArgumentException if the catalogue lacks it
   */
  public Rule rule(String id) {
    var rule = rules.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + id + " in rules.json");
    }
    return rule;
  }
}
