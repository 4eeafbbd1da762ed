package org.valida.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.valida.report.Format;

/**
 * Options that do not go together, all in one list.
 *
 * @param key of the sentence that says so
 * @param present whether these options have it
 */
record Conflict(String key, Predicate<CheckOptions> present) {

  static final List<Conflict> ALL =
      List.of(
          new Conflict(
              "conflict.schema-contract", o -> o.schema().isPresent() && o.contract().isPresent()),
          new Conflict(
              "conflict.schema-query", o -> o.schema().isPresent() && o.query().isPresent()),
          new Conflict(
              "conflict.schema-contracts",
              o -> o.schema().isPresent() && o.contractsFolder().isPresent()),
          new Conflict("conflict.quiet-verbose", o -> o.quiet() && o.verbose()),
          new Conflict("conflict.one-output", o -> o.onWatchedOutput() > 1),
          new Conflict("conflict.same-file", Conflict::sameFile));

  boolean in(CheckOptions options) {
    return present.test(options);
  }

  private static boolean sameFile(CheckOptions options) {
    var files =
        options.formats().stream().map(Format.Target::file).flatMap(Optional::stream).toList();
    return files.stream().distinct().count() < files.size();
  }
}
