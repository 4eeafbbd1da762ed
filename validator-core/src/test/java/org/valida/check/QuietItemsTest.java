package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.valida.Contract;
import org.valida.TestData;
import org.valida.json.JsonArray;
import org.valida.json.JsonObject;
import org.valida.json.JsonStop;
import org.valida.json.JsonValue;
import org.valida.json.Limits;

/**
 * Items of long lists, printed alike or not, are judged as on the long way: the same found, at the
 * same places. The lists of the test data are made longer by their own items, and damaged.
 */
class QuietItemsTest {

  private static final long SEED = 20_261_122;

  /** PIT runs the tests for each of its changes. */
  private static final boolean MUTATING = Boolean.getBoolean("valida.mutating");

  /** Usually one payload of so many is tried; {@code -Dvalida.honest=N} tries all, N times. */
  private static final int ONE_OF = MUTATING ? 40 : 10;

  private static final int ROUNDS = Integer.getInteger("valida.honest", 0);

  private static final List<Layout> LAYOUTS =
      List.of(
          Layout.COMPACT,
          Layout.SPACED,
          Layout.indented("  "),
          Layout.indented("\t").withLines("\r\n"),
          Layout.indented(" ").withListsInLine(),
          Layout.COMPACT.withComma("\n,"),
          Layout.indented("").withLines("\r"),
          Layout.indented(" ".repeat(40)).withColon(" :\n"));

  private final Random random = new Random(SEED);

  private record Payload(String name, Contract contract, JsonValue document) {}

  private static List<Payload> payloads() {
    var payloads = new ArrayList<Payload>();
    for (var folder : List.of("mce/valid", "mce/invalid", "sgp/valid", "sgp/invalid")) {
      for (var file : TestData.files(TestData.testdata().resolve(folder), ".json")) {
        if (!file.getParent().endsWith("recognition")) {
          try {
            var contract = Contract.of(folder.substring(0, 4) + file.getParent().getFileName());
            var document = JsonValue.read(TestData.bytes(file), Limits.defaults());
            payloads.add(new Payload(TestData.name(file), contract, document));
          } catch (JsonStop stop) {
            // What cannot be read has no items.
          }
        }
      }
    }
    return payloads;
  }

