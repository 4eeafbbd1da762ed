package org.valida.fix;

import java.util.List;
import org.valida.privacy.CheckDigits;

/** Makes payloads for tests. The CPF are counted up, and nobody's that we know of. */
final class Lote {

  static final String CONTRACT = "sgp/estudantes";

  private Lote() {}

  /** The CPF that begins with these digits, up to nine. */
  static String cpf(long beginning) {
    for (long digits = beginning * 100; digits < beginning * 100 + 100; digits++) {
      if (CheckDigits.cpf(digits)) {
        return String.format(java.util.Locale.ROOT, "%011d", digits);
      }
    }
    throw new IllegalArgumentException("no CPF begins with " + beginning);
  }

  /** The NIS that begins with these nine digits. */
  static String nis(long beginning) {
    for (long digits = beginning * 100; digits < beginning * 100 + 100; digits++) {
      if (CheckDigits.nis(digits)) {
        return String.format(java.util.Locale.ROOT, "%011d", digits);
      }
    }
    throw new IllegalArgumentException("no NIS begins with " + beginning);
  }

  static String punctuated(String cpf) {
    return cpf.substring(0, 3)
        + "."
        + cpf.substring(3, 6)
        + "."
        + cpf.substring(6, 9)
        + "-"
        + cpf.substring(9);
  }

  /** A student as a lote has it, with one CPF and one day of birth, both as JSON. */
  static String student(String cpf, String birth) {
    return """
        {
            "cpf": %s,
            "nome": "Ipê Jatobá",
            "dataNascimento": %s,
            "nomeMaeEstudante": "Araucária Jatobá",
            "inep": 35012345,
            "serieAno": 17,
            "dataInicioMatricula": "2025-02-03"
          }"""
        .formatted(cpf, birth);
  }

  static String of(String... students) {
    return "[\n  " + String.join(",\n  ", List.of(students)) + "\n]\n";
  }

  /** The answer of a court with one expense, in which a piece stands for another. */
  static String despesa(String piece, String instead) {
    var payload =
        """
        {
          "dat_consulta": "2024-05-15T10:00:00Z",
          "ente": [
            {
              "sgl_uf": "RS",
              "cod_municipio": 4314902,
              "num_ano": 2024,
              "num_periodo": 2,
              "despesa": [
                {
                  "cod_fonte": 540,
                  "des_elemento_despesa": "31901100",
                  "vlr_despesa_empenhada": 1500.50,
                  "vlr_despesa_liquidada": 1200.25,
                  "vlr_despesa_paga": 1000.00
                }
              ]
            }
          ]
        }
        """;
    if (!payload.contains(piece)) {
      throw new IllegalArgumentException("the payload has no " + piece);
    }
    return payload.replace(piece, instead);
  }
}
