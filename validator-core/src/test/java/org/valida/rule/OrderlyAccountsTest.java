package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.Valida;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.json.Utf8Cursor;
import org.valida.schema.Checker;
import org.valida.schema.Frame;
import org.valida.schema.ListState;
import org.valida.schema.RuleUse;
import org.valida.schema.RunMemory;
import org.valida.schema.SchemaCompiler;
import org.valida.schema.Scope;
import org.valida.schema.Settings;
import org.valida.text.Draft;

/**
 * Which lists of accounts are proven in one pass. A list that could be and is not is judged the
 * same, only later, so that nothing but these tests would notice.
 */
class OrderlyAccountsTest {

  private static final int[] DESPESA = {1, 1, 2, 2, 2};
  private static final int[] RECEITA = {1, 1, 1, 1, 2, 1, 1};

  private static final RuleUse SUM = rule("conta-hierarchy-sum");
  private static final RuleUse MISSING = rule("conta-sintetica-missing");
  private static final RuleUse UNEXPECTED = rule("conta-sintetica-unexpected");

  /** A year whose lists have accounts above others. */
  private static final Accounts.Era DEEP = era(DESPESA, SUM, MISSING, null);

  /** A year whose lists must not. */
  private static final Accounts.Era FLAT = era(DESPESA, null, null, UNEXPECTED);

  private static final int SOURCE = 500;

  private static RuleUse rule(String id) {
    return RuleUse.of(Valida.rules().rule(id));
  }

  private static Accounts.Era era(int[] groups, RuleUse sum, RuleUse missing, RuleUse unexpected) {
    return new Accounts.Era(Long.MIN_VALUE, Long.MAX_VALUE, groups, sum, missing, unexpected);
  }

  // ---- lists

  /** An account with its amounts in cents; an amount that is null is missing. */
  private record Account(long source, long code, Long... cents) {
    String json() {
      return IntStream.range(0, cents.length)
          .filter(stage -> cents[stage] != null)
          .mapToObj(
              stage ->
                  "\"" + name(stage) + "\": " + BigDecimal.valueOf(cents[stage], 2).toPlainString())
          .collect(Collectors.joining(", ", "{", "}"));
    }

    Account with(int stage, Long amount) {
      var changed = cents.clone();
      changed[stage] = amount;
      return new Account(source, code, changed);
    }

    Account more(int stage, long by) {
      return with(stage, cents[stage] + by);
    }
  }

  private static String name(int stage) {
    return "stage" + stage;
  }

  private static Account account(long code, long... cents) {
    return new Account(SOURCE, code, Arrays.stream(cents).boxed().toArray(Long[]::new));
  }

  private static Account of(long source, Account account) {
    return new Account(source, account.code(), account.cents());
  }

  /** All levels of a plan, and several accounts below most; in three stages. */
  private static List<Account> branch() {
    return List.of(
        account(30000000, 1111, 1000, -7),
        account(31000000, 1011, 900, -7),
        account(31900000, 1010, 900, -7),
        account(31901100, 1006, 900, -7),
        account(31901101, 1000, 0, -10),
        account(31901102, 6, 900, 3),
        account(31901200, 4, 0, 0),
        account(31901201, 4, 0, 0),
        account(31910000, 1, 0, 0),
        account(31911100, 1, 0, 0),
        account(32000000, 100, 100, 0),
        account(32901101, 100, 100, 0));
  }

