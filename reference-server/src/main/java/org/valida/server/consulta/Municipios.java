package org.valida.server.consulta;

import java.math.BigInteger;
import java.util.OptionalInt;
import org.valida.contract.CodeTable;
import org.valida.contract.ContractCatalog;

/** The municípios of the IBGE table. */
public final class Municipios {

  private static final int NO_CODE = 9_999_999;

  private final CodeTable table;

  private Municipios(CodeTable table) {
    this.table = table;
  }

  /** Those that Valida's contracts know. */
  public static Municipios builtIn() {
    return new Municipios(ContractCatalog.builtIn().table("mce/despesa.schema.json", "municipio"));
  }

  /** The 7-digit code that a number of 7 digits is, or of which it is the first 6. */
  public OptionalInt code(int digits) {
    int row = table.find("code", digits);
    if (row == CodeTable.NONE) {
      row = table.findByPrefix("code", digits, 10);
    }
    return row == CodeTable.NONE
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(table.text(row, "code")));
  }

  /** Whether the município is the whole of its state, as Brasília is of the Distrito Federal. */
  public boolean isWholeState(int code) {
    return Boolean.parseBoolean(table.text(table.find("code", code), "whole_state"));
  }

  /** What the parameter cod_municipio means. */
  Territory territory(BigInteger parameter) {
    if (parameter.equals(BigInteger.ONE.negate())) {
      return new Territory.States();
    }
    boolean possible =
        parameter.signum() > 0 && parameter.compareTo(BigInteger.valueOf(NO_CODE)) <= 0;
    var code = possible ? code(parameter.intValueExact()) : OptionalInt.empty();
    if (code.isEmpty()) {
      return new Territory.Nowhere();
    }
    return isWholeState(code.getAsInt())
        ? new Territory.WholeState(table.text(table.find("code", code.getAsInt()), "uf"))
        : new Territory.Municipio(code.getAsInt());
  }
}
