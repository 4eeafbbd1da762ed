package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.valida.Contract;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.json.JsonArray;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonStop;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.json.Windows;
import org.valida.schema.Checker;
import org.valida.schema.RunMemory;
import org.valida.schema.Settings;
import org.valida.violation.Violation;

/** What is found depends on what a payload says, not on how it is written down. */
class PropertiesTest {

  private static final long SEED = 20_260_131;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

  /**
   * Shows names as they are, for where a pointer has them masked it names nothing of the payload.
   */
  private static final Valida VALIDA = Valida.builder().today(TODAY).showPersonal(true).build();

  /** Rules that are about a member's name and point at its opening quote. */
  private static final Set<String> ABOUT_NAMES =
      Set.of(
          "json-duplicate-name",
          "attribute-not-lowercase",
          "attribute-alias",
          "schema-unknown-attribute",
          "schema-property-names");

  /** A payload of testdata that can be read as a tree. */
  private record Payload(String name, Contract contract, byte[] bytes, JsonValue tree) {}

  private static final List<Payload> PAYLOADS = payloads();

  private static List<Payload> payloads() {
    var payloads = new ArrayList<Payload>();
    for (var folder : List.of("mce/valid", "mce/invalid", "sgp/valid", "sgp/invalid")) {
      for (var file : TestData.files(TestData.testdata().resolve(folder), ".json")) {
        if (!file.getParent().endsWith(Path.of("recognition"))) {
          payload(folder.substring(0, 4), file).ifPresent(payloads::add);
        }
      }
    }
    return payloads;
  }

  private static Optional<Payload> payload(String group, Path file) {
    byte[] bytes = TestData.bytes(file);
    try {
      var tree = JsonValue.read(bytes, Limits.defaults());
      var contract = Contract.of(group + file.getParent().getFileName());
      return Optional.of(new Payload(TestData.name(file), contract, bytes, tree));
    } catch (JsonStop notWellFormed) {
      return Optional.empty();
    }
  }

  @Test
  void thereArePayloadsEnough() {
    assertThat(PAYLOADS).hasSizeGreaterThan(450);
    assertThat(PAYLOADS)
        .filteredOn(p -> !found(p.contract(), p.bytes()).isEmpty())
        .hasSizeGreaterThan(300);
  }

  // ---- the way of writing

  @Test
  void theOrderOfMembersDoesNotMatter() {
    var random = new Random(SEED);
    same(tree -> shuffled(tree, random), Style.PRETTY, Style.PRETTY);
  }

  @Test
  void whiteSpaceDoesNotMatter() {
    same(UnaryOperator.identity(), Style.PRETTY, Style.COMPACT);
    same(UnaryOperator.identity(), Style.PRETTY, Style.CRLF);
    same(UnaryOperator.identity(), Style.PRETTY, Style.WIDE);
  }

  @Test
  void escapedLettersAndDigitsDoNotMatter() {
    same(UnaryOperator.identity(), Style.PRETTY, Style.ESCAPED);
    same(UnaryOperator.identity(), Style.PRETTY, Style.SOME_ESCAPED);
  }

  private static void same(UnaryOperator<JsonValue> change, Style before, Style after) {
    var differences = new ArrayList<String>();
    for (var payload : PAYLOADS) {
      var first = rulesAndPointers(payload, written(payload.tree(), before));
      var second = rulesAndPointers(payload, written(change.apply(payload.tree()), after));
      if (!first.equals(second)) {
        differences.add(payload.name() + "\n  before " + first + "\n  after  " + second);
      }
    }

    assertThat(differences).isEmpty();
  }

  private static List<String> rulesAndPointers(Payload payload, byte[] document) {
    return found(payload.contract(), document).stream()
        .map(violation -> violation.rule().id() + " " + violation.pointer())
        .sorted()
        .toList();
  }

