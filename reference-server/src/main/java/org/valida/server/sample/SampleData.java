package org.valida.server.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.check.Source;
import org.valida.server.consulta.EnteKey;
import org.valida.server.consulta.JsonAnswer;
import org.valida.server.consulta.Method;
import org.valida.server.sample.Ledger.Stages;

/**
 * Payloads of all seven methods, invented: three states with municípios and the Distrito Federal,
 * one year with the fontes to 2020 and one with those from 2021, six periods each. Always the same.
 */
public final class SampleData {

  /** The years, one of each era of MCE 6.1. */
  public static final List<Integer> YEARS = List.of(2020, 2024);

  /** UF and its municípios; each UF has its own row too. */
  private static final List<Map.Entry<String, List<Integer>>> TERRITORIES =
      List.of(
          Map.entry("AC", List.of(1200203, 1200401)),
          Map.entry("DF", List.of()),
          Map.entry("RS", List.of(4304606, 4314407, 4314902)),
          Map.entry("SP", List.of(3509502, 3526902, 3550308)));

  private SampleData() {}

  /** The payloads, one for each method and year. */
  public static List<Source> payloads() {
    var payloads = new ArrayList<Source>();
    for (int year : YEARS) {
      for (var method : Method.values()) {
        payloads.add(new Payload(method.label() + "-" + year + ".json", payload(method, year)));
      }
    }
    return payloads;
  }

  private static byte[] payload(Method method, int year) {
    var out = new ByteArrayOutputStream();
    try {
      var answer =
          new JsonAnswer(method, Instant.parse((year + 1) + "-02-01T12:00:00Z"), () -> out);
      for (var key : keys(year)) {
        if (method != Method.RETIFICADORA || key.numPeriodo() % 3 == 0) {
          answer.ente(key);
          for (var item : items(method, new Ledger(key))) {
            answer.item(item);
          }
        }
      }
      answer.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<EnteKey> keys(int year) {
    var keys = new ArrayList<EnteKey>();
    for (var territory : TERRITORIES) {
      var municipios = new ArrayList<>(List.of(EnteKey.STATE));
      municipios.addAll(territory.getValue());
      for (int municipio : municipios) {
        for (int period = 1; period <= 6; period++) {
          keys.add(new EnteKey(territory.getKey(), municipio, year, period));
        }
      }
    }
    return keys;
  }

  private static List<List<Object>> items(Method method, Ledger ledger) {
    return switch (method) {
      case DESPESA -> despesa(ledger);
      case RECEITA -> receita(ledger);
      case RETIFICADORA -> List.of();
      case FUNCAO12 -> funcao12(ledger);
      case INDICADOR -> indicador(ledger);
      case DIVERGENCIA -> divergencia(ledger);
      case INFORMACOESCOMPLEMENTARES -> linhas(ledger);
    };
  }

  /** MCE 6.4: to 2020 only analytic accounts, from 2021 synthetic ones too. */
  private static List<List<Object>> despesa(Ledger ledger) {
    var items = new ArrayList<List<Object>>();
    for (int fonte : ledger.fontes()) {
      var paid = new StagesByAccount(ledger.despesas(fonte));
      var accounts = ledger.newCodes() ? paid.withSynthetic() : paid.analytic();
      accounts.forEach((code, stages) -> items.add(item(List.of(fonte, code), stages)));
    }
    return items;
  }

  private static List<List<Object>> receita(Ledger ledger) {
    var accounts = ledger.newCodes() ? Accounts.RECEITA_FROM_2021 : Accounts.RECEITA_TO_2020;
    var items = new ArrayList<List<Object>>();
    accounts
        .withSynthetic(ledger.receitas())
        .forEach((code, cents) -> items.add(List.of(code, amount(cents))));
    return items;
  }

  /**
   * The same total as despesa, by subfunção: ensino fundamental, educação infantil, administração.
   */
  private static List<List<Object>> funcao12(Ledger ledger) {
    var total = ledger.totalDespesa();
    var fundamental = total.percent(60);
    var infantil = total.percent(25);
    return List.of(
        item(List.of(122), total.minus(fundamental).minus(infantil)),
        item(List.of(361), fundamental),
        item(List.of(365), infantil));
  }

  private static List<List<Object>> indicador(Ledger ledger) {
    long period = ledger.key().numPeriodo();
    return List.of(
        List.of("1.1", amount(2_500 + 11 * period)),
        List.of("2.1", amount(1_850 + 7 * period)),
        List.of("2.10", amount(12_345 * period)),
        List.of("7.1", amount(-100_001 * period)));
  }

  private static List<List<Object>> divergencia(Ledger ledger) {
    return List.of(
        List.of(
            "Função 12: a despesa paga no " + ledger.key().numPeriodo() + "º bimestre não confere"),
        List.of("Receita de impostos: diferença de R$ 0,01 na conta do ISS"));
  }

  private static List<List<Object>> linhas(Ledger ledger) {
    long period = ledger.key().numPeriodo();
    return List.of(
        List.of("1", amount(300_000 * period)),
        List.of("1.1", amount(100_001 * period)),
        List.of("1.2", amount(199_999 * period)));
  }

  private static List<Object> item(List<Object> codes, Stages stages) {
    var item = new ArrayList<>(codes);
    item.add(amount(stages.empenhada()));
    item.add(amount(stages.liquidada()));
    item.add(amount(stages.paga()));
    return List.copyOf(item);
  }

  private static BigDecimal amount(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  private record Payload(String path, byte[] json) implements Source {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(json);
    }

    @Override
    public boolean rereadable() {
      return true;
    }

    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }
  }
}
