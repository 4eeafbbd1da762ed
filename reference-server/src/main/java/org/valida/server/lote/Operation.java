package org.valida.server.lote;

import static org.valida.server.lote.Operation.Verb.PATCH;
import static org.valida.server.lote.Operation.Verb.POST;

/** A way to send a lote: one contract of Gestão Presente each. */
public enum Operation {
  ESTUDANTES(Subject.ESTUDANTES, POST, "estudantes", 201),
  ESTUDANTES_PATCH(Subject.ESTUDANTES, PATCH, "estudantes-patch", 200),
  PROFISSIONAIS(Subject.PROFISSIONAIS, POST, "profissionais", 201),
  // Only on the slides, which say no status: answered as the other updates of a person.
  PROFISSIONAIS_PATCH(Subject.PROFISSIONAIS, PATCH, "profissionais-patch", 200),
  FUNCOES(Subject.FUNCOES, POST, "profissionais-funcoes", 201),
  FORMACOES(Subject.FORMACOES, POST, "profissionais-formacoes", 201),
  MATRICULAS_PATCH(Subject.MATRICULAS, PATCH, "matriculas-patch", 200),
  MOVIMENTAR(Subject.MOVIMENTAR, POST, "matriculas-movimentar", 201),
  MOVIMENTAR_PATCH(Subject.MOVIMENTAR, PATCH, "matriculas-movimentar-patch", 201),
  CONFIRMAR(Subject.CONFIRMAR, POST, "matriculas-confirmar", 201),
  CONFIRMAR_CONCLUSAO(Subject.CONFIRMAR_CONCLUSAO, POST, "matriculas-confirmar-conclusao", 201),
  REATIVAR(Subject.REATIVAR, PATCH, "matriculas-reativar", 201),
  INATIVAS(Subject.INATIVAS, POST, "matriculas-inativas-com-frequencias", 201),
  FREQUENCIA(Subject.FREQUENCIA, POST, "frequencia-mensal", 201),
  FREQUENCIA_PATCH(Subject.FREQUENCIA, PATCH, "frequencia-mensal-patch", 200);

  /** The method of HTTP. */
  public enum Verb {
    POST,
    PATCH
  }

  private final Subject subject;
  private final Verb verb;
  private final String contract;
  private final int status;

  Operation(Subject subject, Verb verb, String contract, int status) {
    this.subject = subject;
    this.verb = verb;
    this.contract = "sgp/" + contract;
    this.status = status;
  }

  public Subject subject() {
    return subject;
  }

  public Verb verb() {
    return verb;
  }

  /** The id of the contract that its lotes are checked against. */
  public String contract() {
    return contract;
  }

  /** The status of HTTP when a lote was taken: 201, or 200 (SGP 0.5.9). */
  public int status() {
    return status;
  }
}
