package org.valida.rule;

import java.util.List;
import java.util.regex.Pattern;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;
import org.valida.text.TextPattern;

/**
 * {@code x-shape}: what a code usually looks like where the contract leaves its form open. Points
 * and commas between its groups may be dropped first; the number that remains is what keys compare
 * and hierarchies are made of.
 */
final class Shape implements ValueRule {

  /** What text-whitespace reports, and what is not part of a code. */
  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Cntrl}]+|[\\s\\p{Cntrl}]+$");

  private final RuleUse rule;
  private final TextPattern[] patterns;
  private final String strip;

  Shape(RuleUse rule, List<String> patterns, String strip) {
    this.rule = rule;
    this.patterns =
        patterns.stream()
            .map(pattern -> TextPattern.compile("^(?:" + pattern + ")$"))
            .toArray(TextPattern[]::new);
    this.strip = strip;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.type() != Value.STRING) {
      return Outcome.PASS;
    }
    byte[] bytes = value.bytes();
    int from = value.from();
    int to = value.to();
    boolean digits = to > from && to - from <= 18;
    long number = 0;
    for (int at = from; digits && at < to; at++) {
      int digit = bytes[at] - '0';
      digits = digit >= 0 && digit <= 9;
      number = number * 10 + digit;
    }
    if (!digits) {
      return judgeText(value, scope);
    }
    for (var pattern : patterns) {
      if (pattern.find(bytes, from, to)) {
        value.means(Value.Meaning.NUMBER, number);
        return Outcome.PASS;
      }
    }
    return report(value, scope);
  }

  private Outcome judgeText(Value value, Scope scope) {
    var bare = ENDS.matcher(value.text()).replaceAll("");
    if (!strip.isEmpty()) {
      var kept = new StringBuilder();
      bare.chars().filter(c -> strip.indexOf(c) < 0).forEach(c -> kept.append((char) c));
      bare = kept.toString();
    }
    for (var pattern : patterns) {
      if (pattern.find(bare)) {
        if (bare.matches("[0-9]{1,18}") && !strip.isEmpty()) {
          value.means(Value.Meaning.NUMBER, Long.parseLong(bare));
        }
        return Outcome.PASS;
      }
    }
    return report(value, scope);
  }

  private Outcome report(Value value, Scope scope) {
    if (scope.report(rule, "")) {
      value.warnedOfForm();
    }
    return Outcome.DONE;
  }
}
