package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.violation.Violation;

/**
 * Lists of accounts at random, in order or not, with and without errors, beside an oracle that
 * compares every account with every other.
 */
class AccountHierarchiesTest {

  private static final int LISTS = 120;
  private static final int[] PARTS = {1, 1, 2, 2, 2};
  private static final List<Integer> SOURCES = List.of(500, 540, 550, 569, 570, 572);
  private static final List<String> STAGES =
      List.of("vlr_despesa_empenhada", "vlr_despesa_liquidada", "vlr_despesa_paga");

  /** An account with its amounts in cents, the first null where it is missing. */
  private record Account(int source, String code, Long[] amounts) {
    String json() {
      var text = new StringBuilder();
      text.append(
          String.format(
              Locale.ROOT, "{\"cod_fonte\": %d, \"des_elemento_despesa\": \"%s\"", source, code));
      for (int i = 0; i < amounts.length; i++) {
        if (amounts[i] != null) {
          text.append(", \"").append(STAGES.get(i)).append("\": ").append(money(amounts[i]));
        }
      }
      return text + "}";
    }

    /** The same with zeros behind its code. */
    Account padded(int length) {
      return new Account(source, AccountHierarchiesTest.padded(code, length), amounts);
    }

    boolean isComplete() {
      return amounts[0] != null;
    }
  }

