package org.valida.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.valida.Valida;
import org.valida.baseline.Baseline;
import org.valida.check.Configuration;
import org.valida.check.ConfigurationException;
import org.valida.check.Configurations;
import org.valida.check.Inputs;
import org.valida.check.Source;
import org.valida.violation.Failure;
import org.valida.violation.Level;
import org.valida.violation.Note;

/**
 * The inputs of a run and the configuration that holds for them, before the engine is made. A tool
 * takes from the configuration what it was not told itself, such as the language.
 */
public final class Preparation {

  private final Request request;
  private final List<String> named;
  private final Inputs inputs;
  private final Configurations configurations;
  private final Collection<Configuration> all;
  private final Optional<Configuration> first;

  private Preparation(
      Request request, List<String> named, Inputs inputs, Configurations configurations)
      throws ConfigurationException {
    this.request = request;
    this.named = named;
    this.inputs = inputs;
    this.configurations = configurations;
    this.all = configurations.ofAll(inputs.sources());
    this.first = configurations.ofFirst(inputs.sources());
  }

  /**
   * Finds inputs and configuration. Inputs that nobody named are those of the configuration.
   *
   * @throws RequestException if a configuration cannot be followed, or nobody names inputs
   */
  public static Preparation of(Request request) throws RequestException {
    try {
      var configurations = configurations(request);
      var named = request.inputs();
      if (named.isEmpty()) {
        named = configurations.inputs();
      }
      if (named.isEmpty()) {
        throw Refusal.of("no-input", Map.of());
      }
      var inputs = Inputs.of(named, request.folder(), request.standardInput());
      return new Preparation(
          request, named, withoutExcluded(inputs, named, request, configurations), configurations);
    } catch (ConfigurationException e) {
      throw new RequestException(e.failures());
    }
  }

  /**
   * As {@link #of(Request)}, with inputs that were already found; those that the configuration
   * excludes are left out.
   *
   * @throws RequestException if a configuration cannot be followed
   */
  public static Preparation of(Request request, Inputs inputs) throws RequestException {
    try {
      var configurations = configurations(request);
      var named = request.inputs();
      return new Preparation(
          request, named, withoutExcluded(inputs, named, request, configurations), configurations);
    } catch (ConfigurationException e) {
      throw new RequestException(e.failures());
    }
  }

  private static Configurations configurations(Request request) throws ConfigurationException {
    return request.config().isPresent()
        ? Configurations.named(request.folder(), request.config().get())
        : Configurations.searched(request.folder());
  }

  /** A file that is named itself is wanted, whatever the configuration says. */
  private static Inputs withoutExcluded(
      Inputs inputs, List<String> named, Request request, Configurations configurations)
      throws ConfigurationException {
    var rest = new ArrayList<Source>();
    for (var source : inputs.sources()) {
      var file = source.file();
      if (file.isEmpty()
          || named.contains(source.path())
          || !isExcluded(file.get(), configurations.of(source), request)) {
        rest.add(source);
      }
    }
    var failures = new ArrayList<>(inputs.failures());
    if (rest.isEmpty() && !inputs.sources().isEmpty()) {
      failures.add(new Failure("no-payloads", "", Map.of("hint", "excluded")));
    }
    return new Inputs(rest, failures);
  }

  /** Whether the configuration passes a file over, or it is a baseline, which is no payload. */
  private static boolean isExcluded(
      Path file, Optional<Configuration> configuration, Request request) {
    return configuration.filter(c -> c.excludes(file)).isPresent()
        || file.endsWith(Baseline.FILE_NAME)
        || request
            .baseline()
            .map(request.folder()::resolve)
            .filter(b -> isSame(b, file))
            .isPresent()
        || configuration.flatMap(Configuration::baseline).filter(b -> isSame(b, file)).isPresent();
  }

  private static boolean isSame(Path one, Path other) {
    return full(one).equals(full(other));
  }

