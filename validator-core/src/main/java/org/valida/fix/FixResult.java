package org.valida.fix;

import java.util.List;
import org.valida.check.Check;
import org.valida.check.Source;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;

/** What can be repaired in the inputs of a run, and what is left then. */
public final class FixResult {

  private final List<FixedInput> inputs;
  private final RunResult after;
  private final Check check;

  FixResult(List<FixedInput> inputs, RunResult after, Check check) {
    this.inputs = List.copyOf(inputs);
    this.after = after;
    this.check = check;
  }

  public List<FixedInput> inputs() {
    return inputs;
  }

  /** The check of the inputs as they will be. */
  public RunResult after() {
    return after;
  }

  public long repairs() {
    return inputs.stream().mapToLong(FixedInput::repairs).sum();
  }

  public long refused() {
    return inputs.stream().mapToLong(FixedInput::refused).sum();
  }

  public long recoded() {
    return inputs.stream().filter(FixedInput::recoded).count();
  }

  /** Checks one input as it is, to tell of its violations in full. */
  void tell(FixedInput input, RunListener listener) {
    check.run(List.<Source>of(input.piece().base()), listener);
  }
}
