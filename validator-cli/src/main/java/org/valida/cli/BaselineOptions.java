package org.valida.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.valida.report.Phrases;

/**
 * What {@code valida baseline} was told.
 *
 * @param check what it has in common with {@code valida check}
 * @param prune whether entries only go
 * @param reason of new entries
 * @param expires the last day of new entries
 */
record BaselineOptions(
    CheckOptions check, boolean prune, Optional<String> reason, Optional<LocalDate> expires) {

  static BaselineOptions of(Arguments command, Phrases phrases) throws UseException {
    var options =
        new BaselineOptions(
            CheckOptions.of(command, phrases),
            command.matchedOptionValue("--prune", false),
            Optional.ofNullable(command.matchedOptionValue("--reason", (String) null)),
            new CheckArguments(command, phrases).date("--expires"));
    if (options.prune() && (options.reason().isPresent() || options.expires().isPresent())) {
      throw new UseException(phrases.text("conflict.prune-terms"));
    }
    if (options.reason().filter(String::isBlank).isPresent()) {
      throw new UseException(phrases.text("use.reason-empty"));
    }
    return options;
  }
}
