package org.valida.report;

import java.util.List;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;
import org.valida.violation.Totals;
import org.valida.violation.Violation;

/** Passes a run on to several listeners, in their order. */
public record Fanout(List<RunListener> listeners) implements RunListener {

  public Fanout {
    listeners = List.copyOf(listeners);
  }

  @Override
  public void contract(String path, String contractId) {
    for (var listener : listeners) {
      listener.contract(path, contractId);
    }
  }

  @Override
  public void violation(String path, Violation violation) {
    for (var listener : listeners) {
      listener.violation(path, violation);
    }
  }

  @Override
  public void suppressed(String path, Violation violation) {
    for (var listener : listeners) {
      listener.suppressed(path, violation);
    }
  }

  @Override
  public void read(FileResult file) {
    for (var listener : listeners) {
      listener.read(file);
    }
  }

  @Override
  public void totals(String path, Totals totals) {
    for (var listener : listeners) {
      if (listener.wantsTotals()) {
        listener.totals(path, totals);
      }
    }
  }

  @Override
  public boolean wantsTotals() {
    for (var listener : listeners) {
      if (listener.wantsTotals()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void ended(RunResult result) {
    for (var listener : listeners) {
      listener.ended(result);
    }
  }
}
