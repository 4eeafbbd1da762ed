package org.valida.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.valida.Valida;
import org.valida.baseline.Baseline;
import org.valida.check.Configurations;
import org.valida.check.Contracts;
import org.valida.contract.ContractInfo;
import org.valida.document.DocumentSchema;
import org.valida.report.JsonOutput;
import org.valida.report.Table;
import org.valida.session.OwnContracts;
import org.valida.session.RequestException;
import org.valida.violation.Printable;

/** {@code valida contracts}. */
final class ContractsCommand {

  /** What users write for Valida itself, with the files of their schemas. */
  private static final Map<String, String> OWN_DOCUMENTS =
      Map.of(
          Configurations.FILE_NAME,
          "valida.schema.json",
          Baseline.FILE_NAME,
          "valida-baseline.schema.json");

  private final Terminal terminal;

  ContractsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  Exit run(Arguments command) throws UseException, IOException {
    var catalog = catalog(command.matchedOptionValue("--contracts", (String) null));
    String export = command.matchedOptionValue("--export", null);
    if (export != null) {
      export(catalog, export);
    } else if (Choice.json(command, terminal.phrases())) {
      json(catalog.all());
    } else {
      terminal.print(table(catalog.all()).lines(""));
    }
    return Exit.CLEAN;
  }

  private Contracts catalog(String folder) throws UseException {
    if (folder == null) {
      return Valida.withDefaults().contracts();
    }
    try {
      var builder = Valida.builder();
      OwnContracts.use(builder, OwnContracts.named(terminal.environment().folder(), folder));
      return builder.build().contracts();
    } catch (RequestException e) {
      throw UseException.of(terminal, e.failure());
    }
  }

  private void export(Contracts catalog, String id) throws UseException, IOException {
    var writer = terminal.utf8();
    writer.append(schema(catalog, id).stripTrailing()).append('\n');
    writer.flush();
  }

  /** That of a contract, or of a document that users write for Valida itself. */
  private String schema(Contracts catalog, String id) throws UseException {
    if (OWN_DOCUMENTS.containsKey(id)) {
      return DocumentSchema.text(OWN_DOCUMENTS.get(id));
    }
    if (catalog.find(id).isEmpty()) {
      var known = new ArrayList<>(catalog.all().stream().map(ContractInfo::id).toList());
      known.addAll(OWN_DOCUMENTS.keySet());
      throw Choice.unknown(terminal, "contract-unknown", id, known);
    }
    return catalog.export(id);
  }

  private String title(ContractInfo contract) {
    return contract.titles().getOrDefault(terminal.language(), contract.id());
  }

  private Table table(List<ContractInfo> contracts) {
    var phrases = terminal.phrases();
    var table =
        Table.titled(
            List.of(
                phrases.text("column.contract"),
                phrases.text("column.method"),
                phrases.text("column.path"),
                phrases.text("column.source"),
                phrases.text("column.title")));
    for (var contract : contracts) {
      table.row(
          List.of(
              Printable.of(contract.id()),
              Printable.of(contract.method()),
              Printable.of(contract.path()),
              Printable.of(contract.source()),
              Printable.of(title(contract))));
    }
    return table;
  }

  private void json(List<ContractInfo> contracts) throws IOException {
    var json = JsonOutput.pretty(terminal.utf8());
    json.writeStartArray();
    for (var contract : contracts) {
      json.writeStartObject();
      json.writeStringField("id", contract.id());
      json.writeStringField("title", title(contract));
      json.writeStringField("method", contract.method());
      json.writeStringField("path", contract.path());
      json.writeStringField("source", contract.source());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeRaw('\n');
    json.flush();
  }
}
