package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.TestData;
import org.valida.privacy.Mask;

/** Rules that compare the inputs of a run, over more of them than the test data has. */
class LongRunsTest {

  private static final int PLACES = 500;

  private static List<String> municipios() {
    var table = TestData.root().resolve("schemas/common/tables/municipio.csv");
    return new String(TestData.bytes(table), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .limit(PLACES)
        .toList();
  }

  /** A line for each município, in that period; the total is that of the period. */
  private static String funcao12(int period, Map<Integer, String> otherTotals) {
    var entes = new ArrayList<String>();
    var all = municipios();
    for (int i = 0; i < all.size(); i++) {
      var cells = all.get(i).replaceAll("\".*\"", "").split(",", -1);
      var total = otherTotals.getOrDefault(i, period + ".50");
      entes.add(
          String.format(
              Locale.ROOT,
              "{\"sgl_uf\": \"%s\", \"cod_municipio\": %s, \"num_ano\": 2024,"
                  + " \"num_periodo\": %d, \"valores\": [{\"cod_subfuncao\": 361,"
                  + " \"vlr_despesa_empenhada\": %s, \"vlr_despesa_liquidada\": %s,"
                  + " \"vlr_despesa_paga\": %s}]}",
              cells[2],
              cells[0],
              period,
              total,
              total,
              total));
    }
    return "{\"dat_consulta\": \"2025-03-15T10:00:00Z\", \"ente\": [\n"
        + String.join(",\n", entes)
        + "]}";
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aFallAmongThousandsOfRowsIsTold(int jobs) {
    var payloads = new LinkedHashMap<String, String>();
    payloads.put("mce/funcao12:3", funcao12(3, Map.of(499, "2.49")));
    payloads.put("mce/funcao12:1", funcao12(1, Map.of()));
    payloads.put("mce/funcao12:2", funcao12(2, Map.of(250, "1.50")));
    payloads.put(
        "mce/funcao12:1 again", funcao12(1, Map.of()).replaceFirst(", *\\n[\\s\\S]*", "]}"));

    assertThat(Judging.run(jobs, payloads))
        .containsExactly(
            "mce/funcao12:3 cumulative-decrease /ente/499 line 501 of MA 2102804 2024/3",
            "mce/funcao12:1 again ente-repeated-in-run /ente/0 line 2 of RO 1100015 2024/1");
  }

  /** A list of accounts, each given as source, code and amount. */
  private static String despesa(int period, String... accounts) {
    var items =
        Stream.of(accounts)
            .map(account -> account.split(" ", -1))
            .map(
                cells ->
                    """
                    {"cod_fonte": %s, "des_elemento_despesa": "%s", "vlr_despesa_empenhada": %3$s,
                    "vlr_despesa_liquidada": %3$s, "vlr_despesa_paga": %3$s}"""
                        .formatted(cells[0], cells[1], cells[2]))
            .collect(Collectors.joining(","));
    return """
        {"dat_consulta": "2025-03-15T10:00:00Z", "ente": [{"sgl_uf": "RO", "cod_municipio": 1100015,
        "num_ano": 2024, "num_periodo": %d, "despesa": [%s]}]}
        """
        .formatted(period, items);
  }

  /** A source that comes again after another one is still one hierarchy. */
  @Test
  void accountsOfASourceNeedNotStandTogether() {
    var right = new String[] {"540 30000000 5.00", "540 31000000 5.00", "550 30000000 5.00"};
    var again = despesa(1, right[0], right[1], right[2], "550 31000000 5.00", "540 32000000 4.00");
    var between =
        despesa(1, right[0], right[1], right[2], "569 30000000 5.00", "550 31000000 4.00");
    var last = despesa(1, right[2], "569 30000000 5.00", right[0], right[1], "569 31000000 4.00");

    assertThat(Judging.places("mce/despesa", despesa(1, right))).isEmpty();
    assertThat(Judging.places("mce/despesa", again))
        .containsExactly("conta-hierarchy-sum /ente/0/despesa/0");
    assertThat(Judging.places("mce/despesa", between))
        .containsExactly("conta-hierarchy-sum /ente/0/despesa/2");
    assertThat(Judging.places("mce/despesa", last))
        .containsExactly("conta-hierarchy-sum /ente/0/despesa/1");
  }

  /** Of the period before more was known, but nobody can tell how much less it is now. */
  @Test
  void accountsWithoutAnAmountHaveNoTotal() {
    for (int missing = 0; missing < 3; missing++) {
      var codes = new String[] {"540 30000000 0.00", "540 31000000 0.00", "540 31900000 0.00"};
      codes[missing] = codes[missing].replace("0.00", "null");
      var payloads = new LinkedHashMap<String, String>();
      payloads.put("mce/despesa:1", despesa(1, "540 30000000 50.00"));
      payloads.put("mce/despesa:2", despesa(2, codes));

      assertThat(Judging.run(1, payloads))
          .isNotEmpty()
          .noneMatch(found -> found.contains("cumulative") || found.contains("conta-hierarchy"));
    }
  }

  /** Accounts below others are no part of the total, in whatever order they come. */
  @Test
  void theTotalIsThatOfTheHighestAccounts() {
    var up = new String[] {"540 31900000 5.00", "540 31000000 5.00", "540 30000000 5.00"};
    var down = new String[] {"540 30000000 5.00", "540 31000000 5.00", "540 31900000 5.00"};
    for (var orders : List.of(List.of(up, down), List.of(down, up), List.of(up, up))) {
      var payloads = new LinkedHashMap<String, String>();
      payloads.put("mce/despesa:1", despesa(1, orders.get(0)));
      payloads.put("mce/despesa:2", despesa(2, orders.get(1)));
      payloads.put("mce/despesa:3", despesa(3, "540 30000000 5.00"));

      assertThat(Judging.run(1, payloads)).isEmpty();
    }
  }

  @Test
  void fallsAreToldInTheOrderOfTheDocument() {
    var payload = funcao12(2, Map.of(10, "0.00", 20, "0.00", 30, "0.00"));
    int begin = payload.indexOf("[\n") + 2;
    var entes = Arrays.asList(payload.substring(begin, payload.length() - 2).split(",\n", -1));
    Collections.reverse(entes);
    var payloads = new LinkedHashMap<String, String>();
    payloads.put("mce/funcao12:1", funcao12(1, Map.of()));
    payloads.put("mce/funcao12:2", payload.substring(0, begin) + String.join(",\n", entes) + "]}");

    assertThat(Judging.run(1, payloads))
        .extracting(found -> found.replaceFirst(" line.*", ""))
        .containsExactly(
            "mce/funcao12:2 cumulative-decrease /ente/469",
            "mce/funcao12:2 cumulative-decrease /ente/479",
            "mce/funcao12:2 cumulative-decrease /ente/489");
  }

  @ParameterizedTest
  @ValueSource(strings = {"9.005", "\"9\"", "null"})
  void totalsThatCannotBeToldAreNotCompared(String broken) {
    var payloads = new LinkedHashMap<String, String>();
    payloads.put("mce/funcao12:1", funcao12(1, Map.of(3, broken)));
    payloads.put("mce/funcao12:2", funcao12(2, Map.of(7, broken)));
    payloads.put("mce/funcao12:3", funcao12(3, Map.of(3, "0.00", 5, "0.00")));

    assertThat(Judging.run(1, payloads))
        .filteredOn(found -> found.contains("cumulative"))
        .containsExactly(
            "mce/funcao12:3 cumulative-decrease /ente/3 line 5 of RO 1100049 2024/3",
            "mce/funcao12:3 cumulative-decrease /ente/5 line 7 of RO 1100064 2024/3");
  }

  @Test
  void aListInWhichAnItemComesTwiceIsNotCompared() {
    var item =
        "{\"cod_subfuncao\": 361, \"vlr_despesa_empenhada\": 0.50,"
            + " \"vlr_despesa_liquidada\": 0.50, \"vlr_despesa_paga\": 0.50}";
    var twice =
        funcao12(2, Map.of(1, "0.50")).replace("[" + item + "]", "[" + item + "," + item + "]");
    var payloads = new LinkedHashMap<String, String>();
    payloads.put("mce/funcao12:1", funcao12(1, Map.of()));
    payloads.put("mce/funcao12:2", twice);

    assertThat(Judging.run(1, payloads))
        .containsExactly(
            "mce/funcao12:2 funcao12-duplicate /ente/1/valores/1 line 3 of RO 1100023 2024/2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"sgl_uf\": \"RO\",", "\"num_ano\": 2024,", "\"num_periodo\": 2,"})
  void anEnteThatDoesNotSayWhoseItIsRepeatsNoOther(String missing) {
    var payloads = new LinkedHashMap<String, String>();
    var without = funcao12(2, Map.of()).replace(missing, "");
    payloads.put("mce/funcao12:1", without);
    payloads.put("mce/funcao12:2", without);

    assertThat(Judging.run(1, payloads))
        .anyMatch(found -> found.contains("schema-required /ente/0"))
        .noneMatch(found -> found.contains("/ente/0") && !found.contains("schema-required"));
  }

  private static String cpf(int seed) {
    var digits = new int[11];
    for (int i = 0; i < 9; i++) {
      digits[i] = (int) ((123_456_789L + seed * 7_919_007L) / (long) Math.pow(10, i) % 10);
    }
    for (int check = 9; check < 11; check++) {
      int sum = 0;
      for (int i = 0; i < check; i++) {
        sum += digits[i] * (check + 1 - i);
      }
      digits[check] = sum * 10 % 11 % 10;
    }
    var text = new StringBuilder();
    for (int digit : digits) {
      text.append(digit);
    }
    return text.toString();
  }

  private static String posts(int from, int to) {
    var record =
        Judging.changed(
                "sgp/valid/profissionais-funcoes/without-the-optional-ones.json",
                "45639494425",
                "%s")
            .strip();
    var bare = record.substring(1, record.length() - 1).replaceAll("\\s*\\n\\s*", "");
    return IntStream.range(from, to)
        .mapToObj(i -> bare.formatted(cpf(i)))
        .collect(Collectors.joining(",\n", "[\n", "]"));
  }

  private static String persons(int from, int to) {
    var record =
        Judging.changed("sgp/valid/profissionais/minimal.json", "45639494425", "%s").strip();
    var bare = record.substring(1, record.indexOf('}') + 1).replaceAll("\\s*\\n\\s*", "");
    return IntStream.range(from, to)
        .mapToObj(i -> bare.formatted(cpf(i)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void everyPostOfAPersonWhoIsNotInTheRunIsTold(int jobs) {
    var payloads = new LinkedHashMap<String, String>();
    payloads.put("sgp/profissionais-funcoes:a", posts(0, 60));
    payloads.put("sgp/profissionais:a", persons(0, 20));
    payloads.put("sgp/profissionais:b", persons(21, 50));
    payloads.put("sgp/profissionais-funcoes:b", posts(10, 22));

    assertThat(Judging.run(jobs, payloads))
        .containsExactlyElementsOf(
            Stream.concat(
                    IntStream.concat(IntStream.of(20), IntStream.range(50, 60))
                        .mapToObj(i -> untold("a", i, i)),
                    Stream.of(untold("b", 10, 20)))
                .toList());
  }

  /** As many as are kept in more than one block. */
  @Test
  void everyOneOfThousandsOfPostsIsTold() {
    int all = 14_000;
    var payloads = new LinkedHashMap<String, String>();
    payloads.put("sgp/profissionais-funcoes:a", posts(0, all));
    payloads.put("sgp/profissionais:a", persons(0, 1));

    assertThat(Judging.run(1, payloads))
        .isEqualTo(IntStream.range(1, all).mapToObj(i -> untold("a", i, i)).toList());
  }

  /** What is said of the post at that index, whose person has that number. */
  private static String untold(String lote, int index, int person) {
    return "sgp/profissionais-funcoes:%s cpf-not-in-profissionais /%d line %d of #%d %s"
        .formatted(lote, index, index + 2, index + 1, Mask.number(cpf(person)));
  }
}
