package org.valida.check;

import java.util.List;
import org.valida.violation.RunListener;
import org.valida.violation.RunResult;

/** Checks inputs as one run, the same inputs the same way each time. */
@FunctionalInterface
public interface Check {

  RunResult run(List<? extends Source> sources, RunListener listener);
}