  @Test
  void longListsAreJudgedAsOnTheLongWay() {
    var quick = QuietAgreementTest.engine(Limits.defaults());
    var slow = QuietAgreementTest.engine(QuietAgreementTest.onTheLongWay());
    var payloads = payloads();
    for (int number = 0; number < payloads.size(); number += ROUNDS > 0 ? 1 : ONE_OF) {
      var payload = payloads.get(number);
      for (int i = 0; i < Math.max(2, ROUNDS); i++) {
        var layouts = new Layout[] {anyLayout(), anyLayout()};
        var text = new StringBuilder();
        print(longer(payload.document()), layouts, text, 0);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] printed = i % 2 == 0 ? bytes : QuietAgreementTest.damaged(bytes, random);
        QuietAgreementTest.compare(
            quick, slow, payload.name() + ", round " + i, payload.contract(), printed);
      }
    }
  }

  /** Items cross the edges of the reading window, which moves while a list is read. */
  @Test
  void listsLongerThanTheWindow() {
    var quick = QuietAgreementTest.engine(Limits.defaults());
    var slow = QuietAgreementTest.engine(QuietAgreementTest.onTheLongWay());
    for (var layout : MUTATING ? LAYOUTS.subList(2, 4) : LAYOUTS) {
      var text = new StringBuilder("[");
      for (int i = 0; text.length() < 400_000; i++) {
        var item =
            JsonValue.parse(
                """
                {"cpf": "11144477735", "inep": 43000001, "tipoVinculo": %d, "codigoFuncao": 1,
                 "dataIngresso": "2020-02-03", "matriculaRede": "%d", "cargaHorariaSemanal": 20}"""
                    .formatted(i % 97 == 96 ? 77 : 1, i % 299));
        text.append(i == 0 ? "" : layout.between(true, 1));
        print(item, new Layout[] {layout}, text, 1);
      }
      byte[] bytes = text.append(']').toString().getBytes(StandardCharsets.UTF_8);
      var contract = Contract.of("sgp/profissionais-funcoes");
      QuietAgreementTest.compare(quick, slow, layout.toString(), contract, bytes);
      assertThat(QuietAgreementTest.found(quick, contract, bytes)).hasSizeGreaterThan(5);
    }
  }

  /** Items printed alike, each without attributes that must come: none of them is passed. */
  @Test
  void itemsThatAllLackWhatMustCome() {
    var text = new StringBuilder("[");
    for (int i = 0; i < 300; i++) {
      text.append(i == 0 ? "" : ",\n")
          .append("{\"inep\": 43000001, \"cpf\": \"11144477735\", \"matriculaRede\": \"")
          .append(i % 100)
          .append("\"}");
    }
    byte[] bytes = text.append(']').toString().getBytes(StandardCharsets.UTF_8);
    var contract = Contract.of("sgp/profissionais-funcoes");
    QuietAgreementTest.compare(
        QuietAgreementTest.engine(Limits.defaults()),
        QuietAgreementTest.engine(QuietAgreementTest.onTheLongWay()),
        "without most attributes",
        contract,
        bytes);
  }

  private Layout anyLayout() {
    return LAYOUTS.get(random.nextInt(LAYOUTS.size()));
  }

  /** Each list of objects with its items several times, some of them with one member less. */
  private JsonValue longer(JsonValue value) {
    if (value instanceof JsonObject object) {
      var members = new java.util.LinkedHashMap<String, JsonValue>();
      object.members().forEach((name, member) -> members.put(name, longer(member)));
      return new JsonObject(members);
    }
    if (!(value instanceof JsonArray array) || array.elements().isEmpty()) {
      return value;
    }
    var elements = new ArrayList<JsonValue>();
    int most = array.elements().size() > 20 ? 30 : 10;
    for (int i = 0; i < most; i++) {
      int run = 1 + random.nextInt(4);
      var element = longer(array.elements().get(random.nextInt(array.elements().size())));
      for (int times = 0; times < run; times++) {
        elements.add(element);
      }
      if (random.nextInt(4) == 0) {
        elements.add(shorter(element));
      }
    }
    return new JsonArray(elements);
  }

  private JsonValue shorter(JsonValue value) {
    var members = new java.util.LinkedHashMap<>(value.members());
    if (!members.isEmpty()) {
      members.remove(new ArrayList<>(members.keySet()).get(random.nextInt(members.size())));
    }
    return value instanceof JsonObject ? new JsonObject(members) : value;
  }

  /** Prints in the first of the layouts, and now and then an item in the last of them. */
  private void print(JsonValue value, Layout[] layouts, StringBuilder out, int depth) {
    var layout = layouts[random.nextInt(12) == 0 ? layouts.length - 1 : 0];
    if (value instanceof JsonObject object && !object.members().isEmpty()) {
      String before = "{" + layout.before(false, depth + 1);
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        out.append(before);
        new JsonObject(Map.of(member.getKey(), JsonValue.parse("0"))).canonical(out);
        // The member without the braces and the zero of such an object.
        out.deleteCharAt(out.lastIndexOf("{"));
        out.setLength(out.length() - ":0}".length());
        out.append(layout.colon());
        print(member.getValue(), new Layout[] {layout}, out, depth + 1);
        before = layout.between(false, depth + 1);
      }
      out.append(layout.before(false, depth)).append('}');
    } else if (value instanceof JsonArray array && !array.elements().isEmpty()) {
      String before = "[" + layouts[0].before(true, depth + 1);
      for (var element : array.elements()) {
        out.append(before);
        print(element, layouts, out, depth + 1);
        before = layouts[0].between(true, depth + 1);
      }
      out.append(layouts[0].before(true, depth)).append(']');
    } else if (value instanceof org.valida.json.JsonNumber number) {
      out.append(number.raw());
    } else {
      value.canonical(out);
    }
  }
}
