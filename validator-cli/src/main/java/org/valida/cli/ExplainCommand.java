package org.valida.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.valida.Valida;
import org.valida.report.Phrases;
import org.valida.violation.Messages;
import org.valida.violation.Printable;
import org.valida.violation.Rule;
import picocli.CommandLine.ParseResult;

/** {@code valida explain}. */
final class ExplainCommand {

  /** An example longer than this is cut. */
  private static final int MOST_LINES = 40;

  private static final int LINE_LENGTH = 160;

  private final Terminal terminal;
  private final Phrases phrases;
  private final Messages messages;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
    this.phrases = terminal.phrases();
    this.messages = Messages.of(terminal.language());
  }

  Exit run(ParseResult command) throws UseException, IOException {
    String name = command.matchedPositionalValue(0, null);
    if (name == null) {
      throw new UseException(phrases.text("use.explain"));
    }
    var known = Valida.rules().all().stream().map(Rule::id).toList();
    var rule = Valida.rules().find(name);
    if (rule.isEmpty()) {
      throw Choice.unknown(terminal, "rule-unknown", name, known);
    }
    terminal.print(page(rule.get(), known));
    return Exit.CLEAN;
  }

  private List<String> page(Rule rule, List<String> known) {
    var lines = new ArrayList<String>();
    lines.add(rule.id() + ": " + messages.title(rule.id()));
    lines.add("");
    lines.add(word("severity") + ": " + rule.severity().label());
    rule.clause().ifPresent(clause -> lines.add(word("clause") + ": " + clause));
    section(lines, word("why"), messages.why(rule.id()));
    section(lines, word("repair"), messages.text(rule.id() + ".repair").orElse(""));
    if (rule.repair()) {
      lines.add("  " + word("fixable"));
    }
    examples(lines, rule.id(), known);
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

  private void examples(List<String> lines, String rule, List<String> known) {
    var examples = Examples.onClassPath();
    var bad = examples.bad(rule, known);
    if (bad.isPresent()) {
      example(lines, "bad", bad.get());
      examples.good(bad.get(), rule, known).ifPresent(good -> example(lines, "good", good));
    }
  }

  private void example(List<String> lines, String word, String path) {
    var text = Examples.text(path);
    if (text.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(word(word) + " (" + path + ")");
    var all = text.get().lines().toList();
    all.stream().limit(MOST_LINES).map(ExplainCommand::shortened).forEach(lines::add);
    if (all.size() > MOST_LINES) {
      lines.add("  …");
    }
  }

  private static String shortened(String line) {
    var safe = Printable.of(line);
    return "  "
        + (safe.codePointCount(0, safe.length()) > LINE_LENGTH
            ? safe.substring(0, safe.offsetByCodePoints(0, LINE_LENGTH)) + "…"
            : safe);
  }
}
