package org.valida.server.sample;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Analytic accounts with amounts, and the synthetic accounts above them.
 *
 * @param groups how many digits each level of a code has
 */
record Accounts(List<Integer> groups) {

  /** Those of the natureza da despesa from 2021. */
  static final Accounts DESPESA = new Accounts(List.of(1, 1, 2, 2, 2));

  /** Those of the natureza da receita to 2020. */
  static final Accounts RECEITA_TO_2020 = new Accounts(List.of(1, 1, 1, 1, 1, 2, 2, 2));

  /** Those of the natureza da receita from 2021. */
  static final Accounts RECEITA_FROM_2021 = new Accounts(List.of(1, 1, 1, 1, 2, 1, 1));

  /** The accounts and all above them, each with the sum of the accounts below. */
  Map<String, Long> withSynthetic(Map<String, Long> analytic) {
    var all = new TreeMap<String, Long>();
    analytic.forEach(
        (code, cents) -> above(code).forEach(each -> all.merge(each, cents, Long::sum)));
    return all;
  }

  /** The account and those above it. A level of zeros is no level of its own. */
  private Set<String> above(String code) {
    var accounts = new LinkedHashSet<String>();
    int digits = 0;
    for (int group : groups) {
      digits += group;
      accounts.add(code.substring(0, digits) + "0".repeat(code.length() - digits));
    }
    return accounts;
  }
}
