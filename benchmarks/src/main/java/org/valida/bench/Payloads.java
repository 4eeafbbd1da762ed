package org.valida.bench;

/** The generated payloads by their names, such as {@code despesa-pretty}. */
public final class Payloads {

  private Payloads() {}

  /** The contract of a payload. */
  public static String contract(String payload) {
    return payload.startsWith("despesa") ? "mce/despesa" : "sgp/profissionais-funcoes";
  }
}
