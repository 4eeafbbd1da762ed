package org.valida.schema;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.valida.json.JsonValue;
import org.valida.privacy.Mask;

/**
 * One compiled schema. Fields are set while the schema compiles (schemas may refer to themselves)
 * and never after; reading needs no lock.
 */
final class Node {

  static final Node[] NO_NODES = {};
  static final ValueRule[] NO_RULES = {};

  /** Accepts anything, and looks only for repeated names. */
  static final Node ANY = new Node();

  boolean never;
  int types = Value.ANY;

  /** Whether the schema itself names a type (an object schema may leave it open). */
  boolean typed;

  StringChecks strings = StringChecks.NONE;
  NumberChecks numbers = NumberChecks.NONE;
  List<JsonValue> allowed = List.of();

  boolean enumerated;

  /** The canonical texts of {@link #allowed}, for tables of thousands of codes. */
  Set<String> allowedTexts = Set.of();

  JsonValue constant;

  ObjectPlan object;
  ArrayPlan array;

  Node[] allOf = NO_NODES;
  Node[] anyOf = NO_NODES;
  Node[] oneOf = NO_NODES;
  Node not;
  Node condition;
  Node then;
  Node otherwise;

  /** Rules that decide how the value is read, before any keyword. */
  ValueRule[] form = NO_RULES;

  /** Rules about a value whose form is right. */
  ValueRule[] meaning = NO_RULES;

  /** The rule that reports failures of form here; null for that of the keyword. */
  RuleUse formRule;

  RuleUse lengthRule;
  List<TypeRule> typeRules = List.of();
  List<Hint> hints = List.of();
  String clause = "";
  boolean publicValue;
  Mask.Kind personal = Mask.Kind.OTHER;

  /** A JSON type that has a rule of its own. */
  record TypeRule(int type, RuleUse rule) {}

  /** Which message fits for numbers between two bounds. */
  record Hint(String variant, long minimum, long maximum) {}

  void allow(List<JsonValue> values) {
    allowed = List.copyOf(values);
    enumerated = !allowed.isEmpty();
    allowedTexts =
        allowed.stream().map(Keywords::canonical).collect(Collectors.toUnmodifiableSet());
  }

  boolean isPublic() {
    return publicValue;
  }

  Mask.Kind personal() {
    return personal;
  }

  String clause() {
    return clause;
  }

  ObjectPlan object() {
    return object;
  }

  ArrayPlan array() {
    return array;
  }

  /** Whether an object or array here must be read more than once. */
  boolean secondLook() {
    return anyOf.length > 0
        || oneOf.length > 0
        || not != null
        || condition != null
        || !allowed.isEmpty()
        || constant != null
        || object != null && object.dependsOnSchemas();
  }

  /** Whether it is an object that is read once, each member by its name. */
  boolean isFlat() {
    return !never && (types & Value.OBJECT) != 0 && plain() && object != null && object.simple();
  }

  /** Whether it says nothing about objects and arrays but what it says on its own. */
  boolean plain() {
    return allOf.length == 0 && !secondLook();
  }
}
