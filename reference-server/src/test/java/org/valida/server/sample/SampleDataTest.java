package org.valida.server.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.valida.Valida;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.server.consulta.Method;
import org.valida.violation.Messages;
import org.valida.violation.Severity;

class SampleDataTest {

  @Test
  void validaFindsNothingInTheSampleDataNotEvenWhenItComparesThem() {
    var found = new ArrayList<String>();

    var result =
        Valida.withDefaults()
            .run(
                SampleData.payloads(),
                (path, violation) -> {
                  if (violation.severity() != Severity.INFO) {
                    found.add(path + violation.pointer() + Messages.of("en").message(violation));
                  }
                });

    assertThat(found).isEmpty();
    assertThat(result.files()).allMatch(file -> file.failure().isEmpty() && file.records() > 0);
    assertThat(result.files().stream().map(file -> file.contract().orElseThrow()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            List.of(Method.values()).stream().map(Method::contract).toList());
  }

  @Test
  void theyCoverStatesAndMunicipiosOfThreeUfAndBothErasInSixPeriods() throws IOException {
    var states = new TreeSet<String>();
    var withMunicipios = new TreeSet<String>();
    var periods = new TreeSet<String>();
    var fontes = new TreeSet<Integer>();
    for (var payload : SampleData.payloads()) {
      try (var in = payload.open()) {
        for (var ente :
            JsonValue.read(in, Limits.defaults()).member("ente").orElseThrow().elements()) {
          var uf = ente.member("sgl_uf").orElseThrow().string();
          boolean state = text(ente, "cod_municipio").equals("\"\"");
          (state ? states : withMunicipios).add(uf);
          periods.add(number(ente, "num_ano") + "/" + number(ente, "num_periodo"));
          ente.member("despesa").stream()
              .flatMap(list -> list.elements().stream())
              .forEach(item -> fontes.add(number(item, "cod_fonte") / 100));
        }
      }
    }

    assertThat(states).contains("AC", "RS", "SP", "DF");
    assertThat(withMunicipios).contains("AC", "RS", "SP");
    assertThat(periods).hasSize(12).contains("2020/1", "2020/6", "2024/1", "2024/6");
    assertThat(fontes).as("first digits of the fontes of each era").contains(1, 5);
  }

  private static int number(JsonValue object, String name) {
    return new BigDecimal(text(object, name)).intValueExact();
  }

  private static String text(JsonValue object, String name) {
    var text = new StringBuilder();
    object.member(name).orElseThrow().canonical(text);
    return text.toString();
  }
}
