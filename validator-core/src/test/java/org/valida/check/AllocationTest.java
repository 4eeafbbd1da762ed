package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.valida.Contract;
import org.valida.Valida;

/**
 * Of a record in which nothing is wrong nothing is made but what is remembered of it. Counted in
 * bytes allocated, which do not depend on how busy the machine is.
 */
class AllocationTest {

  private static final Valida VALIDA = Valida.withDefaults();
  private static final int ITEMS = 40;

  private static final String ITEM =
      """
      {"cod_fonte": 111, "des_elemento_despesa": "339030000%02d", "vlr_despesa_empenhada": 10.50,\
       "vlr_despesa_liquidada": 10.25, "vlr_despesa_paga": 0.99}\
      """;

  /** At most 96 entes: one município, its years and periods. */
  private static byte[] entes(int count) {
    var text = new StringBuilder("{\"dat_consulta\": \"2026-01-15T10:00:00Z\", \"ente\": [");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"sgl_uf\": \"RS\", \"cod_municipio\": 4314902, \"num_ano\": ")
          .append(2005 + i / 6)
          .append(", \"num_periodo\": ")
          .append(1 + i % 6)
          .append(", \"despesa\": [");
      for (int item = 1; item <= ITEMS; item++) {
        text.append(item == 1 ? "" : ",").append(ITEM.formatted(item));
      }
      text.append("]}");
    }
    return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] persons(int count) {
    var text = new StringBuilder("[");
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ",")
          .append("{\"cpf\": \"11144477735\", \"inep\": 43000001, \"tipoVinculo\": 1, ")
          .append("\"codigoFuncao\": 1, \"dataIngresso\": \"2020-02-03\", \"matriculaRede\": \"")
          .append(i)
          .append("\", \"cargaHorariaSemanal\": 20}");
    }
    return text.append("]").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static long allocated(String contract, byte[] document) throws IOException {
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var source = new ByteArrayInputStream(document);
    long before = thread.getCurrentThreadAllocatedBytes();
    var report = VALIDA.check(Contract.of(contract), source);
    long after = thread.getCurrentThreadAllocatedBytes();
    assertThat(report.result().errors() + report.result().warnings()).isZero();
    return after - before;
  }

  /** What the records take that the longer document has more. */
  private static long more(String contract, byte[] some, byte[] many) throws IOException {
    allocated(contract, many);
    long base = allocated(contract, some);
    return allocated(contract, many) - base;
  }

  @Test
  void anEnteTakesARowOfTheLedgerAndAKey() throws IOException {
    long bytes = more("mce/despesa", entes(24), entes(96));
    // One object of 24 bytes for each item would be three times as much.
    assertThat(bytes / 72).as("bytes for each ente").isLessThan(320);
  }

  @Test
  void aPersonOfALoteTakesAKeyAndAReference() throws IOException {
    long bytes = more("sgp/profissionais-funcoes", persons(2_000), persons(34_000));
    // A text of ten characters would be 56 bytes.
    assertThat(bytes / 32_000).as("bytes for each person").isLessThan(90);
  }
}
