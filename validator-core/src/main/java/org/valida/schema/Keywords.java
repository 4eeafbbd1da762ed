package org.valida.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.valida.json.Decimal;
import org.valida.json.JsonValue;
import org.valida.text.TextPattern;

/**
 * The keywords of JSON Schema for a single value. The first that fails reports, under the
 * attribute's own rule where it has one: a value gets one verdict on its form.
 */
final class Keywords {

  private Keywords() {}

  static boolean hold(Node node, Value value, Report report, EngineRules rules) {
    if ((node.types & value.type()) == 0) {
      return wrongType(node, value, report, rules);
    }
    if (node.constant != null || node.enumerated) {
      if (isScalar(value) && !allowed(node, JsonValue.read(value.cursor()), null, report, rules)) {
        return false;
      }
    }
    return switch (value.type()) {
      case Value.STRING -> string(node, value, report, rules);
      case Value.INTEGER, Value.NUMBER -> number(node, value, report, rules);
      default -> true;
    };
  }

  private static boolean isScalar(Value value) {
    return value.type() != Value.ARRAY && value.type() != Value.OBJECT;
  }

  /** {@code enum} and {@code const}; {@code at} is null at the cursor. */
  static boolean allowed(Node node, JsonValue value, Place at, Report report, EngineRules rules) {
    if (node.constant != null && !node.constant.sameAs(value)) {
      report(report, ruleOr(node, rules.constant()), at, "", "expected", shown(node.constant));
      return false;
    }
    if (!node.allowed.isEmpty() && !node.allowedTexts.contains(canonical(value))) {
      var options =
          node.allowed.stream().limit(20).map(Keywords::shown).collect(Collectors.joining(", "));
      report(report, ruleOr(node, rules.enumeration()), at, "", "expected", options);
      return false;
    }
    return true;
  }

  private static void report(
      Report report, RuleUse rule, Place at, String variant, Object... arguments) {
    if (at == null) {
      report.report(rule, variant, arguments);
    } else {
      report.report(rule, at, null, variant, arguments);
    }
  }

  private static String shown(JsonValue value) {
    var text = canonical(value);
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** The one text of all values that are the same as this. */
  static String canonical(JsonValue value) {
    var text = new StringBuilder();
    value.canonical(text);
    return text.toString();
  }

  private static boolean wrongType(Node node, Value value, Report report, EngineRules rules) {
    for (var own : node.typeRules) {
      if ((own.type() & value.type()) != 0) {
        report.report(own.rule(), "");
        return false;
      }
    }
    var rule = ruleOr(node, rules.type());
    report.report(
        rule,
        TypeHints.variant(node, value),
        "expected",
        names(node.types),
        "found",
        name(value.type()));
    return false;
  }

  private static RuleUse ruleOr(Node node, RuleUse keyword) {
    return node.formRule != null ? node.formRule : keyword;
  }

  private static boolean string(Node node, Value value, Report report, EngineRules rules) {
    var checks = node.strings;
    if (!checks.any()) {
      return true;
    }
    if (checks.limitsLength()) {
      long length = length(value);
      boolean small = length < checks.minimum();
      if (small || length > checks.maximum()) {
        var rule = node.lengthRule != null ? node.lengthRule : ruleOr(node, rules.length());
        report.report(
            rule,
            small ? "short" : "long",
            "length",
            length,
            "limit",
            small ? checks.minimum() : checks.maximum());
        return false;
      }
    }
    if (checks.pattern() != null && !matches(checks.pattern(), value)) {
      report.report(ruleOr(node, rules.pattern()), "", "pattern", checks.pattern().toString());
      return false;
    }
    if (checks.format() != null
        && !isDay(checks, value)
        && !checks.format().accepts(value.text())) {
      report.report(ruleOr(node, rules.format()), "", "format", checks.format().name());
      return false;
    }
    return true;
  }

  /** Whether the value was read as a day already, which is all that the format asks. */
  private static boolean isDay(StringChecks checks, Value value) {
    return value.meaning() == Value.Meaning.DAY && checks.format().name().equals("date");
  }

  private static boolean matches(TextPattern pattern, Value value) {
    // Half a surrogate pair, as an escape may write it, has no bytes.
    return value.cursor().escaped()
        ? pattern.find(value.text())
        : pattern.find(value.bytes(), value.from(), value.to());
  }

  /** Length in code points. */
  private static long length(Value value) {
    var cursor = value.cursor();
    if (cursor.escaped() || cursor.beyondAscii()) {
      var text = cursor.text();
      return text.codePointCount(0, text.length());
    }
    return (long) cursor.end() - cursor.start();
  }

  private static boolean number(Node node, Value value, Report report, EngineRules rules) {
    var checks = node.numbers;
    if (!checks.any()) {
      return true;
    }
    if (checks.wholeBounds() && value.hasNumber()) {
      long number = value.number();
      if (number < checks.least() || number > checks.greatest()) {
        outOfRange(node, value, checks.broken(number(value)), report, rules);
        return false;
      }
    } else {
      var broken = checks.broken(number(value));
      if (broken != null) {
        outOfRange(node, value, broken, report, rules);
        return false;
      }
    }
    if (checks.multipleOf() != null && !number(value).isMultipleOf(checks.multipleOf())) {
      report.report(ruleOr(node, rules.multipleOf()), "", "divisor", checks.multipleOf().plain());
      return false;
    }
    return true;
  }

  private static Decimal number(Value value) {
    // A text that is read as a number may have zeros before it, which a number may not.
    return Decimal.of(
        value.hasNumber()
            ? Long.toString(value.number())
            : value.text().replaceFirst("^0+(?=[0-9])", ""));
  }

  private static void outOfRange(
      Node node, Value value, String variant, Report report, EngineRules rules) {
    var hint = variant;
    for (var candidate : node.hints) {
      if (value.hasNumber()
          && value.number() >= candidate.minimum()
          && value.number() <= candidate.maximum()) {
        hint = candidate.variant();
      }
    }
    var limit = variant.endsWith("minimum") ? node.numbers.minimum() : node.numbers.maximum();
    report.report(ruleOr(node, rules.range()), hint, "limit", limit.plain());
  }

  /** The JSON types of a mask, in words that messages translate. */
  static String names(int types) {
    var names = new ArrayList<String>();
    for (int type :
        List.of(
            Value.OBJECT,
            Value.ARRAY,
            Value.STRING,
            Value.NUMBER,
            Value.INTEGER,
            Value.BOOLEAN,
            Value.NULL)) {
      if ((types & type) != 0 && !(type == Value.INTEGER && (types & Value.NUMBER) != 0)) {
        names.add(name(type));
      }
    }
    return String.join(" or ", names);
  }

  static String name(int type) {
    return switch (type) {
      case Value.OBJECT -> "object";
      case Value.ARRAY -> "array";
      case Value.STRING -> "string";
      case Value.NUMBER -> "number";
      case Value.INTEGER -> "integer";
      case Value.BOOLEAN -> "boolean";
      default -> "null";
    };
  }
}
