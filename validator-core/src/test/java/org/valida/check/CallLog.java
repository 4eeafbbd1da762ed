package org.valida.check;

import java.util.ArrayList;
import java.util.List;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Totals;
import org.valida.violation.Violation;

/** Every call a listener gets, in its order, with all that it is told. */
final class CallLog implements RunListener {

  private final List<String> calls = new ArrayList<>();
  private final Thread thread = Thread.currentThread();
  private final boolean totals;

  CallLog() {
    this(true);
  }

  /**
   * @param totals whether it wants the totals of entes
   */
  CallLog(boolean totals) {
    this.totals = totals;
  }

  List<String> calls() {
    return calls;
  }

  private void add(String call) {
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException("called by " + Thread.currentThread());
    }
    calls.add(call);
  }

  @Override
  public void contract(String path, String contractId) {
    add("contract " + path + " " + contractId);
  }

  @Override
  public void violation(String path, Violation violation) {
    add("violation " + path + " " + violation);
  }

  @Override
  public void suppressed(String path, Violation violation) {
    add("suppressed " + path + " " + violation);
  }

  @Override
  public void read(FileResult file) {
    add("read " + file);
  }

  @Override
  public void totals(String path, Totals totals) {
    add("totals " + path + " " + totals);
  }

  @Override
  public boolean wantsTotals() {
    return totals;
  }

  @Override
  public void ended(RunResult result) {
    add("ended " + result.files());
  }
}
