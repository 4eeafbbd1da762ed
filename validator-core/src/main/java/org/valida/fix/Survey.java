package org.valida.fix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.Violation;

/** Notes what is wrong before anything is repaired. */
final class Survey implements RunListener {

  private final Map<String, Workpiece> work = new HashMap<>();
  private final Map<String, Remedy> remedies;

  Survey(List<Workpiece> pieces, Map<String, Remedy> remedies) {
    pieces.forEach(piece -> work.put(piece.path(), piece));
    this.remedies = remedies;
  }

  @Override
  public void violation(String path, Violation violation) {
    work.get(path).found(violation, remedies);
  }

  @Override
  public void read(FileResult file) {
    work.get(file.path()).read(file);
  }
}
