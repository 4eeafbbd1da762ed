package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.TestData;
import org.valida.violation.RunListener;
import org.valida.violation.Totals;
import org.valida.violation.Violation;

/** Hierarchies of accounts longer than those of the test data, and what they add up to. */
class AccountsTest {

  private static final int ACCOUNTS = 300;

  private static String receita(List<String> accounts) {
    return """
        {"dat_consulta": "2024-03-15T10:00:00Z", "ente": [{"sgl_uf": "BA", "cod_municipio": 2931350,
        "num_ano": 2024, "num_periodo": 1, "receita": [
        %s]}]}
        """
        .formatted(String.join(",\n", accounts));
  }

  private static String account(String code, String amount) {
    return "{\"cod_conta\": \"" + code + "\", \"vlr_receita_realizada\": " + amount + "}";
  }

  /** An account and 300 below it, each with its number as amount. */
  private static List<String> hierarchy(String total) {
    var accounts = new ArrayList<String>();
    for (int i = 1; i <= ACCOUNTS; i++) {
      accounts.add(account(String.format(Locale.ROOT, "11%05d1", i), i + ".01"));
    }
    accounts.add(account("11000000", total));
    return accounts;
  }

  private static List<Violation> violations(List<String> accounts) {
    return Judging.violations(Judging.engine().build(), "mce/receita", receita(accounts)).stream()
        .filter(violation -> violation.rule().id().equals("conta-hierarchy-sum"))
        .toList();
  }

  @Test
  void aSumOfManyAccountsIsExactAndToldAtItsAccount() {
    assertThat(violations(hierarchy("45153.00"))).isEmpty();

    var wrong = violations(hierarchy("45153.01"));
    assertThat(Judging.places(wrong))
        .containsExactly("conta-hierarchy-sum /ente/0/receita/" + ACCOUNTS);
    assertThat(wrong.get(0).line()).isEqualTo(3 + ACCOUNTS);
    assertThat(wrong.get(0).column()).isEqualTo(1);
    assertThat(wrong.get(0).arguments())
        .containsEntry("total", "45153.01")
        .containsEntry("sum", "45153.00")
        .containsEntry("difference", "0.01");
  }

  @Test
  void aHierarchyAfterALongerOneKnowsNothingOfIt() {
    var twice =
        receita(hierarchy("45153.00"))
            .replaceFirst(
                "]}\\s*$",
                ", {\"sgl_uf\": \"BA\", \"cod_municipio\": 2927408, \"num_ano\": 2024,"
                    + " \"num_periodo\": 1, \"receita\": ["
                    + account("11000000", "3.00")
                    + ","
                    + account("11125001", "2.00")
                    + "]}]}");
    var found = Judging.violations(Judging.engine().build(), "mce/receita", twice);
    assertThat(Judging.places(found)).contains("conta-hierarchy-sum /ente/1/receita/0");
  }

