package org.valida.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.valida.baseline.IdentityKey;
import org.valida.check.FailOn;
import org.valida.report.Format;
import org.valida.report.Phrases;
import org.valida.schema.Query;
import org.valida.session.Request;
import org.valida.violation.Level;

/**
 * What {@code valida check} was told, read and free of contradictions. What was not told is empty.
 */
record CheckOptions(
    List<String> inputs,
    Optional<String> contract,
    Optional<String> schema,
    List<Format.Target> formats,
    Optional<FailOn> failOn,
    Map<String, Level> levels,
    Optional<Query> query,
    Optional<String> config,
    Optional<String> lang,
    OptionalLong maxViolations,
    Optional<String> contractsFolder,
    List<String> errors,
    Optional<String> baseline,
    OptionalLong maxRecords,
    Optional<LocalDate> today,
    OptionalLong jobs,
    boolean quiet,
    boolean verbose,
    boolean hash,
    boolean noColor,
    boolean showPersonal,
    boolean statistics) {

  static CheckOptions of(Arguments command, Phrases phrases) throws UseException {
    var options = new CheckArguments(command, phrases).read();
    for (var conflict : Conflict.values()) {
      if (conflict.in(options)) {
        throw new UseException(phrases.text(conflict.key()));
      }
    }
    return options;
  }

  /** What they ask of a run. */
  Request request(Terminal terminal) {
    var request =
        Request.in(terminal.environment().folder())
            .standardInput(terminal.in())
            .inputs(inputs)
            .config(config)
            .contract(contract)
            .schema(schema)
            .contractsFolder(contractsFolder)
            .levels(levels)
            .query(query)
            .serverErrors(errors)
            .baseline(baseline)
            .identityKey(terminal.environment().variable(IdentityKey.VARIABLE))
            .maxRecords(maxRecords)
            .today(today)
            .showPersonal(showPersonal)
            .hash(hash);
    jobs.ifPresent(most -> request.jobs((int) Math.min(most, Integer.MAX_VALUE)));
    return request.build();
  }

  /** How many go to standard output. */
  long onWatchedOutput() {
    long count = 0;
    for (var target : formats) {
      count += target.file().isEmpty() ? 1 : 0;
    }
    return count;
  }
}
