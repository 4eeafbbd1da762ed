package org.valida.server.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.valida.server.consulta.EnteKey;

/**
 * The invented books of one ente up to one period, in cents. All amounts follow from the ente, the
 * year and the period, and grow from period to period, so that totals agree wherever MCE 6.4 wants
 * them to.
 */
record Ledger(EnteKey key) {

  /** The first year of the codes of 2021. */
  static final int NEW_CODES = 2021;

  private static final List<Integer> FONTES_TO_2020 = List.of(111, 112, 113, 115);
  private static final List<Integer> FONTES_FROM_2021 = List.of(540, 541, 550, 569);
  private static final List<String> NATUREZAS =
      List.of("31901100", "31901300", "33903000", "33903900", "44905200");
  private static final List<String> RECEITAS_TO_2020 =
      List.of("41118011000", "41118023000", "41718012000", "41758011000");
  private static final List<String> RECEITAS_FROM_2021 =
      List.of("11125000", "11145110", "17115110", "17515001");

  /** What was committed, verified and paid. */
  record Stages(long empenhada, long liquidada, long paga) {

    static Stages of(long empenhada) {
      return new Stages(empenhada, empenhada * 95 / 100, empenhada * 9 / 10);
    }

    Stages plus(Stages other) {
      return new Stages(
          empenhada + other.empenhada, liquidada + other.liquidada, paga + other.paga);
    }

    Stages minus(Stages other) {
      return new Stages(
          empenhada - other.empenhada, liquidada - other.liquidada, paga - other.paga);
    }

    Stages percent(int share) {
      return new Stages(empenhada * share / 100, liquidada * share / 100, paga * share / 100);
    }
  }

  boolean newCodes() {
    return key.numAno() >= NEW_CODES;
  }

  List<Integer> fontes() {
    return newCodes() ? FONTES_FROM_2021 : FONTES_TO_2020;
  }

  /** What was committed from a fonte, by analytic account. */
  Map<String, Long> despesas(int fonte) {
    var accounts = new LinkedHashMap<String, Long>();
    for (int i = 0; i < NATUREZAS.size(); i++) {
      var code = NATUREZAS.get(i) + (newCodes() ? "" : "000");
      accounts.put(code, amount(fonte * 7L + i * 13L));
    }
    return accounts;
  }

  Stages totalDespesa() {
    var total = new Stages(0, 0, 0);
    for (int fonte : fontes()) {
      for (long empenhada : despesas(fonte).values()) {
        total = total.plus(Stages.of(empenhada));
      }
    }
    return total;
  }

  /** What was collected, by analytic account. */
  Map<String, Long> receitas() {
    var accounts = new LinkedHashMap<String, Long>();
    for (var code : newCodes() ? RECEITAS_FROM_2021 : RECEITAS_TO_2020) {
      accounts.put(code, 3 * amount(code.hashCode() % 41));
    }
    return accounts;
  }

  /** Of the year up to the period; a state has more than its municípios. */
  private long amount(long seed) {
    long size = key.isState() ? 40 : 1 + key.codMunicipio() % 9;
    long ofYear = size * (1_000_003 + Math.floorMod(seed * 7_919, 500_009) + key.numAno());
    return ofYear * key.numPeriodo() / 6;
  }
}