  private static List<Violation> found(Contract contract, byte[] document) {
    try {
      return VALIDA.check(contract, new ByteArrayInputStream(document)).violations();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonValue shuffled(JsonValue value, Random random) {
    if (value instanceof JsonObject object) {
      var members = new ArrayList<>(object.members().entrySet());
      Collections.shuffle(members, random);
      var shuffled = new java.util.LinkedHashMap<String, JsonValue>();
      members.forEach(member -> shuffled.put(member.getKey(), shuffled(member.getValue(), random)));
      return new JsonObject(shuffled);
    }
    return value instanceof JsonArray array
        ? new JsonArray(
            array.elements().stream().map(element -> shuffled(element, random)).toList())
        : value;
  }

  /** How a document is written; numbers always as they were. */
  private enum Style {
    COMPACT("", "", ""),
    PRETTY("\n", "  ", " "),
    CRLF("\r\n", "\t", " "),
    WIDE("\r", "       ", "\n\t "),
    ESCAPED("", "", ""),
    SOME_ESCAPED("\n", " ", " ");

    private final String lineEnd;
    private final String indent;
    private final String afterColon;

    Style(String lineEnd, String indent, String afterColon) {
      this.lineEnd = lineEnd;
      this.indent = indent;
      this.afterColon = afterColon;
    }

    String quoted(String text, Random random) {
      var quoted = new StringBuilder();
      new JsonString(text).canonical(quoted);
      if (this != ESCAPED && this != SOME_ESCAPED) {
        return quoted.toString();
      }
      var escaped = new StringBuilder();
      for (int i = 0; i < quoted.length(); i++) {
        char c = quoted.charAt(i);
        if (c == '\\') {
          int length = quoted.charAt(i + 1) == 'u' ? 6 : 2;
          escaped.append(quoted, i, i + length);
          i += length - 1;
        } else if (c < 0x80
            && Character.isLetterOrDigit(c)
            && (this == ESCAPED || random.nextBoolean())) {
          escaped.append(String.format(java.util.Locale.ROOT, "\\u%04X", (int) c));
        } else {
          escaped.append(c);
        }
      }
      return escaped.toString();
    }
  }

  private static byte[] written(JsonValue tree, Style style) {
    var text = new StringBuilder();
    write(tree, style, style.lineEnd, text, new Random(SEED));
    return text.append(style.lineEnd).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(
      JsonValue value, Style style, String newLine, StringBuilder text, Random random) {
    var inner = newLine + style.indent;
    if (value instanceof JsonNumber number) {
      text.append(number.raw());
    } else if (value instanceof JsonString string) {
      text.append(style.quoted(string.string(), random));
    } else if (value instanceof JsonObject object) {
      var separator = "{";
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        text.append(separator).append(inner).append(style.quoted(member.getKey(), random));
        write(member.getValue(), style, inner, text.append(':').append(style.afterColon), random);
        separator = ",";
      }
      text.append(object.members().isEmpty() ? "{" : "").append(newLine).append('}');
    } else if (value instanceof JsonArray array) {
      var separator = "[";
      for (var element : array.elements()) {
        write(element, style, inner, text.append(separator).append(inner), random);
        separator = ",";
      }
      text.append(array.elements().isEmpty() ? "[" : "").append(newLine).append(']');
    } else {
      value.canonical(text);
    }
  }

  // ---- places

  @Test
  void everyPlaceIsTheFirstCharacterOfWhatThePointerNames() {
    var wrong = new ArrayList<String>();
    int places = 0;
    for (var payload : PAYLOADS) {
      var writings = new ArrayList<byte[]>(List.of(payload.bytes()));
      for (var style : Style.values()) {
        writings.add(written(payload.tree(), style));
      }
      for (byte[] document : writings) {
        var locator = new Locator(document);
        for (var violation : found(payload.contract(), document)) {
          places++;
          if (!violation.rule().id().equals("json-bom") && !isAt(violation, locator)) {
            wrong.add(payload.name() + " " + violation);
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(places).isGreaterThan(3000);
  }

  private static boolean isAt(Violation violation, Locator locator) {
    boolean aboutName = ABOUT_NAMES.contains(violation.rule().id());
    var place = locator.lineAndColumn((int) violation.offset());
    return place[0] == violation.line()
        && place[1] == violation.column()
        && locator.spots(violation.pointer()).stream()
            .anyMatch(spot -> violation.offset() == (aboutName ? spot.name() : spot.value()));
  }

  @Test
  void theLocatorItselfFindsWhatItShould() {
    var text = "\uFEFF{\"a~/\\u0062\": [1,\r\n  {\"é\": true}], \"a~/b\":\r \"x\\\"\"}";
    var locator = new Locator(text.getBytes(StandardCharsets.UTF_8));

    assertThat(locator.spots("")).containsExactly(new Locator.Spot(3, -1));
    assertThat(locator.spots("/a~0~1b/1/é")).hasSize(1);
    assertThat(locator.spots("/a~0~1b")).hasSize(2);
    assertThat(locator.lineAndColumn(locator.spots("/a~0~1b/1/é").get(0).value()))
        .containsExactly(2, 9);
    assertThat(locator.lineAndColumn(locator.spots("/a~0~1b").get(1).value()))
        .containsExactly(3, 2);
    assertThat(locator.count()).isEqualTo(5);
  }

  // ---- the reading window

  @Test
  void theSizeOfTheReadingWindowDoesNotMatter() {
    var differences = new ArrayList<String>();
    var contracts = VALIDA.contracts();
    for (var payload : PAYLOADS) {
      var program = contracts.program(payload.contract().id());
      List<String> expected = null;
      for (int window : new int[] {1 << 16, 16, 64, 65, 97, 1000}) {
        var seen = new ArrayList<String>();
        var settings = Settings.defaults();
        new Checker(program, settings, new RunMemory(null), v -> seen.add(withoutExcerpt(v)))
            .check(Windows.over(payload.bytes(), settings.limits(), window), "payload");
        if (expected == null) {
          expected = seen;
        } else if (!expected.equals(seen)) {
          differences.add(payload.name() + " with a window of " + window + ": " + seen + expected);
        }
      }
    }

    assertThat(differences).isEmpty();
  }

  /** All but the piece of the line, which may show only what still stands in the window. */
  private static String withoutExcerpt(Violation violation) {
    return violation.rule().id()
        + violation.severity()
        + violation.variant()
        + new java.util.TreeMap<>(violation.arguments())
        + violation.pointer()
        + violation.line()
        + ":"
        + violation.column()
        + ":"
        + violation.offset()
        + violation.valueText()
        + violation.recordKey();
  }
}
