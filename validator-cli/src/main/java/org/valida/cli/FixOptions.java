package org.valida.cli;

import java.util.List;
import org.valida.report.Phrases;

/**
 * What {@code valida fix} was told beyond what {@code valida check} understands.
 *
 * @param diff show what the bytes were and will be
 * @param write put the repaired documents in the place of their files
 * @param unsafe also make repairs that may change what is said
 */
record FixOptions(boolean diff, boolean write, boolean unsafe) {

  static FixOptions of(Arguments command, List<String> inputs, Phrases phrases)
      throws UseException {
    var options =
        new FixOptions(
            command.matchedOptionValue("--diff", false),
            command.matchedOptionValue("--write", false),
            command.matchedOptionValue("--unsafe", false));
    if (options.write() && inputs.contains("-") && inputs.size() > 1) {
      throw new UseException(phrases.text("conflict.fix-standard-input"));
    }
    return options;
  }
}
