package org.valida.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.valida.Valida;
import org.valida.report.Paint;
import org.valida.report.Phrases;
import org.valida.violation.Messages;
import org.valida.violation.Rule;

/** {@code valida explain}. */
final class ExplainCommand {

  private final Terminal terminal;
  private final Phrases phrases;
  private final Messages messages;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
    this.phrases = terminal.phrases();
    this.messages = Messages.of(terminal.language());
  }

  Exit run(Arguments command) throws UseException, IOException {
    String name = command.matchedPositionalValue(null);
    if (name == null) {
      throw new UseException(phrases.text("use.explain"));
    }
    var known = Valida.rules().all().stream().map(Rule::id).toList();
    var rule = Valida.rules().find(name);
    if (rule.isEmpty()) {
      throw Choice.unknown(terminal, "rule-unknown", name, known);
    }
    boolean colour =
        !command.matchedOptionValue("--no-color", false) && terminal.environment().colour();
    terminal.print(page(rule.get(), new Paint(colour)));
    if (!Examples.areThere()) {
      terminal.complain(phrases.text("incomplete"));
    }
    return Exit.CLEAN;
  }

  private List<String> page(Rule rule, Paint paint) {
    var lines = new ArrayList<String>();
    lines.add(paint.bold(rule.id()) + ": " + messages.title(rule.id()));
    lines.add("");
    var severity = paint.severity(rule.severity(), rule.severity().label());
    lines.add(word("severity") + ": " + severity);
    rule.clause().ifPresent(clause -> lines.add(word("clause") + ": " + clause));
    section(lines, paint.bold(word("why")), messages.why(rule.id()));
    section(lines, paint.bold(word("repair")), messages.text(rule.id() + ".repair").orElse(""));
    if (rule.repair()) {
      lines.add("  " + word("fixable"));
    }
    Examples.onClassPath()
        .find(rule.id())
        .ifPresent(
            pair -> {
              var mark = paint.severity(rule.severity(), word("bad"));
              example(lines, mark, pair.bad(), rule, paint);
              pair.good()
                  .ifPresent(good -> example(lines, paint.good(word("good")), good, rule, paint));
            });
    return lines;
  }

  private String word(String name) {
    return messages.text("ui.explain." + name).orElse(name);
  }

  private static void section(List<String> lines, String heading, String text) {
    if (!text.isEmpty()) {
      lines.add("");
      lines.add(heading);
      Prose.wrapped(text, "  ").forEach(lines::add);
    }
  }

  private static void example(
      List<String> lines, String heading, Examples.Spot spot, Rule rule, Paint paint) {
    var text = Examples.text(spot.path());
    if (text.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(heading + paint.faint(" (" + spot.path() + ")"));
    for (var line : new ExampleExcerpt(text.get(), spot.line(), spot.column()).lines()) {
      var shown = line.mark() ? paint.severity(rule.severity(), line.text()) : line.text();
      lines.add((paint.faint("  " + line.gutter() + " |") + " " + shown).stripTrailing());
    }
  }
}
