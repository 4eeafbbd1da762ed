package org.valida.cli;

import java.io.IOException;
import java.util.List;
import org.valida.Valida;
import org.valida.report.JsonOutput;
import org.valida.report.Table;
import org.valida.violation.Messages;
import org.valida.violation.Printable;
import org.valida.violation.Rule;

/** {@code valida rules}. */
final class RulesCommand {

  private final Terminal terminal;

  RulesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  Exit run(Arguments command) throws UseException, IOException {
    var rules = Valida.rules().all();
    var messages = Messages.of(terminal.language());
    if (Choice.json(command, terminal.phrases())) {
      json(rules, messages);
    } else {
      terminal.print(table(rules, messages).lines(""));
    }
    return Exit.CLEAN;
  }

  private Table table(List<Rule> rules, Messages messages) {
    var phrases = terminal.phrases();
    var table =
        Table.titled(
            List.of(
                phrases.text("column.rule"),
                phrases.text("column.severity"),
                phrases.text("column.group"),
                phrases.text("column.clause"),
                phrases.text("column.title")));
    for (var rule : rules) {
      table.row(
          List.of(
              rule.id(),
              rule.severity().label(),
              rule.group(),
              rule.clauseText(),
              Printable.of(messages.title(rule.id()))));
    }
    return table;
  }

  private void json(List<Rule> rules, Messages messages) throws IOException {
    var writer = terminal.utf8();
    var json = JsonOutput.pretty(writer);
    json.writeStartArray();
    for (var rule : rules) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      json.writeStringField("severity", rule.severity().label());
      json.writeStringField("group", rule.group());
      json.writeStringField("clause", rule.clause().orElse(null));
      json.writeStringField("title", messages.title(rule.id()));
      json.writeBooleanField("repair", rule.repair());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeRaw('\n');
    json.flush();
  }
}
