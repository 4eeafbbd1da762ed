package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTreeTest {

  private static final int[] DESPESA = {1, 1, 2, 2, 2};
  private static final int[] RECEITA_2020 = {1, 1, 1, 1, 1, 2, 2, 2};
  private static final int[] RECEITA_2021 = {1, 1, 1, 1, 2, 1, 1};
  private static final List<int[]> PLANS = List.of(DESPESA, RECEITA_2020, RECEITA_2021);

  /** Null where the plan is another one. */
  private static AccountTree of(long[] codes, long[] sources, int[] groups) {
    var tree = new AccountTree();
    return tree.grow(codes, sources, codes.length, groups) ? tree : null;
  }

  private static AccountTree tree(int[] groups, long... codes) {
    return of(codes, new long[codes.length], groups);
  }

  @Test
  void theNearestAncestorIsTheOneWithTheLongestCommonBeginning() {
    var tree = tree(DESPESA, 31901101, 30000000, 31900000, 31901100, 32000000, 44905200);

    assertThat(parents(tree, 6)).containsExactly(3, -1, 1, 2, 1, -1);
    assertThat(tree.children(1)).isEqualTo(2);
    assertThat(tree.children(0)).isZero();
  }

  @Test
  void levelsMayBeLeftOut() {
    assertThat(parents(tree(DESPESA, 30000000, 31901101), 2)).containsExactly(-1, 0);
  }

  @Test
  void partsAreComparedWholeAndNotDigitByDigit() {
    // 90 is a part of two digits: 31900000 is above 31901100, 31910000 beside it.
    assertThat(parents(tree(DESPESA, 31900000, 31910000, 31911100), 3)).containsExactly(-1, -1, 1);
  }

  @Test
  void digitsBeyondTheGroupsAreOneMorePart() {
    var tree = tree(DESPESA, 31901101, 3190110105L, 319011010512L);

    assertThat(parents(tree, 3)).containsExactly(-1, 0, 0);
  }

  @Test
  void accountsOfOtherSourcesAreNotRelated() {
    var tree = of(new long[] {30000000, 31900000, 31900000}, new long[] {1, 2, 1}, DESPESA);

    assertThat(parents(tree, 3)).containsExactly(-1, -1, 0);
  }

  @Test
  void theSameCodeTwiceIsNobodysAncestorOfTheOther() {
    var tree = tree(DESPESA, 31900000, 31900000, 30000000, 31901100);

    assertThat(tree.repeats()).isTrue();
    assertThat(tree.isRepeated(0)).isTrue();
    assertThat(tree.isRepeated(1)).isTrue();
    assertThat(tree.isRepeated(2)).isFalse();
    assertThat(tree.parent(0)).isEqualTo(2);
    assertThat(tree.parent(1)).isEqualTo(2);
    assertThat(tree.parent(3)).isBetween(0, 1);
    assertThat(tree.children(2)).isEqualTo(2);
  }

  @Test
  void aCodeOfAnotherPlanHasNoTree() {
    assertThat(tree(DESPESA, 31900000, 3190000)).isNull();
    assertThat(tree(DESPESA, 1_000_000_000_000_000_000L)).isNull();
    assertThat(tree(DESPESA, 999_999_999_999_999_999L)).isNotNull();
    assertThat(tree(DESPESA)).isNotNull();
  }

  private static List<Integer> parents(AccountTree tree, int size) {
    var parents = new ArrayList<Integer>();
    for (int i = 0; i < size; i++) {
      parents.add(tree.parent(i));
    }
    return parents;
  }

  // ---- against an oracle that compares every account with every other

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithComparingAllPairsWhateverTheOrder(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      var groups = PLANS.get(random.nextInt(PLANS.size()));
      int size = 1 + random.nextInt(60);
      var accounts = new ArrayList<long[]>();
      for (int i = 0; i < size; i++) {
        accounts.add(new long[] {code(groups, random), random.nextInt(3)});
      }
      if (round % 3 == 0) {
        accounts.sort((a, b) -> Long.compare(a[0], b[0]));
      } else {
        Collections.shuffle(accounts, random);
      }
      agrees(accounts, groups);
    }
  }

  private static void agrees(List<long[]> accounts, int[] groups) {
    int size = accounts.size();
    var codes = accounts.stream().mapToLong(account -> account[0]).toArray();
    var sources = accounts.stream().mapToLong(account -> account[1]).toArray();
    int longest =
        Math.max(
            Arrays.stream(groups).sum(),
            Arrays.stream(codes)
                .map(code -> Long.toString(code).length())
                .mapToInt(n -> (int) n)
                .max()
                .orElse(0));
    var parts = new ArrayList<List<String>>();
    for (long code : codes) {
      parts.add(parts(code, groups, longest));
    }

    var tree = of(codes, sources, groups);

    var childrenOf = new java.util.HashMap<List<Object>, Integer>();
    for (int i = 0; i < size; i++) {
      var expected = List.<String>of();
      boolean twin = false;
      for (int k = 0; k < size; k++) {
        if (k == i || sources[k] != sources[i]) {
          continue;
        }
        twin |= parts.get(k).equals(parts.get(i));
        if (isAncestor(parts.get(k), parts.get(i))
            && (expected.isEmpty() || level(parts.get(k)) > level(expected))) {
          expected = parts.get(k);
        }
      }
      int parent = tree.parent(i);
      assertThat(parent < 0 ? List.of() : parts.get(parent))
          .as("nearest ancestor of %s among %s", codes[i], Arrays.toString(codes))
          .isEqualTo(expected);
      assertThat(tree.isRepeated(i)).isEqualTo(twin);
      if (parent >= 0) {
        assertThat(sources[parent]).isEqualTo(sources[i]);
        childrenOf.merge(List.of(parts.get(parent), sources[parent]), 1, Integer::sum);
      }
    }
    var told = new java.util.HashMap<List<Object>, Integer>();
    for (int i = 0; i < size; i++) {
      if (tree.children(i) > 0) {
        told.merge(List.of(parts.get(i), sources[i]), tree.children(i), Integer::sum);
      }
    }
    assertThat(told).isEqualTo(childrenOf);
  }

  private static boolean isAncestor(List<String> upper, List<String> lower) {
    int level = level(upper);
    return !upper.equals(lower)
        && level < upper.size()
        && upper.subList(0, level).equals(lower.subList(0, level));
  }

  /** How many parts stand before the zeros at the end; the first always counts. */
  private static int level(List<String> parts) {
    int level = parts.size();
    while (level > 1 && parts.get(level - 1).matches("0*")) {
      level--;
    }
    return level;
  }

  private static List<String> parts(long code, int[] groups, int longest) {
    var digits = new StringBuilder(Long.toString(code));
    while (digits.length() < longest) {
      digits.append('0');
    }
    var parts = new ArrayList<String>();
    int at = 0;
    for (int group : groups) {
      parts.add(digits.substring(at, at + group));
      at += group;
    }
    if (at < longest) {
      parts.add(digits.substring(at));
    }
    return parts;
  }

  private static long code(int[] groups, Random random) {
    var digits = new StringBuilder();
    int level = 1 + random.nextInt(groups.length);
    for (int i = 0; i < groups.length; i++) {
      int value = i == 0 ? 1 + random.nextInt(2) : i < level ? random.nextInt(3) : 0;
      var text = Integer.toString(value);
      digits.append(random.nextBoolean() ? text : "0".repeat(groups[i] - 1) + text, 0, 1);
      digits.append("0".repeat(groups[i] - 1));
    }
    if (digits.charAt(0) == '0') {
      digits.setCharAt(0, '1');
    }
    if (random.nextInt(6) == 0) {
      digits.append(random.nextInt(3)).append(random.nextInt(2));
    }
    return Long.parseLong(digits.toString());
  }
}