  private static String money(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void areJudgedAsByComparingAllPairs(long seed) {
    var random = new Random(seed);
    int year = seed % 3 == 0 ? 2020 : 2024;
    var lists = new ArrayList<List<Account>>();
    for (int i = 0; i < LISTS; i++) {
      lists.add(list(random));
    }

    var expected = new ArrayList<String>();
    for (int i = 0; i < LISTS; i++) {
      expect(lists.get(i), year, "/ente/" + i, expected);
    }
    var found =
        Judging.violations(Judging.engine().build(), "mce/despesa", payload(lists, year)).stream()
            .filter(violation -> violation.rule().id().startsWith("conta-"))
            .map(AccountHierarchiesTest::told)
            .toList();

    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(expected).hasSizeGreaterThan(LISTS / 8);
  }

  private static String payload(List<List<Account>> lists, int year) {
    var entes = new ArrayList<String>();
    for (var list : lists) {
      entes.add(
          String.format(
              Locale.ROOT,
              "{\"sgl_uf\": \"BA\", \"cod_municipio\": 2931350, \"num_ano\": %d,"
                  + " \"num_periodo\": 1, \"despesa\": [%s]}",
              year,
              list.stream().map(Account::json).collect(Collectors.joining(",\n"))));
    }
    return "{\"dat_consulta\": \"2025-03-15T10:00:00Z\", \"ente\": [\n"
        + String.join(",\n", entes)
        + "]}";
  }

  private static String told(Violation violation) {
    var arguments = violation.arguments();
    return violation.rule().id()
        + " "
        + violation.pointer()
        + " "
        + arguments.get("stage")
        + " "
        + arguments.get("sum")
        + " "
        + arguments.get("children");
  }

  // ---- lists

  private static List<Account> list(Random random) {
    var accounts = new ArrayList<Account>();
    boolean longer = random.nextInt(6) == 0;
    var sources = new ArrayList<>(SOURCES);
    Collections.shuffle(sources, random);
    for (int source : sources.subList(0, 1 + random.nextInt(4))) {
      var codes = new TreeSet<String>();
      for (int i = 1 + random.nextInt(9); i > 0; i--) {
        var code = code(random);
        codes.add(longer && random.nextInt(3) == 0 ? code + "0" + random.nextInt(2) : code);
        if (random.nextInt(4) > 0) {
          codes.add(code.charAt(0) + "0".repeat(7));
        }
      }
      add(source, List.copyOf(codes), accounts, random);
    }
    if (random.nextInt(5) == 0) {
      var one = accounts.get(random.nextInt(accounts.size()));
      accounts.add(
          random.nextInt(accounts.size()), new Account(one.source(), one.code(), one.amounts()));
    }
    switch (random.nextInt(4)) {
      case 0 -> Collections.shuffle(accounts, random);
      case 1 -> accounts.sort(Comparator.comparing(Account::code));
      default -> {}
    }
    return accounts;
  }

  /** Accounts that add up, but for a few. */
  private static void add(int source, List<String> codes, List<Account> into, Random random) {
    var amounts = new Long[codes.size()][];
    // What is below a code comes behind it.
    for (int i = codes.size() - 1; i >= 0; i--) {
      var sums = new Long[] {0L, 0L, 0L};
      boolean any = false;
      for (int k = i + 1; k < codes.size(); k++) {
        if (nearest(codes, k).equals(codes.get(i))) {
          any = true;
          for (int v = 0; v < sums.length; v++) {
            sums[v] += amounts[k][v] == null ? 0 : amounts[k][v];
          }
        }
      }
      for (int v = 0; v < sums.length && !any; v++) {
        sums[v] = (long) random.nextInt(100_000);
      }
      if (random.nextInt(30) == 0) {
        sums[random.nextInt(3)] += 1;
      }
      if (random.nextInt(60) == 0) {
        sums[0] = null;
      }
      amounts[i] = sums;
    }
    for (int i = 0; i < codes.size(); i++) {
      into.add(new Account(source, codes.get(i), amounts[i]));
    }
  }

  private static String code(Random random) {
    var code = new StringBuilder().append(3 + random.nextInt(2));
    int level = random.nextInt(PARTS.length);
    for (int i = 1; i < PARTS.length; i++) {
      int part = i > level ? 0 : random.nextInt(3) * (i < 2 ? 1 : 10) + random.nextInt(2) * i / 2;
      code.append(String.format(Locale.ROOT, "%0" + PARTS[i] + "d", part));
    }
    return code.toString();
  }

  // ---- the oracle

  private static void expect(List<Account> given, int year, String record, List<String> into) {
    int longest = given.stream().mapToInt(account -> account.code().length()).max().orElse(0);
    var list = given.stream().map(account -> account.padded(longest)).toList();
    var parents = new ArrayList<Integer>();
    for (var account : list) {
      var codes =
          list.stream().filter(a -> a.source() == account.source()).map(Account::code).toList();
      var nearest = nearest(codes, codes.indexOf(account.code()));
      int first = -1;
      for (int i = list.size() - 1; i >= 0 && !nearest.isEmpty(); i--) {
        boolean is = list.get(i).source() == account.source() && list.get(i).code().equals(nearest);
        first = is ? i : first;
      }
      parents.add(first);
    }
    boolean several = list.stream().map(Account::code).distinct().count() > 1;
    if (parents.stream().allMatch(parent -> parent < 0)) {
      if (several && year > 2020) {
        into.add("conta-sintetica-missing " + record + " null null null");
      }
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      int self = i;
      long children = parents.stream().filter(parent -> parent == self).count();
      if (children > 0 && year <= 2020) {
        into.add(
            "conta-sintetica-unexpected " + record + "/despesa/" + i + " null null " + children);
      } else if (children > 0) {
        expectSum(list, parents, i, record, into);
      }
    }
  }

  private static void expectSum(
      List<Account> list, List<Integer> parents, int at, String record, List<String> into) {
    var below = new ArrayList<Account>();
    for (int i = 0; i < list.size(); i++) {
      if (parents.get(i) == at) {
        below.add(list.get(i));
      }
    }
    if (!isSound(list, list.get(at)) || !below.stream().allMatch(child -> isSound(list, child))) {
      return;
    }
    for (int v = 0; v < STAGES.size(); v++) {
      int value = v;
      long sum = below.stream().mapToLong(child -> child.amounts()[value]).sum();
      if (sum != list.get(at).amounts()[v]) {
        into.add(
            "conta-hierarchy-sum "
                + record
                + "/despesa/"
                + at
                + " "
                + STAGES.get(v)
                + " "
                + money(sum)
                + " null");
        return;
      }
    }
  }

  /** Whether it comes once and has all amounts. */
  private static boolean isSound(List<Account> list, Account account) {
    return account.isComplete()
        && list.stream()
                .filter(a -> a.source() == account.source() && a.code().equals(account.code()))
                .count()
            == 1;
  }

  /** The nearest of the codes above one of them, "" if there is none. */
  private static String nearest(List<String> codes, int of) {
    int longest = codes.stream().mapToInt(String::length).max().orElse(0);
    var nearest = "";
    int level = 0;
    for (var code : codes) {
      int end = levelEnd(padded(code, longest));
      if (!padded(code, longest).equals(padded(codes.get(of), longest))
          && end > level
          && padded(codes.get(of), longest).startsWith(padded(code, longest).substring(0, end))) {
        nearest = code;
        level = end;
      }
    }
    return nearest;
  }

  private static String padded(String code, int length) {
    return code + "0".repeat(length - code.length());
  }

  /** Where the last part ends that is not zero. */
  private static int levelEnd(String code) {
    int end = 0;
    int at = 0;
    for (int i = 0; i <= PARTS.length; i++) {
      int next = i < PARTS.length ? at + PARTS[i] : code.length();
      end = code.substring(at, next).matches("0*") ? end : next;
      at = next;
    }
    return end;
  }
}
