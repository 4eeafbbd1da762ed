package org.valida.check;

import org.valida.contract.ContractCatalog;

/** Placeholder while it is written. */
public final class SchemaExport {
  private SchemaExport() {}

  public static String export(ContractCatalog catalog, String id) {
    throw new UnsupportedOperationException(catalog + id);
  }
}