  private static List<Account> joined(List<Account> first, List<Account> second) {
    var both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  private static List<Account> inSource(long source, List<Account> accounts) {
    return accounts.stream().map(account -> of(source, account)).toList();
  }

  private static List<Account> changed(List<Account> accounts, int at, Account to) {
    var changed = new ArrayList<>(accounts);
    changed.set(at, to);
    return changed;
  }

  private static boolean proves(List<Account> accounts) {
    return proves(accounts, DEEP);
  }

  private static boolean proves(List<Account> accounts, Accounts.Era era) {
    return new OrderlyAccounts(stages(accounts)).proves(rows(accounts), era);
  }

  private static int stages(List<Account> accounts) {
    return accounts.isEmpty() ? 1 : accounts.get(0).cents().length;
  }

  /** The rows of a list whose items have these amounts, as a checker reads them. */
  private static AccountRows rows(List<Account> accounts) {
    var kept = new ArrayList<AccountRows>();
    int stages = stages(accounts);
    var members =
        IntStream.range(0, stages)
            .mapToObj(
                stage ->
                    "\""
                        + name(stage)
                        + "\": {\"x-rule\": \"decimal-15-2\", \"x-decimal\": [18, 2]}")
            .collect(Collectors.joining(", "));
    var schema =
        "{\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {%s}}}"
            .formatted(members);
    var vocabulary = new ContractVocabulary();
    var program =
        new SchemaCompiler(
                "schema",
                uri -> Optional.empty(),
                Valida.rules(),
                context -> {
                  vocabulary.apply(context);
                  if (context.isArray()) {
                    int[] slots = new int[stages];
                    for (int i = 0; i < stages; i++) {
                      slots[i] = context.itemSlot(new JsonString(name(i)));
                    }
                    var rows = new AccountRows(slots);
                    kept.add(rows);
                    context.list(() -> new Adding(rows, accounts));
                  }
                },
                table -> {
                  throw new IllegalArgumentException(table);
                })
            .compile("schema", JsonValue.parse(schema), URI.create("mem:/schema"), Draft.DRAFT7);
    var document =
        accounts.stream().map(Account::json).collect(Collectors.joining(",\n", "[", "]"));
    var settings = Settings.defaults();
    var found = new ArrayList<String>();
    new Checker(
            program, settings, new RunMemory(null), violation -> found.add(violation.rule().id()))
        .check(
            Utf8Cursor.over(document.getBytes(StandardCharsets.UTF_8), settings.limits()), "input");
    assertThat(found).isEmpty();
    assertThat(kept.get(0).size()).isEqualTo(accounts.size());
    return kept.get(0);
  }

  /** Makes a row of each item. */
  private record Adding(AccountRows rows, List<Account> accounts) implements ListState {
    @Override
    public void item(Frame item, Scope scope) {
      var account = accounts.get(rows.size());
      rows.add(item, account.code(), account.source());
    }
  }

  // ---- what is proven

  @Test
  void aHierarchyOfAllLevelsIsProven() {
    var orderly = new OrderlyAccounts(3);

    assertThat(orderly.proves(rows(branch()), DEEP)).isTrue();
    assertThat(totals(orderly, 3)).containsExactly(1111, 1000, -7);
  }

  @Test
  void severalRootsAreProvenAndAddUp() {
    var list = new ArrayList<>(branch());
    list.add(account(40000000, 20, 0, 5));
    list.add(account(44900000, 20, 0, 5));
    list.add(account(50000000, 300, 300, 300));
    list.add(account(60000000, 0, 0, 0));
    list.add(account(61000000, 0, 0, 0));
    list.add(account(69000000, 0, 0, 0));
    var orderly = new OrderlyAccounts(3);

    assertThat(orderly.proves(rows(list), DEEP)).isTrue();
    assertThat(totals(orderly, 3)).containsExactly(1431, 1300, 298);
  }

  @Test
  void accountsWithoutAnAncestorMayStandBesideThoseWithOne() {
    assertThat(proves(List.of(account(31901101, 5), account(40000000, 7), account(44905200, 7))))
        .isTrue();
    assertThat(proves(List.of(account(30000000, 7), account(31905200, 7), account(44901101, 5))))
        .isTrue();
  }

  @Test
  void levelsMayBeLeftOut() {
    assertThat(proves(List.of(account(30000000, 5), account(31901101, 5)))).isTrue();
    assertThat(
            proves(
                List.of(
                    account(30000000, 7),
                    account(31900000, 5),
                    account(31901101, 5),
                    account(31911101, 2))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void anyNumberOfStagesIsProven(int stages) {
    var amounts = LongStream.rangeClosed(1, stages).toArray();
    var twice = Arrays.stream(amounts).map(amount -> 2 * amount).toArray();
    var list =
        List.of(account(30000000, twice), account(31000000, amounts), account(32000000, amounts));
    var orderly = new OrderlyAccounts(stages);

    assertThat(orderly.proves(rows(list), DEEP)).isTrue();
    assertThat(totals(orderly, stages)).containsExactly(twice);
  }

  @Test
  void amountsMayBeNegativeAndCancelEachOther() {
    assertThat(
            proves(
                List.of(
                    account(30000000, 0, -1),
                    account(31000000, 12345, -2),
                    account(32000000, -12345, 1))))
        .isTrue();
  }

  @Test
  void anotherPlanOfAccountsIsProvenByItsOwnParts() {
    var era = era(RECEITA, SUM, MISSING, null);
    var list =
        List.of(
            account(10000000, 60),
            account(11000000, 60),
            account(11100000, 60),
            account(11120000, 50),
            account(11125000, 40),
            account(11125001, 15),
            account(11125010, 25),
            account(11125011, 20),
            account(11125012, 5),
            account(11125100, 10),
            account(11130000, 10));

    assertThat(proves(list, era)).isTrue();
    // By the parts of the other plan 11100000 is above none of them.
    assertThat(proves(list, DEEP)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "3000000000, 3190110100, 3190110105",
    "300000000000000000, 319011010000000000, 319011010000000001"
  })
  void codesMayHaveMoreDigitsThanThePartsIfAllDo(long root, long middle, long leaf) {
    assertThat(proves(List.of(account(root, 9), account(middle, 9), account(leaf, 9)))).isTrue();
    assertThat(proves(List.of(account(root, 9), account(middle, 9), account(leaf, 8)))).isFalse();
  }

  @Test
  void theGreatestCodesOfALengthAreProven() {
    assertThat(proves(List.of(account(90000000, 9), account(99999999, 9)))).isTrue();
    assertThat(proves(List.of(account(900000000000000000L, 9), account(999999999999999999L, 9))))
        .isTrue();
    assertThat(proves(List.of(account(10000000, 9), account(11000000, 9)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"540, 500, 550", "500, 540, 550", "550, 540, 500", "0, -1, 7"})
  void theSameAccountsMayComeInSeveralSources(long first, long second, long third) {
    var list =
        joined(
            inSource(first, branch()),
            joined(inSource(second, branch()), inSource(third, branch())));
    var orderly = new OrderlyAccounts(3);

    assertThat(orderly.proves(rows(list), DEEP)).isTrue();
    assertThat(totals(orderly, 3)).containsExactly(3333, 3000, -21);
  }

  @Test
  void anAccountOfAnotherSourceIsNotBelow() {
    // 31000000 has only one of the two that would be below it.
    var list =
        List.of(
            account(30000000, 5),
            account(31000000, 5),
            of(540, account(31901101, 8)),
            of(540, account(32000000, 1)));

    assertThat(proves(list)).isTrue();
  }

  @Test
  void oneAccountNeedsNoOther() {
    assertThat(proves(List.of(account(31901101, 5)))).isTrue();
    assertThat(proves(List.of(of(1, account(31901101, 5)), of(2, account(31901101, 7))))).isTrue();
    assertThat(proves(List.of(account(31901101, 5)), FLAT)).isTrue();
  }

  @Test
  void accountsSideBySideAreProvenInAYearWithoutHierarchies() {
    var list = List.of(account(31901101, 5), account(31901102, 6), account(44905200, 7));
    var orderly = new OrderlyAccounts(1);

    assertThat(orderly.proves(rows(list), FLAT)).isTrue();
    assertThat(totals(orderly, 1)).containsExactly(18);
  }

  @Test
  void manyAccountsAreProven() {
    var list = new ArrayList<Account>();
    list.add(account(30000000, 9999));
    for (int i = 1; i <= 9999; i++) {
      list.add(account(30000000 + i * 100L + 1, 1));
    }

    assertThat(proves(list)).isTrue();
    assertThat(proves(changed(list, 9999, list.get(9999).more(0, 1)))).isFalse();
  }

  @Test
  void sourcesMayComeInAnyOrderAsFarAsThereIsRoom() {
    var sources = numbered(OrderlyAccounts.SOURCES);
    Collections.shuffle(sources, new Random(1));

    assertThat(proves(each(sources))).isTrue();
  }

  @Test
  void moreSourcesAreProvenInAscendingOrder() {
    var sources = numbered(OrderlyAccounts.SOURCES);
    Collections.shuffle(sources, new Random(1));
    for (long more = 1; more <= 100; more++) {
      sources.add(OrderlyAccounts.SOURCES + 10 * more);
    }

    assertThat(proves(each(sources))).isTrue();

    sources.add(5L + OrderlyAccounts.SOURCES);
    assertThat(proves(each(sources))).isFalse();
  }

  private static List<Long> numbered(int count) {
    return LongStream.rangeClosed(1, count).boxed().collect(Collectors.toList());
  }

  /** A small hierarchy for each source. */
  private static List<Account> each(List<Long> sources) {
    var list = new ArrayList<Account>();
    for (long source : sources) {
      list.add(of(source, account(30000000, source)));
      list.add(of(source, account(31000000, source)));
    }
    return list;
  }

  @ParameterizedTest
  @CsvSource({
    // 2 to the power of 61 less 1, and its opposite less 1 and 2
    "305843009213693953, true",
    "305843009213693954, false",
  })
  void totalsAreProvenUpToABound(long last, boolean proven) {
    long most = 999_999_999_999_999_999L;

    assertThat(
            proves(
                List.of(account(31000000, most), account(32000000, most), account(33000000, last)),
                FLAT))
        .isEqualTo(proven);
    assertThat(
            proves(
                List.of(
                    account(31000000, 0, -most),
                    account(32000000, 0, -most),
                    account(33000000, 0, -last - 1)),
                FLAT))
        .isEqualTo(proven);
  }

  @Test
  void aTotalThatWasTooGreatIsNotForgotten() {
    long most = 999_999_999_999_999_999L;

    assertThat(
            proves(
                List.of(
                    account(31000000, most),
                    account(32000000, most),
                    account(33000000, most),
                    account(34000000, -most)),
                FLAT))
        .isFalse();
  }

  // ---- what is not

  @ParameterizedTest
  @CsvSource({"0, 1", "0, -1", "1, 1", "1, -1", "2, 1", "2, -1"})
  void oneCentInAnyAccountAndStageIsNotProven(int stage, long cent) {
    for (int at = 0; at < branch().size(); at++) {
      var list = changed(branch(), at, branch().get(at).more(stage, cent));

      assertThat(proves(list)).as("cent in %s", branch().get(at).code()).isFalse();
    }
  }

  @Test
  void errorsThatCancelAtTheRootAreNotProven() {
    var list = changed(branch(), 4, branch().get(4).more(0, 1));
    list = changed(list, 7, list.get(7).more(0, -1));

    assertThat(proves(list)).isFalse();
  }

  @Test
  void errorsOfTheSecondSourceAreNotProven() {
    var right = inSource(540, branch());
    for (int at = 0; at < right.size(); at++) {
      var wrong = changed(right, at, right.get(at).more(2, 1));

      assertThat(proves(joined(branch(), wrong))).isFalse();
      assertThat(proves(joined(wrong, branch()))).isFalse();
    }
  }

  @Test
  void whatIsMissingInOneSourceIsNotTakenFromAnother() {
    var list =
        List.of(
            account(30000000, 10),
            account(31000000, 4),
            of(540, account(30000000, 10)),
            of(540, account(31000000, 16)));

    assertThat(proves(list)).isFalse();
  }

  @Test
  void anyTwoAccountsThatChangePlacesAreNotProven() {
    int size = branch().size();
    for (int a = 0; a < size; a++) {
      for (int b = a + 1; b < size; b++) {
        var list = new ArrayList<>(branch());
        Collections.swap(list, a, b);

        assertThat(proves(list)).as("%s and %s", a, b).isFalse();
      }
    }
  }

  @Test
  void anAccountThatComesTwiceIsNotProven() {
    for (int at = 0; at < branch().size(); at++) {
      var list = new ArrayList<>(branch());
      list.add(at, account(branch().get(at).code(), 0, 0, 0));

      assertThat(proves(list)).isFalse();
    }
    assertThat(proves(List.of(account(31901101, 5), account(31901101, 5)), FLAT)).isFalse();
  }

  @Test
  void aSourceThatComesAgainIsNotProven() {
    var again = of(SOURCE, account(44905200, 1, 1, 1));

    assertThat(proves(joined(joined(branch(), inSource(540, branch())), List.of(again)))).isFalse();
    assertThat(proves(joined(joined(branch(), inSource(490, branch())), List.of(again)))).isFalse();

    var sources = numbered(OrderlyAccounts.SOURCES + 5);
    for (long source : List.copyOf(sources)) {
      sources.add(source);
      assertThat(proves(each(sources))).as("source %s", source).isFalse();
      sources.remove(sources.size() - 1);
    }
  }

  @Test
  void severalAccountsWithoutAnyAncestorAreNotProvenWhereOneIsDue() {
    assertThat(proves(List.of(account(31901101, 5), account(31901102, 6)))).isFalse();
    assertThat(proves(List.of(account(31901101, 5), of(540, account(31901102, 6))))).isFalse();
    assertThat(
            proves(
                List.of(
                    account(31901101, 5),
                    of(540, account(31901101, 6)),
                    of(550, account(31901102, 6)))))
        .isFalse();
    assertThat(
            proves(
                List.of(account(31901101, 5), account(31901102, 6)), era(DESPESA, SUM, null, null)))
        .isTrue();
  }

  @Test
  void hierarchiesAreNotProvenWhereNoneIsDueOrNobodyAddsThemUp() {
    assertThat(proves(branch(), FLAT)).isFalse();
    assertThat(proves(branch(), era(DESPESA, SUM, MISSING, UNEXPECTED))).isFalse();
    assertThat(proves(branch(), era(DESPESA, null, MISSING, null))).isFalse();
  }

  @Test
  void aMissingAmountIsNotProven() {
    for (int at = 0; at < branch().size(); at++) {
      for (int stage = 0; stage < 3; stage++) {
        // It counts as 0, so that all sums are right.
        var list =
            branch().stream()
                .map(one -> new Account(one.source(), one.code(), 0L, 0L, 0L))
                .toList();

        assertThat(proves(list)).isTrue();
        assertThat(proves(changed(list, at, list.get(at).with(stage, null)))).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3000000, 3100000",
        "3, 31901101",
        "30000000, 3190110101",
        "3000000000, 31901101",
        "31901101, 100000000",
        "31901101, 3000000000, 3190110101",
        "3100000, 30000000, 31901101",
        "1000000000000000000, 1100000000000000000",
        "-31901101",
        "-30000000, 30000000, 31901101",
        "0",
      })
  void codesOfOtherLengthsAreNotProven(String codes) {
    var list =
        Arrays.stream(codes.split(", "))
            .map(code -> account(Long.parseLong(code), 0))
            .collect(Collectors.toList());

    assertThat(proves(list)).isFalse();
    assertThat(proves(list, FLAT)).isFalse();
  }

  @Test
  void aCodeOfAnotherLengthInALaterSourceIsNotProven() {
    var right = inSource(540, branch());

    assertThat(proves(joined(branch(), right))).isTrue();
    assertThat(
            proves(
                joined(joined(branch(), right), List.of(of(550, account(3190110101L, 0, 0, 0))))))
        .isFalse();
    assertThat(proves(joined(joined(branch(), List.of(of(550, account(3190110, 0, 0, 0)))), right)))
        .isFalse();
    assertThat(
            proves(
                joined(joined(branch(), List.of(of(550, account(3190110101L, 0, 0, 0)))), right)))
        .isFalse();
  }

  @Test
  void noAccountsAreNotProven() {
    assertThat(proves(List.of())).isFalse();

    var rows = rows(branch());
    rows.clear();
    assertThat(new OrderlyAccounts(3).proves(rows, DEEP)).isFalse();
  }

  // ---- from list to list

  @Test
  void nothingOfAnEarlierListIsKept() {
    var orderly = new OrderlyAccounts(3);
    var right = rows(branch());
    long most = 999_999_999_999_999_999L;
    var tooGreat =
        List.of(
            account(31000000, most, 0, 0),
            account(32000000, most, 0, 0),
            account(33000000, most, 0, 0));
    var longer = List.of(account(3000000000L, 1, 2, 3), account(3190110105L, 1, 2, 3));
    var before =
        List.of(
            branch(),
            changed(branch(), 4, branch().get(4).more(1, 1)),
            List.of(account(30000000, 1, 1, 1), account(31000000, 1, 1, 1), account(3, 1, 1, 1)),
            inSource(540, branch()),
            each(numbered(80)).stream()
                .map(one -> new Account(one.source(), one.code(), 1L, 1L, 1L))
                .toList(),
            tooGreat,
            longer);

    for (var list : before) {
      orderly.proves(rows(list), DEEP);

      assertThat(orderly.proves(right, DEEP)).isTrue();
      assertThat(totals(orderly, 3)).containsExactly(1111, 1000, -7);
      assertThat(orderly.proves(rows(longer), DEEP)).isTrue();
      assertThat(orderly.proves(rows(tooGreat), FLAT)).isFalse();
    }
  }

  @Test
  void sourcesOfAnEarlierListDoNotCount() {
    var orderly = new OrderlyAccounts(1);
    var many = rows(each(numbered(OrderlyAccounts.SOURCES + 9)));

    orderly.proves(rows(List.of(of(1_000_000, account(31901101, 5)))), DEEP);
    assertThat(orderly.proves(many, DEEP)).isTrue();
    assertThat(orderly.proves(many, DEEP)).isTrue();
  }

  @Test
  void theYearDecidesThePlanOfEachList() {
    var orderly = new OrderlyAccounts(1);
    var fine = era(RECEITA, SUM, MISSING, null);
    // 90 and 91 are parts side by side, or 91 is below 9 and 0.
    var beside = rows(List.of(account(30000000, 10), account(31900000, 5), account(31910000, 5)));
    var below = rows(List.of(account(30000000, 5), account(31900000, 5), account(31910000, 5)));

    for (int i = 0; i < 2; i++) {
      assertThat(orderly.proves(beside, DEEP)).isTrue();
      assertThat(orderly.proves(beside, fine)).isFalse();
      assertThat(orderly.proves(below, fine)).isTrue();
      assertThat(orderly.proves(below, DEEP)).isFalse();
    }
  }

  // ---- at random

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void listsInOrderAreProvenExactlyIfTheyAddUp(long seed) {
    var random = new Random(seed);
    var orderly = new OrderlyAccounts(2);
    for (int round = 0; round < 12; round++) {
      var groups = random.nextBoolean() ? DESPESA : RECEITA;
      var era = era(groups, SUM, null, null);
      var codes = new ArrayList<long[]>();
      var sources = numbered(1 + random.nextInt(4));
      Collections.shuffle(sources, random);
      int digits = 8 + (random.nextInt(3) == 0 ? 2 : 0);
      for (long source : sources) {
        var own = new TreeSet<Long>();
        for (int i = random.nextInt(20); i >= 0; i--) {
          own.add(code(groups, digits, random));
        }
        own.forEach(code -> codes.add(new long[] {source, code}));
      }
      var tree = new AccountTree();
      var list = addedUp(codes, groups, tree, random);

      assertThat(orderly.proves(rows(list), era)).as("%s", list).isTrue();
      assertThat(totals(orderly, 2)).containsExactly(roots(list, tree, 0), roots(list, tree, 1));

      int at = random.nextInt(list.size());
      boolean related = tree.parent(at) >= 0 || tree.children(at) > 0;
      var wrong = changed(list, at, list.get(at).more(random.nextInt(2), 1));
      assertThat(orderly.proves(rows(wrong), era)).isEqualTo(!related);
    }
  }

  /** Accounts that add up; {@code tree} becomes their hierarchy. */
  private static List<Account> addedUp(
      List<long[]> given, int[] groups, AccountTree tree, Random random) {
    int size = given.size();
    tree.grow(
        given.stream().mapToLong(one -> one[1]).toArray(),
        given.stream().mapToLong(one -> one[0]).toArray(),
        size,
        groups);
    var sums = new long[size][2];
    var list = new ArrayList<Account>();
    // What is below a code comes behind it.
    for (int i = size - 1; i >= 0; i--) {
      for (int stage = 0; stage < 2; stage++) {
        sums[i][stage] = tree.children(i) > 0 ? sums[i][stage] : random.nextInt(2000) - 500;
        if (tree.parent(i) >= 0) {
          sums[tree.parent(i)][stage] += sums[i][stage];
        }
      }
      list.add(0, new Account(given.get(i)[0], given.get(i)[1], sums[i][0], sums[i][1]));
    }
    return list;
  }

  private static long roots(List<Account> list, AccountTree tree, int stage) {
    return IntStream.range(0, list.size())
        .filter(at -> tree.parent(at) < 0)
        .mapToLong(at -> list.get(at).cents()[stage])
        .sum();
  }

  private static long code(int[] groups, int digits, Random random) {
    var code = new StringBuilder();
    int level = 1 + random.nextInt(groups.length);
    for (int i = 0; i < groups.length; i++) {
      int part = i == 0 ? 3 : i < level ? random.nextInt(3) : 0;
      code.append("0".repeat(groups[i] - 1)).append(part);
    }
    while (code.length() < digits) {
      code.append(random.nextInt(2));
    }
    return Long.parseLong(code.toString());
  }

  private static long[] totals(OrderlyAccounts orderly, int stages) {
    return IntStream.range(0, stages).mapToLong(orderly::total).toArray();
  }
}
