package org.valida.check;

import java.util.List;
import org.valida.document.DocumentException;
import org.valida.violation.Failure;

/** A {@code valida.yaml} that cannot be followed. */
public final class ConfigurationException extends DocumentException {

  private static final long serialVersionUID = 1L;

  public ConfigurationException(List<Failure> failures) {
    super(failures);
  }
}