  /**
   * 18447 amounts whose sum is 2<sup>64</sup> cents and 5.00 more, which a sum of 64 bits would
   * take for 5.00; in both orders, for one of them is judged by the shorter way first.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSumThatSixtyFourBitsCannotHoldIsToldExactly(boolean reversed) {
    var accounts = new ArrayList<String>();
    accounts.add(account("11000000", "5.00"));
    for (int i = 0; i < 18_446; i++) {
      accounts.add(account(leaf(i), "9999999999999.99"));
    }
    accounts.add(account(leaf(18_446), "7440737095705.62"));
    if (reversed) {
      Collections.reverse(accounts);
    }

    var wrong = violations(accounts);
    assertThat(Judging.places(wrong))
        .containsExactly("conta-hierarchy-sum /ente/0/receita/" + (reversed ? 18_447 : 0));
    assertThat(wrong.get(0).arguments())
        .containsEntry("total", "5.00")
        .containsEntry("sum", "184467440737095521.16")
        .containsEntry("difference", "-184467440737095516.16");
  }

  /** An analytic account below 11000000, in ascending order. */
  private static String leaf(int number) {
    int rest = number;
    var code = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      code.insert(0, 1 + rest % 9);
      rest /= 9;
    }
    return "11" + code.insert(2, "0");
  }

  /** More sources than are remembered; one that comes again must not seem to be another one. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void accountsOfASourceBelongTogetherThoughOthersComeBetween(boolean ascending) {
    var sources = sources();
    if (!ascending) {
      Collections.reverse(sources);
    }
    for (int again : new int[] {0, 1, 30, sources.size() - 2}) {
      var right = new ArrayList<String>();
      for (int i = 0; i < sources.size(); i++) {
        right.add(despesa(sources.get(i), "30000000", i == again ? "3.00" : "1.00"));
        right.add(despesa(sources.get(i), "31000000", "1.00"));
      }
      var wrong = new ArrayList<>(right);
      right.add(despesa(sources.get(again), "32000000", "2.00"));
      wrong.add(despesa(sources.get(again), "32000000", "2.01"));

      assertThat(despesas(right)).isEmpty();
      assertThat(despesas(wrong))
          .containsExactly("conta-hierarchy-sum /ente/0/despesa/" + 2 * again);
    }
  }

  private static List<String> despesas(List<String> accounts) {
    var payload =
        Judging.changed(
            "mce/valid/despesa/hierarchy-dotted-codes.json", "\"despesa\": [", "\"despesa\": [%s,");
    payload = payload.formatted(String.join(",", accounts));
    return Judging.places("mce/despesa", payload).stream()
        .filter(place -> place.startsWith("conta-"))
        .toList();
  }

  private static String despesa(String source, String code, String amount) {
    return """
        {"cod_fonte": %s, "des_elemento_despesa": "%s", "vlr_despesa_empenhada": %s,
        "vlr_despesa_liquidada": %<s, "vlr_despesa_paga": %<s}
        """
        .formatted(source, code, amount);
  }

  /** All sources of the table but that of the file. */
  private static List<String> sources() {
    var table = TestData.root().resolve("schemas/mce/tables/fonte.csv");
    var sources =
        new ArrayList<>(
            new String(TestData.bytes(table), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .filter(source -> !source.equals("540"))
                .distinct()
                .sorted()
                .toList());
    assertThat(sources).hasSizeGreaterThan(OrderlyAccounts.SOURCES + 2);
    return sources;
  }

  private static List<String> totals(String contract, String payload) {
    var told = new ArrayList<String>();
    RunListener listener =
        new RunListener() {
          @Override
          public void violation(String path, Violation violation) {}

          @Override
          public boolean wantsTotals() {
            return true;
          }

          @Override
          public void totals(String path, Totals totals) {
            told.add(
                totals.method() + " " + totals.ente() + " " + totals.fonte() + totals.stages());
          }
        };
    Judging.engine()
        .contract(contract)
        .build()
        .run(Judging.sources(Map.of("a", payload)), listener);
    return told;
  }

  @Test
  void totalsCountNoAccountTwice() {
    assertThat(totals("mce/receita", receita(hierarchy("45153.00"))))
        .containsExactly("receita BA 2931350 2024/1 {vlr_receita_realizada=45153.00}");
  }

  @Test
  void totalsAreOfEachSource() {
    assertThat(
            totals("mce/despesa", Judging.changed("mce/valid/despesa/hierarchy-dotted-codes.json")))
        .containsExactly(
            "despesa GO 5219753 2024/1 540{vlr_despesa_empenhada=7.00, vlr_despesa_liquidada=6.00,"
                + " vlr_despesa_paga=5.00}");
  }

  @Test
  void accountsWhoseParentCannotBeToldHaveNoTotals() {
    var accounts = hierarchy("45153.00");
    accounts.add("{\"vlr_receita_realizada\": 1.00}");
    assertThat(totals("mce/receita", receita(accounts))).isEmpty();
  }
}