  private static Path full(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /**
   * The same without the reports that the run will write, where they were found in a folder.
   *
   * @param reports files, as the user named them
   * @throws RequestException if a report would take the place of a payload
   */
  public Preparation leavingOut(List<String> reports) throws RequestException {
    var rest = new OwnReports(request.folder(), reports).leftOut(inputs, named);
    try {
      return new Preparation(request, named, rest, configurations);
    } catch (ConfigurationException e) {
      throw new RequestException(e.failures());
    }
  }

  /** What was asked for. */
  public Request request() {
    return request;
  }

  /** What will be read, and what cannot be. */
  public Inputs inputs() {
    return inputs;
  }

  /** The configuration whose settings hold for the whole run, if there is one. */
  public Optional<Configuration> configuration() {
    return first;
  }

  /** Every configuration that holds for an input. */
  public Collection<Configuration> configurations() {
    return List.copyOf(all);
  }

  /** A path of the configuration, as messages and names of files on the command line have it. */
  public String shown(Path path) {
    return configurations.shown(path);
  }

  /**
   * The file of the baseline that the user means: the one that the command line or the
   * configuration names, else {@value Baseline#FILE_NAME} beside the configuration or in the
   * working folder.
   */
  public Path baselineFile() {
    return request
        .baseline()
        .map(request.folder()::resolve)
        .or(() -> first.flatMap(Configuration::baseline))
        .or(() -> first.map(c -> c.file().resolveSibling(Baseline.FILE_NAME)))
        .orElseGet(() -> request.folder().resolve(Baseline.FILE_NAME));
  }

  /**
   * Makes the engine.
   *
   * @throws RequestException if something is asked for that is not there, or is broken
   */
  public Session open() throws RequestException {
    var accepted = accepted();
    return session(builder -> accepted.ifPresent(one -> one.give(builder)), accepted);
  }

  /**
   * Makes an engine for {@code valida baseline}: one that accepts nothing.
   *
   * @throws RequestException as {@link #open}
   */
  public Session openWithoutBaseline() throws RequestException {
    Accepted.verify(request.identityKey());
    return session(builder -> builder.identityKey(request.identityKey().text()), Optional.empty());
  }

  private Optional<Accepted> accepted() throws RequestException {
    if (request.baseline().isEmpty() && first.flatMap(Configuration::baseline).isEmpty()) {
      return Optional.empty();
    }
    var file = baselineFile();
    if (request.baseline().isEmpty() && Files.notExists(file)) {
      throw new RequestException(
          new Failure(
              "baseline-missing",
              first.map(Configuration::shown).orElse(""),
              Map.of("file", shown(file))));
    }
    return Optional.of(
        Accepted.read(
            request, file, request.baseline().map(Inputs::shown).orElseGet(() -> shown(file))));
  }

  private Session session(Consumer<Valida.Builder> baseline, Optional<Accepted> accepted)
      throws RequestException {
    var valida = new EngineSetup(request, configurations, first).build(baseline);
    try {
      for (var configuration : all) {
        configuration.verify(
            valida.contracts().rules().ids(),
            valida.contracts().all().stream().map(contract -> contract.id()).toList());
      }
    } catch (ConfigurationException e) {
      throw new RequestException(e.failures());
    }
    return new Session(request, inputs, valida, rulesOff(valida), accepted);
  }

  /** What configurations turn off that nobody named: a reader of the report would not know. */
  private List<Note> rulesOff(Valida valida) {
    var notes = new ArrayList<Note>();
    if (request.config().isEmpty()) {
      for (var configuration : all) {
        var rules =
            configuration.levels().entrySet().stream()
                .filter(entry -> entry.getValue() == Level.OFF)
                .map(Map.Entry::getKey)
                .filter(rule -> !request.levels().containsKey(rule))
                .filter(rule -> !valida.contracts().rules().rule(rule).endsReading())
                .toList();
        if (!rules.isEmpty()) {
          notes.add(new Note(Note.Kind.RULES_OFF, configuration.shown(), Map.of("rules", rules)));
        }
      }
    }
    return notes;
  }
}
