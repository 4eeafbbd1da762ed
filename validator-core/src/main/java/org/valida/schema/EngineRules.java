package org.valida.schema;

import org.valida.contract.RuleCatalog;

/** The rules that the engine itself reports, looked up once. */
record EngineRules(
    RuleUse syntax,
    RuleUse encoding,
    RuleUse limit,
    RuleUse bom,
    RuleUse duplicateName,
    RuleUse type,
    RuleUse required,
    RuleUse unknownAttribute,
    RuleUse pattern,
    RuleUse format,
    RuleUse enumeration,
    RuleUse constant,
    RuleUse length,
    RuleUse range,
    RuleUse multipleOf,
    RuleUse items,
    RuleUse uniqueItems,
    RuleUse contains,
    RuleUse properties,
    RuleUse propertyNames,
    RuleUse dependencies,
    RuleUse combination,
    RuleUse never,
    RuleUse notLowercase) {

  static EngineRules of(RuleCatalog rules) {
    return new EngineRules(
        use(rules, "json-syntax"),
        use(rules, "json-encoding"),
        use(rules, "json-limit"),
        use(rules, "json-bom"),
        use(rules, "json-duplicate-name"),
        use(rules, "schema-type"),
        use(rules, "schema-required"),
        use(rules, "schema-unknown-attribute"),
        use(rules, "schema-pattern"),
        use(rules, "schema-format"),
        use(rules, "schema-enum"),
        use(rules, "schema-const"),
        use(rules, "schema-length"),
        use(rules, "schema-range"),
        use(rules, "schema-multiple-of"),
        use(rules, "schema-items"),
        use(rules, "schema-unique-items"),
        use(rules, "schema-contains"),
        use(rules, "schema-properties"),
        use(rules, "schema-property-names"),
        use(rules, "schema-dependencies"),
        use(rules, "schema-combination"),
        use(rules, "schema-false"),
        use(rules, "attribute-not-lowercase"));
  }

  private static RuleUse use(RuleCatalog rules, String id) {
    return RuleUse.of(rules.rule(id));
  }
}
