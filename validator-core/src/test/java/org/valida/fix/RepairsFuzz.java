package org.valida.fix;

import java.util.Arrays;
import java.util.List;
import org.valida.Valida;
import org.valida.contract.ContractInfo;

/**
 * Any bytes as a payload to repair; the first says of which contract, the second whether safely:
 * repairs hold what they promise, and repairing twice changes nothing.
 */
public final class RepairsFuzz {

  private static final List<String> CONTRACTS =
      Valida.withDefaults().contracts().all().stream().map(ContractInfo::id).toList();

  private RepairsFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < 2) {
      return;
    }
    var contract = CONTRACTS.get((input[0] & 0xFF) % CONTRACTS.size());
    var fixing = (input[1] & 1) == 0 ? Fixing.safe(contract) : Fixing.unsafe(contract);
    byte[] before = Arrays.copyOfRange(input, 2, input.length);
    var repaired = fixing.run(before).inputs().get(0);
    byte[] after = Fixing.bytes(repaired);
    // What could not be read before is compared by its repairs alone.
    if (!repaired.recoded()) {
      var broken = Promises.broken(contract + ": ", repaired, before, after, fixing);
      if (!broken.isEmpty()) {
        throw new AssertionError(broken.toString());
      }
    }
    if (!Arrays.equals(fixing.fixed(after), after)) {
      throw new AssertionError("repairing twice changes something");
    }
  }
}
