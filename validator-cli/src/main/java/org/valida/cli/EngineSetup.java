package org.valida.cli;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.Valida;
import org.valida.check.Configuration;
import org.valida.check.ConfigurationException;
import org.valida.check.Configurations;
import org.valida.check.Inputs;
import org.valida.check.Source;
import org.valida.contract.ContractInfo;
import org.valida.report.FailureText;
import org.valida.schema.SchemaException;
import org.valida.violation.Level;

/**
 * Makes the engine that the options and the configuration ask for; what it refuses becomes a
 * sentence.
 */
final class EngineSetup {

  private final Terminal terminal;
  private final CheckOptions options;
  private final Configurations configurations;
  private final Optional<Configuration> first;

  /**
   * @param first the configuration whose settings hold for the whole run
   */
  EngineSetup(
      Terminal terminal,
      CheckOptions options,
      Configurations configurations,
      Optional<Configuration> first) {
    this.terminal = terminal;
    this.options = options;
    this.configurations = configurations;
    this.first = first;
  }

  Valida build() throws UseException {
    var builder = Valida.builder();
    var folder = contractsFolder();
    if (folder.isPresent()) {
      use(builder, folder.get());
    }
    rules(builder);
    builder.levelsBy(this::levels);
    builder.showPersonal(options.showPersonal());
    options.today().ifPresent(builder::today);
    options.query().ifPresent(builder::query);
    (options.maxRecords().isPresent()
            ? options.maxRecords()
            : first.map(Configuration::maxRecords).orElse(options.maxRecords()))
        .ifPresent(builder::maxRecords);
    first.flatMap(Configuration::limits).ifPresent(builder::limits);
    judgeBy(builder, folder);
    new Answers(terminal).give(builder, options.errors());
    return build(builder, folder);
  }

  private Optional<Path> contractsFolder() throws UseException {
    if (options.contractsFolder().isEmpty()) {
      return first.flatMap(Configuration::contractsFolder);
    }
    return Optional.of(ContractsFolder.named(terminal, options.contractsFolder().get()));
  }

  private void use(Valida.Builder builder, Path folder) throws UseException {
    try {
      builder.contractsFolder(folder);
    } catch (SchemaException e) {
      throw broken(terminal, e);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw ContractsFolder.broken(terminal, folder, e);
    }
  }

  private void rules(Valida.Builder builder) throws UseException {
    for (var entry : options.levels().entrySet()) {
      try {
        builder.level(entry.getKey(), entry.getValue());
      } catch (IllegalArgumentException e) {
        throw Choice.unknown(
            terminal.phrases(),
            "use.rule-unknown",
            entry.getKey(),
            Valida.rules().all().stream().map(rule -> rule.id()).toList());
      }
    }
  }

  private void judgeBy(Valida.Builder builder, Optional<Path> folder) throws UseException {
    if (options.schema().isPresent()) {
      schema(builder, options.schema().get());
    } else if (options.contract().isPresent()) {
      contract(builder, options.contract().get(), folder);
    } else {
      builder.contractBy(
          source ->
              configuration(source)
                  .flatMap(configuration -> source.file().flatMap(configuration::contractFor)));
    }
  }

  private void schema(Valida.Builder builder, String name) throws UseException {
    var file = path(name);
    if (file.filter(Files::isDirectory).isPresent()) {
      throw new UseException(terminal.phrases().text("use.schema-folder", Map.of("file", name)));
    }
    var folder = terminal.environment().folder();
    var missing = Inputs.of(List.of(name), folder, InputStream.nullInputStream()).failures();
    if (!missing.isEmpty()) {
      throw new UseException(FailureText.of(terminal.language()).line(missing.get(0)));
    }
    try {
      builder.schema(file.orElseThrow(), name);
    } catch (SchemaException e) {
      throw broken(terminal, e);
    }
  }

  private void contract(Valida.Builder builder, String id, Optional<Path> folder)
      throws UseException {
    try {
      builder.contract(id);
    } catch (IllegalArgumentException e) {
      var catalog = Valida.builder();
      if (folder.isPresent()) {
        use(catalog, folder.get());
      }
      throw Choice.unknown(
          terminal.phrases(),
          "use.contract-unknown",
          id,
          catalog.build().contracts().all().stream().map(ContractInfo::id).toList());
    }
  }

  private Valida build(Valida.Builder builder, Optional<Path> folder) throws UseException {
    try {
      return builder.build();
    } catch (SchemaException e) {
      throw broken(terminal, e);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      if (folder.isEmpty()) {
        throw e;
      }
      throw ContractsFolder.broken(terminal, folder.get(), e);
    }
  }

  /** Says that a schema cannot be used, and where in its file it is wrong. */
  static UseException broken(Terminal terminal, SchemaException e) {
    var place = e.line() > 0 ? e.file() + ":" + e.line() + ":" + e.column() : e.file();
    var problem = String.valueOf(e.getMessage());
    return new UseException(
        terminal.phrases().text("use.schema-broken", Map.of("place", place, "problem", problem)));
  }

  private Optional<Path> path(String name) {
    try {
      return Optional.of(terminal.environment().folder().resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What the nearest configuration says, and above it what the command line says. */
  private Map<String, Level> levels(Source source) {
    var levels = new LinkedHashMap<String, Level>();
    configuration(source).ifPresent(configuration -> levels.putAll(configuration.levels()));
    levels.putAll(options.levels());
    return levels;
  }

  private Optional<Configuration> configuration(Source source) {
    try {
      return configurations.of(source);
    } catch (ConfigurationException e) {
      throw new IllegalStateException("every configuration was read before the run", e);
    }
  }
}
