package org.valida.session;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.valida.Valida;
import org.valida.check.Configuration;
import org.valida.check.ConfigurationException;
import org.valida.check.Configurations;
import org.valida.check.Inputs;
import org.valida.check.Source;
import org.valida.contract.ContractInfo;
import org.valida.schema.SchemaException;
import org.valida.violation.Level;

/**
 * Makes the engine that the options and the configuration ask for; what it refuses becomes a
 * sentence.
 */
final class EngineSetup {

  /** The levels of all inputs that have the file of their configuration in common, or none. */
  private record Levels(Optional<Path> file, Map<String, Level> levels) {}

  private final Request request;
  private final Configurations configurations;
  private final Optional<Configuration> first;

  /** Of the input that was asked for last: most inputs have their levels in common. */
  private Levels latest;

  /**
   * @param first the configuration whose settings hold for the whole run
   */
  EngineSetup(Request request, Configurations configurations, Optional<Configuration> first) {
    this.request = request;
    this.configurations = configurations;
    this.first = first;
  }

  /**
   * @param baseline gives the engine what it needs for a baseline
   */
  Valida build(Consumer<Valida.Builder> baseline) throws RequestException {
    var builder = Valida.builder();
    var folder = contractsFolder();
    if (folder.isPresent()) {
      OwnContracts.use(builder, folder.get());
    }
    rules(builder);
    builder.levelsBy(this::levels);
    builder.showPersonal(request.showPersonal());
    request.today().ifPresent(builder::today);
    request.query().ifPresent(builder::query);
    (request.maxRecords().isPresent()
            ? request.maxRecords()
            : first.map(Configuration::maxRecords).orElse(request.maxRecords()))
        .ifPresent(builder::maxRecords);
    builder.jobs(request.jobs());
    first.flatMap(Configuration::limits).ifPresent(builder::limits);
    judgeBy(builder, folder);
    new Answers(request.folder()).give(builder, request.serverErrors());
    baseline.accept(builder);
    return build(builder, folder);
  }

  private Optional<Path> contractsFolder() throws RequestException {
    if (request.contractsFolder().isEmpty()) {
      return first.flatMap(Configuration::contractsFolder);
    }
    return Optional.of(OwnContracts.named(request.folder(), request.contractsFolder().get()));
  }

  private void rules(Valida.Builder builder) throws RequestException {
    for (var entry : request.levels().entrySet()) {
      try {
        builder.level(entry.getKey(), entry.getValue());
      } catch (IllegalArgumentException e) {
        throw Refusal.unknown(
            "rule-unknown",
            entry.getKey(),
            Valida.rules().all().stream().map(rule -> rule.id()).toList());
      }
    }
  }

  private void judgeBy(Valida.Builder builder, Optional<Path> folder) throws RequestException {
    if (request.schema().isPresent()) {
      schema(builder, request.schema().get());
    } else if (request.contract().isPresent()) {
      contract(builder, request.contract().get(), folder);
    } else {
      builder.contractBy(
          source ->
              configuration(source).flatMap(configuration -> configuration.contractFor(source)));
    }
  }

  private void schema(Valida.Builder builder, String name) throws RequestException {
    var file = path(name);
    if (file.filter(Files::isDirectory).isPresent()) {
      throw Refusal.of("schema-folder", Map.of("file", Inputs.shown(name)));
    }
    var missing = Inputs.file(name, request.folder()).failures();
    if (!missing.isEmpty()) {
      throw new RequestException(missing.get(0));
    }
    try {
      builder.schema(file.orElseThrow(), Inputs.shown(name));
    } catch (SchemaException e) {
      throw Refusal.brokenSchema(e);
    }
  }

  private void contract(Valida.Builder builder, String id, Optional<Path> folder)
      throws RequestException {
    try {
      builder.contract(id);
    } catch (IllegalArgumentException e) {
      var catalog = Valida.builder();
      if (folder.isPresent()) {
        OwnContracts.use(catalog, folder.get());
      }
      throw Refusal.unknown(
          "contract-unknown",
          id,
          catalog.build().contracts().all().stream().map(ContractInfo::id).toList());
    }
  }

  private Valida build(Valida.Builder builder, Optional<Path> folder) throws RequestException {
    try {
      return builder.build();
    } catch (SchemaException e) {
      throw Refusal.brokenSchema(e);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      if (folder.isEmpty()) {
        throw e;
      }
      throw Refusal.brokenContracts(folder.get(), e);
    }
  }

  private Optional<Path> path(String name) {
    try {
      return Optional.of(request.folder().resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What the nearest configuration says, and above it what the command line says. */
  private Map<String, Level> levels(Source source) {
    var nearest = configuration(source);
    var file = nearest.map(Configuration::file);
    var before = latest;
    if (before != null && before.file().equals(file)) {
      return before.levels();
    }
    var levels = new LinkedHashMap<String, Level>();
    nearest.ifPresent(configuration -> levels.putAll(configuration.levels()));
    levels.putAll(request.levels());
    latest = new Levels(file, levels);
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
