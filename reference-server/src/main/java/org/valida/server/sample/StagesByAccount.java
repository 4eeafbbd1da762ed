package org.valida.server.sample;

import java.util.Map;
import java.util.TreeMap;
import org.valida.server.sample.Ledger.Stages;

/** The despesa of one fonte by account, in its three stages. */
final class StagesByAccount {

  private final Map<String, Long> empenhada;

  StagesByAccount(Map<String, Long> empenhada) {
    this.empenhada = empenhada;
  }

  Map<String, Stages> analytic() {
    var stages = new TreeMap<String, Stages>();
    empenhada.forEach((code, cents) -> stages.put(code, Stages.of(cents)));
    return stages;
  }

  /** Each stage is added up on its own, so that each agrees to the cent. */
  Map<String, Stages> withSynthetic() {
    var liquidada = new TreeMap<String, Long>();
    var paga = new TreeMap<String, Long>();
    analytic()
        .forEach(
            (code, stages) -> {
              liquidada.put(code, stages.liquidada());
              paga.put(code, stages.paga());
            });
    var liquidadas = Accounts.DESPESA.withSynthetic(liquidada);
    var pagas = Accounts.DESPESA.withSynthetic(paga);
    var stages = new TreeMap<String, Stages>();
    Accounts.DESPESA
        .withSynthetic(empenhada)
        .forEach(
            (code, cents) ->
                stages.put(code, new Stages(cents, liquidadas.get(code), pagas.get(code))));
    return stages;
  }
}
