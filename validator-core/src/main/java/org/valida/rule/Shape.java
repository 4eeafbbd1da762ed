package org.valida.rule;

import java.util.List;
import java.util.regex.Pattern;
import org.valida.schema.QuietText;
import org.valida.schema.QuietValue;
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
    this.patterns = new TextPattern[patterns.size()];
    for (int i = 0; i < this.patterns.length; i++) {
      this.patterns[i] = TextPattern.compile("^(?:" + patterns.get(i) + ")$");
    }
    this.strip = strip;
  }

  @Override
  public boolean quiet(QuietValue quiet) {
    return quiet.texts(this::read, Value.Meaning.NUMBER, "");
  }

  private long read(byte[] bytes, int from, int to) {
    long number = DigitText.read(bytes, from, to);
    return number >= 0 && suits(bytes, from, to) ? number : QuietText.SPEAKS;
  }

  private boolean suits(byte[] bytes, int from, int to) {
    for (var pattern : patterns) {
      if (pattern.find(bytes, from, to)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    if (value.type() != Value.STRING) {
      return Outcome.PASS;
    }
    byte[] bytes = value.bytes();
    int from = value.from();
    int to = value.to();
    long number = DigitText.read(bytes, from, to);
    if (number < 0) {
      return judgeText(value, scope);
    }
    if (!suits(bytes, from, to)) {
      return report(value, scope);
    }
    value.means(Value.Meaning.NUMBER, number);
    return Outcome.PASS;
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
