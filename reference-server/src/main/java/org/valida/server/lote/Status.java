package org.valida.server.lote;

/** How far a lote is (SGP 0.5.9 LogProcessamento). */
public enum Status {
  SENT("Enviado"),
  UNDER_WAY("Em processamento"),
  SUCCEEDED("Processado com sucesso"),
  FAILED("Processado com erro");

  private final String label;

  Status(String label) {
    this.label = label;
  }

  /** As the contract writes it. */
  public String label() {
    return label;
  }

  boolean isEnd() {
    return this == SUCCEEDED || this == FAILED;
  }
}
