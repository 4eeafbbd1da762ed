package org.valida.server.consulta;

/**
 * Whose data they are, and of when.
 *
 * @param sglUf of the state, or of the state the município is in
 * @param codMunicipio 7 digits of the IBGE table, {@link #STATE} in the row of a state
 * @param numAno four digits
 * @param numPeriodo bimestre, 1 to 6
 */
public record EnteKey(String sglUf, int codMunicipio, int numAno, int numPeriodo) {

  /** In place of a município, in the row of a state or of the Distrito Federal. */
  public static final int STATE = 0;

  public boolean isState() {
    return codMunicipio == STATE;
  }
}
