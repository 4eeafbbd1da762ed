package org.valida.bench.compare;

import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param rounds of everything that takes less than some seconds
 * @param slowRounds of the rest
 * @param megabytes of the large payload
 * @param peersFromRegistry whether ajv and sourcemeta are fetched
 * @param write whether docs/performance.md is written
 * @param fresh whether earlier figures are forgotten
 * @param tables whether nothing more is measured
 */
record Options(
    int rounds,
    int slowRounds,
    int startRounds,
    int megabytes,
    boolean huge,
    boolean peersFromRegistry,
    boolean write,
    boolean fresh,
    boolean tables,
    Set<Integer> javas) {

  private static final Options FULL =
      new Options(7, 5, 21, 200, true, true, true, false, false, Set.of(17, 25));
  private static final Options QUICK =
      new Options(5, 3, 11, 200, false, true, true, false, false, Set.of(17, 25));

  /** Too little to say anything: it shows that the comparison still works. */
  private static final Options SMOKE =
      new Options(1, 1, 1, 2, false, false, false, true, false, Set.of(17));

  static Options of(List<String> arguments) {
    var base = arguments.contains("--smoke") ? SMOKE : arguments.contains("--quick") ? QUICK : FULL;
    int size = base.megabytes;
    for (var argument : arguments) {
      if (argument.matches("--megabytes=[1-9][0-9]{0,3}")) {
        size = Integer.parseInt(argument.substring(argument.indexOf('=') + 1));
      } else if (!Set.of("--smoke", "--quick", "--fresh", "--tables").contains(argument)) {
        throw new IllegalArgumentException(
            "compare [--quick | --smoke] [--fresh] [--tables] [--megabytes=N]; not " + argument);
      }
    }
    return new Options(
        base.rounds,
        base.slowRounds,
        base.startRounds,
        size,
        base.huge,
        base.peersFromRegistry,
        base.write,
        base.fresh || arguments.contains("--fresh"),
        arguments.contains("--tables"),
        base.javas);
  }
}
