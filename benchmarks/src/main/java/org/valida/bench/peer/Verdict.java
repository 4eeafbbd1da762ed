package org.valida.bench.peer;

/** What a program of this package says at its end. */
final class Verdict {

  private Verdict() {}

  static void tell(long errors) {
    System.out.println(errors == 0 ? "valid" : "invalid " + errors);
    System.exit(errors == 0 ? 0 : 1);
  }
}
