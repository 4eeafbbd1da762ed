package org.valida.report;

import org.valida.violation.Messages;

/** Says in the reader's language what a rule is about; every text is the tool's own. */
public interface RuleTexts {

  /** What the rule looks for; its id where it has no texts. */
  String title(String ruleId);

  /** Why it matters; empty where it has no texts. */
  String why(String ruleId);

  /** What to do about it in general; empty where it has no texts. */
  String repair(String ruleId);

  /** The texts of the message bundles. */
  static RuleTexts of(Messages messages) {
    return new RuleTexts() {
      @Override
      public String title(String ruleId) {
        return messages.title(ruleId);
      }

      @Override
      public String why(String ruleId) {
        return messages.why(ruleId);
      }

      @Override
      public String repair(String ruleId) {
        return messages.text(ruleId + ".repair").orElse("");
      }
    };
  }
}
