package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.Contract;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.json.JsonCursor.Token;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;

/**
 * Each attribute of each contract with values that lie just inside and just outside of what the
 * short way passes by a look at its bytes: it finds what the long way finds.
 */
class NearMissesTest {

  private static final Contracts CONTRACTS = Valida.withDefaults().contracts();

  /** In the place of a character. */
  private static final List<String> OTHERS =
      List.of("/", ":", "0", "9", "a", " ", "&", "\u007f", "\\u0030", "\u00c3\u00a9");

  private static final List<String> DAYS =
      List.of(
          "1899-12-31",
          "1900-01-01",
          "1900-01-02",
          "1900-02-29",
          "2000-02-29",
          "2023-02-28",
          "2023-02-29",
          "2024-02-29",
          "2024-02-30",
          "2024-04-30",
          "2024-04-31",
          "2024-12-31",
          "2024-12-32",
          "2024-00-10",
          "2024-01-00",
          "2024-13-01",
          "2026-01-31",
          "2026-02-01",
          "2027-01-31",
          "2027-02-01",
          "2199-12-31",
          "2200-01-01",
          "9999-12-31");

  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "-0",
          "99",
          "100",
          "999",
          "1000",
          "99999",
          "100000",
          "999999",
          "1000000",
          "9999999",
          "10000000",
          "99999999",
          "100000000",
          "999999999999999999",
          "1000000000000000000",
          "-999999999999999999",
          "9223372036854775807",
          "9223372036854775808",
          "9999999999999.99",
          "10000000000000.00",
          "-9999999999999.99",
          "99999999999999.99",
          "9999999999999.999",
          "1e2",
          "1E-2",
          "0.1",
          "0.10",
          "0.01",
          "0.001",
          "0.100");

  /** A payload for each contract and attribute, the attribute's value another in each record. */
  static Stream<String> contracts() {
    return payloads().keySet().stream();
  }

  /** Those that hold records, by their contract. */
  private static Map<String, List<RecordCut>> payloads() {
    var payloads = new TreeMap<String, List<RecordCut>>();
    for (var family : List.of("mce/", "sgp/")) {
      for (var file : TestData.files(TestData.testdata().resolve(family + "valid"), ".json")) {
        var contract = family + file.getParent().getFileName();
        if (CONTRACTS.find(contract).isPresent()) {
          RecordCut.of(CONTRACTS.program(contract), TestData.bytes(file))
              .ifPresent(
                  cut -> payloads.computeIfAbsent(contract, c -> new ArrayList<>()).add(cut));
        }
      }
    }
    return payloads;
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void areFoundByBothWays(String contract) {
    var quick = QuietAgreementTest.engine(Limits.defaults());
    var slow = QuietAgreementTest.engine(QuietAgreementTest.onTheLongWay());
    var tried = new HashSet<String>();
    int values = 0;
    for (var cut : payloads().get(contract)) {
      for (var record : cut.records()) {
        var others = others(record, tried);
        values += others.size();
        if (!others.isEmpty()) {
          QuietAgreementTest.compare(
              quick, slow, "values near the edge", Contract.of(contract), cut.with(others));
        }
      }
    }
    assertThat(values).isGreaterThan(100);
  }

  /**
   * The record as it is, and with other values of those attributes that were not tried yet. An
   * object within the record comes twice before it comes with another value, as the record does.
   */
  private static List<String> others(String record, Set<String> tried) {
    var others = new ArrayList<String>();
    var cursor = Utf8Cursor.over(record.getBytes(StandardCharsets.ISO_8859_1), Limits.defaults());
    var begins = new ArrayDeque<Integer>();
    var open = new ArrayDeque<Other>();
    var name = "";
    while (cursor.next() != Token.END) {
      int from = (int) cursor.offset();
      switch (cursor.token()) {
        case NAME -> name = cursor.depth() + cursor.text();
        case START_OBJECT -> begins.push(from);
        case END_OBJECT -> {
          int begin = begins.pop();
          while (!open.isEmpty() && open.peek().from() > begin) {
            others.addAll(open.pop().records(record, begins.isEmpty() ? -1 : begin, from + 1));
          }
        }
        case STRING, NUMBER -> {
          boolean quoted = cursor.token() == Token.STRING;
          int to = from + cursor.end() - cursor.start() + (quoted ? 2 : 0);
          if (tried.add(name)) {
            open.push(new Other(from, to));
          }
        }
        default -> {}
      }
    }
    if (!others.isEmpty()) {
      others.addAll(0, List.of(record, record));
    }
    return others;
  }

  /** A value of a record that becomes another. */
  private record Other(int from, int to) {

    /**
     * @param begin of the object that holds the value, -1 if it is the record
     * @param end of that object
     */
    List<String> records(String record, int begin, int end) {
      boolean isItem =
          begin > 0 && record.substring(0, begin).stripTrailing().matches("(?s).*[\\[,]");
      var once = isItem ? record.substring(begin, end) + "," : "";
      int at = isItem ? begin : from;
      var value = record.substring(from, to);
      var values =
          value.startsWith("\"") ? texts(value.substring(1, value.length() - 1)) : numbers(value);
      return values.stream()
          .map(
              other ->
                  record.substring(0, at)
                      + once
                      + once
                      + record.substring(at, from)
                      + other
                      + record.substring(to))
          .toList();
    }
  }

  private static List<String> texts(String text) {
    var texts = new ArrayList<String>(List.of(text, "", " ", "0", "-1", text + text));
    int kept = Math.min(text.length(), 20);
    for (int at = 0; at < kept; at++) {
      for (var other : OTHERS) {
        texts.add(text.substring(0, at) + other + text.substring(at + 1));
      }
      texts.add(text.substring(0, at));
      texts.add(text.substring(at));
    }
    for (var other : OTHERS) {
      texts.add(other + text);
      texts.add(text + other);
    }
    texts.addAll(DAYS);
    texts.addAll(NUMBERS);
    texts.add("x".repeat(100));
    texts.add("x".repeat(101));
    texts.add("x".repeat(256));
    var values = new ArrayList<String>();
    texts.forEach(one -> values.add('"' + one + '"'));
    values.addAll(NUMBERS);
    values.add(text.matches("[1-9][0-9]*") ? text : "null");
    return values;
  }

  private static List<String> numbers(String number) {
    var numbers = new ArrayList<String>(NUMBERS);
    for (int small = 0; small < 60; small++) {
      numbers.add(Integer.toString(small));
    }
    for (int year = 2000; year < 2030; year++) {
      numbers.add(Integer.toString(year));
    }
    if (!number.startsWith("-")) {
      numbers.add("-" + number);
    }
    for (int at = 0; at < number.length(); at++) {
      if (number.charAt(at) != '.') {
        for (var digit : List.of("1", "5", "9")) {
          numbers.add(number.substring(0, at) + digit + number.substring(at + 1));
        }
      }
    }
    if (number.matches("[1-9][0-9]*")) {
      for (var end :
          List.of("0", "9", ".0", ".00", ".000", ".5", ".50", ".505", "e0", "E+1", "e-1")) {
        numbers.add(number + end);
      }
      numbers.add(number.substring(0, Math.max(1, number.length() - 1)));
    }
    var values = new ArrayList<>(numbers);
    numbers.forEach(one -> values.add('"' + one + '"'));
    values.addAll(
        List.of(
            "\"\"", "\" \"", "\"00\"", "\"a\"", "\" 1\"", "\"1 \"", "\"1/\"", "\"1:\"", "true",
            "null"));
    return values;
  }
}
