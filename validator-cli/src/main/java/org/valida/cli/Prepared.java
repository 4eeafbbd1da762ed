package org.valida.cli;

import java.io.IOException;
import org.valida.check.Configuration;
import org.valida.check.FailOn;
import org.valida.schema.SchemaException;
import org.valida.session.Preparation;
import org.valida.session.RequestException;
import org.valida.session.Session;

/**
 * What the commands that read payloads begin with: the inputs with their configuration, and what
 * follows from both.
 *
 * @param terminal speaks the language of the options, else that of the configuration
 * @param failOn the least that counts as found
 */
record Prepared(Preparation preparation, Terminal terminal, FailOn failOn) {

  /** The command's own work. */
  interface Work {
    Exit run(Prepared prepared) throws RequestException, UseException, IOException;
  }

  /**
   * Prepares a command and runs it.
   *
   * @throws UseException if a request cannot be followed, in the language known by then
   */
  static Exit run(Terminal started, CheckOptions options, Work work)
      throws UseException, IOException {
    var terminal = started;
    try {
      var preparation = Preparation.of(options.request(started));
      var configuration = preparation.configuration();
      terminal =
          options
              .lang()
              .or(() -> configuration.flatMap(Configuration::lang))
              .map(started::speaking)
              .orElse(started);
      var failOn =
          options
              .failOn()
              .or(() -> configuration.flatMap(Configuration::failOn))
              .orElse(FailOn.ERROR);
      return work.run(new Prepared(preparation, terminal, failOn));
    } catch (RequestException e) {
      throw UseException.of(terminal, e.failures());
    } catch (SchemaException e) {
      throw UseException.of(terminal, Session.refused(e).failures());
    }
  }
}
