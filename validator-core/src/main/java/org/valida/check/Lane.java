package org.valida.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.valida.schema.RunMemory;
import org.valida.violation.Totals;
import org.valida.violation.Violation;

/**
 * Between the thread that checks an input and the one that reports it: what was found and not yet
 * reported. Who finds more than {@link #HELD} waits, so that memory stays bounded.
 */
final class Lane implements InputListener {

  /** How much is held, in violations and totals; as much again may be on its way to the report. */
  static final int HELD = 512;

  private final Input input;
  private List<Object> held = new ArrayList<>();
  private Outcome outcome;
  private RunMemory memory;
  private Throwable trouble;
  private boolean ended;
  private boolean abandoned;

  Lane(Input input) {
    this.input = input;
  }

  Input input() {
    return input;
  }

  // ---- the side that checks

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
    if (held.size() == 1) {
      notifyAll();
    }
  }

  /**
   * The input was read.
   *
   * @param remembered what rules that compare inputs remember of it
   */
  synchronized void ended(Outcome how, RunMemory remembered) {
    outcome = how;
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

  /** Nobody will report this any more: who is still checking it stops at the next finding. */
  synchronized void abandon() {
    abandoned = true;
    held.clear();
    notifyAll();
  }

  /**
   * Hands everything on, as it is found, to the end of the input.
   *
   * @throws InterruptedException if this thread is interrupted while it waits
   */
  Outcome drain(InputListener listener) throws InterruptedException {
    for (var found = next(); !found.isEmpty(); found = next()) {
      for (var one : found) {
        if (one instanceof Violation violation) {
          listener.violation(violation);
        } else if (one instanceof Totals totals) {
          listener.totals(totals);
        } else {
          listener.contract((String) one);
        }
      }
    }
    return end();
  }

  /** What was found since; empty at the end. */
  private synchronized List<Object> next() throws InterruptedException {
    while (held.isEmpty() && !ended) {
      wait();
    }
    var found = held;
    held = new ArrayList<>();
    notifyAll();
    return found;
  }

  private synchronized Outcome end() {
    if (trouble instanceof Error error) {
      throw error;
    }
    if (trouble instanceof RuntimeException exception) {
      throw exception;
    }
    return outcome;
  }

  /** What rules that compare inputs remember of this one, after {@link #drain}. */
  synchronized RunMemory memory() {
    return memory;
  }
}
