package org.valida.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.valida.schema.RunMemory;
import org.valida.violation.Totals;
import org.valida.violation.Violation;

/**
 * Between the thread that checks some inputs and the one that reports them: what was found and not
 * yet reported. Who finds more than {@link #HELD} waits, so that memory stays bounded.
 */
final class Lane implements InputReport {

  /** How much is held, in violations and totals; as much again may be on its way to the report. */
  static final int HELD = 512;

  private final List<Input> inputs;

  /** What one input has to say is reported at once; that of many small ones, together. */
  private final int worthTelling;

  private List<Object> held = new ArrayList<>();
  private RunMemory memory;
  private Throwable trouble;
  private boolean ended;
  private boolean abandoned;

  Lane(List<Input> inputs) {
    this.inputs = inputs;
    this.worthTelling = inputs.size() == 1 ? 1 : HELD / 2;
  }

  List<Input> inputs() {
    return inputs;
  }

  // ---- the side that checks

  @Override
  public void begin(Input input) {
    put(input);
  }

  @Override
  public void end(Outcome outcome) {
    put(outcome);
  }

  @Override
  public void contract(String id) {
    put(id);
  }

  @Override
  public void violation(Violation violation) {
    put(violation);
  }

  @Override
  public void totals(Totals totals) {
    put(totals);
  }

  private synchronized void put(Object found) {
    try {
      while (held.size() >= HELD && !abandoned) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abandoned = true;
    }
    if (abandoned) {
      throw new CancellationException("nobody reports this input any more");
    }
    held.add(found);
    if (held.size() == worthTelling) {
      notifyAll();
    }
  }

  /**
   * All were read.
   *
   * @param remembered what rules that compare inputs remember of them
   */
  synchronized void ended(RunMemory remembered) {
    memory = remembered;
    ended = true;
    notifyAll();
  }

  /** The thread failed; who reports throws the same. */
  synchronized void failed(Throwable how) {
    trouble = how;
    ended = true;
    notifyAll();
  }

  // ---- the side that reports

  /** Nobody will report this any more: who is still checking stops at the next finding. */
  synchronized void abandon() {
    abandoned = true;
    held.clear();
    notifyAll();
  }

  /**
   * Hands everything on, as it is found, to the end of the last input.
   *
   * @throws InterruptedException if this thread is interrupted while it waits
   */
  void drain(InputReport report) throws InterruptedException {
    for (var found = next(); !found.isEmpty(); found = next()) {
      for (var one : found) {
        if (one instanceof Violation violation) {
          report.violation(violation);
        } else if (one instanceof Totals totals) {
          report.totals(totals);
        } else if (one instanceof Input input) {
          report.begin(input);
        } else if (one instanceof Outcome outcome) {
          report.end(outcome);
        } else {
          report.contract((String) one);
        }
      }
    }
    rethrow();
  }

  /** What was found since; empty at the end. */
  private synchronized List<Object> next() throws InterruptedException {
    while (held.size() < worthTelling && !ended) {
      wait();
    }
    var found = held;
    held = new ArrayList<>();
    notifyAll();
    return found;
  }

  private synchronized void rethrow() {
    if (trouble instanceof Error error) {
      throw error;
    }
    if (trouble instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** What rules that compare inputs remember of these, after {@link #drain}. */
  synchronized RunMemory memory() {
    return memory;
  }
}
