package org.valida.server.consulta;

/** Which entes the parameter cod_municipio lets pass (MCE 4.1). */
public sealed interface Territory {

  /** Without the parameter: states and municípios. */
  record Everywhere() implements Territory {}

  /** For -1: the rows of states, and of the Distrito Federal. */
  record States() implements Territory {}

  /** One município. */
  record Municipio(int code) implements Territory {}

  /** A município that is a state of its own: the Distrito Federal. */
  record WholeState(String uf) implements Territory {}

  /** For an integer that is no code: nothing. */
  record Nowhere() implements Territory {}
}
