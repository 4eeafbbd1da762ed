package org.valida.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.valida.check.Configuration;
import org.valida.check.ConfigurationException;
import org.valida.check.Configurations;
import org.valida.check.Inputs;

/**
 * The inputs of a run and the configuration that holds for them, before the engine is made. A tool
 * takes from the configuration what it was not told itself, such as the language.
 */
public final class Preparation {

  private final Request request;
  private final Inputs inputs;
  private final Configurations configurations;
  private final Collection<Configuration> all;
  private final Optional<Configuration> first;

  private Preparation(Request request, Inputs inputs, Configurations configurations)
      throws ConfigurationException {
    this.request = request;
    this.inputs = inputs;
    this.configurations = configurations;
    this.all = configurations.ofAll(inputs.sources());
    this.first = configurations.ofFirst(inputs.sources());
  }

  /**
   * Finds inputs and configuration.
   *
   * @throws RequestException if a configuration cannot be followed
   */
  public static Preparation of(Request request) throws RequestException {
    return of(request, Inputs.of(request.inputs(), request.folder(), request.standardInput()));
  }

  /**
   * As {@link #of(Request)}, with inputs that were already found.
   *
   * @throws RequestException if a configuration cannot be followed
   */
  public static Preparation of(Request request, Inputs inputs) throws RequestException {
    try {
      var configurations =
          request.config().isPresent()
              ? Configurations.named(request.folder(), request.config().get())
              : Configurations.searched(request.folder());
      return new Preparation(request, inputs, configurations);
    } catch (ConfigurationException e) {
      throw new RequestException(e.failure());
    }
  }

  /** The configuration whose settings hold for the whole run, if there is one. */
  public Optional<Configuration> configuration() {
    return first;
  }

  /** Every configuration that holds for an input. */
  public Collection<Configuration> configurations() {
    return List.copyOf(all);
  }

  /**
   * Makes the engine.
   *
   * @throws RequestException if something is asked for that is not there, or is broken
   */
  public Session open() throws RequestException {
    var valida = new EngineSetup(request, configurations, first).build();
    try {
      for (var configuration : all) {
        configuration.verify(
            valida.contracts().rules().ids(),
            valida.contracts().all().stream().map(contract -> contract.id()).toList());
      }
    } catch (ConfigurationException e) {
      throw new RequestException(e.failure());
    }
    return new Session(request, inputs, valida);
  }
}
