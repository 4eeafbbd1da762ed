package org.valida.server.lote;

import java.util.List;

/** What a lote is about; each has its address, under which its lotes are found again. */
public enum Subject {
  ESTUDANTES("estudantes", Keys.STUDENT, true),
  PROFISSIONAIS("profissionais", Keys.PROFESSIONAL, true),
  FUNCOES("profissionais/funcoes", Keys.PROFESSIONAL, true),
  FORMACOES("profissionais/formacoes", Keys.PROFESSIONAL, true),
  MATRICULAS("matriculas", Keys.ENROLMENT, true),
  MOVIMENTAR("matriculas/movimentar", Keys.ENROLMENT, true),
  CONFIRMAR("matriculas/confirmar-matriculas", Keys.ENROLMENT, false),
  CONFIRMAR_CONCLUSAO("matriculas/movimentar/confirmar-conclusao", Keys.ENROLMENT, false),
  REATIVAR("matriculas/movimentar/reativar", Keys.ENROLMENT, false),
  INATIVAS("matriculas/inativas-com-frequencias", Keys.STUDENT, false),
  FREQUENCIA("frequencia-mensal", Keys.ATTENDANCE, true);

  /** By which attributes an error names its record (SGP 0.5.9, GET .../lote/{id}/erros). */
  private enum Keys {
    STUDENT,
    PROFESSIONAL,
    ENROLMENT,
    ATTENDANCE;

    private List<String> names() {
      return switch (this) {
        case STUDENT -> List.of("cpf", "nome", "numeroNIS");
        case PROFESSIONAL -> List.of("cpf", "nome");
        case ENROLMENT -> List.of("codigoMatriculaSgp");
        case ATTENDANCE -> List.of("codigoMatriculaSgp", "mesReferencia", "anoReferencia");
      };
    }
  }

  private final String path;
  private final Keys keys;
  private final boolean listed;

  Subject(String name, Keys keys, boolean listed) {
    this.path = "/v1/" + name + "/lote";
    this.keys = keys;
    this.listed = listed;
  }

  /** The address of its lotes, such as {@code /v1/estudantes/lote}. */
  public String path() {
    return path;
  }

  /** The attributes by which an error names its record. */
  public List<String> keys() {
    return keys.names();
  }

  /** Whether there is a list of its lotes; the documents have none for some. */
  public boolean listed() {
    return listed;
  }
}
