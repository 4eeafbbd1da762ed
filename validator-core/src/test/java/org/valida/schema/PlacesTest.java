package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.Contract;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.check.SchemaFile;
import org.valida.json.JsonValue;
import org.valida.json.Utf8Cursor;
import org.valida.text.Draft;
import org.valida.violation.Level;
import org.valida.violation.Violation;

/** Where a violation is, which value it shows, and what of its line is marked, here by ‹ and ›. */
class PlacesTest {

  private static List<String> places(String schema, String instance) {
    var places = new ArrayList<String>();
    run(schema, instance, violation -> places.add(place(violation)));
    return places;
  }

  private static void run(String schema, String instance, Consumer<Violation> handler) {
    var program =
        SchemaFile.compile(
            JsonValue.parse(schema),
            URI.create("mem:/schema.json"),
            Draft.DRAFT7,
            uri -> Optional.empty(),
            Valida.rules());
    var settings = Settings.defaults();
    new Checker(program, settings, new RunMemory(null), handler)
        .check(
            Utf8Cursor.over(instance.getBytes(StandardCharsets.UTF_8), settings.limits()),
            "instance");
  }

  private static String place(Violation violation) {
    var excerpt = violation.excerpt();
    int end = excerpt.start() + excerpt.length();
    return "%d:%d %d %s %s‹%s›%s"
        .formatted(
            violation.line(),
            violation.column(),
            violation.offset(),
            violation.value().orElse("nothing"),
            excerpt.text().substring(0, excerpt.start()),
            excerpt.text().substring(excerpt.start(), end),
            excerpt.text().substring(end));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"items\": {\"maximum\": 50}}     | [7, 123, 8]     | 1:5 4 123 [7, ‹123›, 8]",
        "{\"items\": {\"type\": \"number\"}} | [7, \"é\", 8]     | 1:5 4 é [7, ‹\"é\"›, 8]",
        "{\"items\": {\"type\": \"number\"}} | [7, \"\\u00e9\", 8] | 1:5 4 é [7, ‹\"\\u00e9\"›, 8]",
        "{\"items\": {\"type\": \"number\"}} | [7, true, 8]    | 1:5 4 true [7, ‹true›, 8]",
        "{\"items\": {\"type\": \"number\"}} | [7, null, 8]    | 1:5 4 null [7, ‹null›, 8]",
        "{\"items\": {\"type\": \"number\"}} | [7, false, 8]   | 1:5 4 false [7, ‹false›, 8]",
        "{\"items\": {\"type\": \"number\"}} | [7, {\"a\": 1}] | 1:5 4 nothing [7, ‹{›\"a\": 1}]",
        "{\"items\": {\"type\": \"number\"}} | [7, [1]]        | 1:5 4 nothing [7, ‹[›1]]",
        "{\"items\": {\"required\": [\"b\"]}} | [7, {\"a\": 1}] | 1:5 4 nothing [7, ‹{›\"a\": 1}]",
        "{\"items\": {\"minItems\": 2}}     | [7, [1]]        | 1:5 4 nothing [7, ‹[›1]]",
        "{\"items\": {\"maxItems\": 0}}     | [7, [1]]        | 1:5 4 nothing [7, ‹[›1]]",
        "{\"items\": {\"contains\": {\"type\": \"null\"}}} | [7, [1]] | 1:5 4 nothing [7, ‹[›1]]",
        "{\"uniqueItems\": true}            | [12, 7, 12, 8]  | 1:9 8 nothing [12, 7, ‹1›2, 8]",
        "{\"items\": {\"anyOf\": [{\"type\": \"null\"}]}} | [null, [1]] | 1:8 7 nothing [null, ‹[›1]]",
        "{\"items\": {\"not\": {\"type\": \"object\"}}} | [null, {}] | 1:8 7 nothing [null, ‹{›}]",
        "{\"items\": {\"enum\": [[2]]}}     | [[2], [3]]      | 1:7 6 nothing [[2], ‹[›3]]",
        "{\"items\": {\"enum\": [[2]]}}     | [[2], 3]        | 1:7 6 3 [[2], ‹3›]",
        "{\"properties\": {\"a\": {\"not\": {\"type\": \"null\"}}, \"b\": {\"type\": \"null\"}}} | {\"a\": {}, \"b\": 1} | 1:16 15 1 {\"a\": {}, \"b\": ‹1›}",
        "{\"additionalProperties\": false}  | {\"name\": 1}   | 1:2 1 nothing {‹\"name\"›: 1}",
        "{\"additionalProperties\": false, \"patternProperties\": {\"^x\": {}}} | {\"x\": 0, \"é\": 1} | 1:10 9 nothing {\"x\": 0, ‹\"é\"›: 1}",
        "{}                                 | {\"a\": 1, \"a\": 2} | 1:10 9 nothing {\"a\": 1, ‹\"a\"›: 2}",
        "{\"propertyNames\": {\"maxLength\": 1}} | {\"a\": 0, \"bc\": 1} | 1:10 9 nothing {\"a\": 0, ‹\"bc\"›: 1}",
        "{\"dependencies\": {\"a\": [\"b\"]}} | {\"a\": 1}    | 1:1 0 nothing ‹{›\"a\": 1}",
        "{\"maxProperties\": 0}             | {\"a\": 1}      | 1:1 0 nothing ‹{›\"a\": 1}",
      })
  void isThatOfTheValueOrName(String schema, String instance, String expected) {
    assertThat(places(schema, instance)).first().isEqualTo(expected);
  }

  private static List<String> variants(String schema, String instance) {
    var told = new ArrayList<String>();
    run(
        schema,
        instance,
        violation -> told.add(violation.variant() + new TreeMap<>(violation.arguments())));
    return told;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"anyOf\": [{\"type\": \"null\"}]}                     | []   | any-of{}",
        "{\"oneOf\": [{\"minItems\": 1}, {\"type\": \"null\"}]} | []   | one-of-none{count=0}",
        "{\"oneOf\": [{\"maxItems\": 1}, {\"minItems\": 0}]}      | []   | one-of-many{count=2}",
        "{\"oneOf\": [{\"maximum\": 1}, {\"minimum\": 0}, {}]}    | 1    | one-of-many{count=3}",
        "{\"not\": {}}                                           | []   | not{}",
        "{\"if\": {\"maxItems\": 1}, \"then\": {\"minItems\": 1}}   | []   | if-then{}",
        "{\"if\": {\"minItems\": 1}, \"else\": {\"minItems\": 1}}   | []   | if-else{}",
        "{\"minItems\": 2}                                       | [1]  | few{count=1, limit=2}",
        "{\"maxItems\": 1}                                       | [1, 2, 3] | many{count=3, limit=1}",
        "{\"minProperties\": 2}                                  | {\"a\": 1} | few{count=1, limit=2}",
        "{\"maxProperties\": 1}                                  | {\"a\": 1, \"b\": 2} | many{count=2, limit=1}",
        "{\"minProperties\": 2, \"patternProperties\": {\"a\": {}}} | {\"a\": 1} | few{count=1, limit=2}",
        "{\"maxProperties\": 1, \"patternProperties\": {\"a\": {}}} | {\"a\": 1, \"b\": 2} | many{count=2, limit=1}",
        "{\"properties\": {\"nome\": {}}, \"additionalProperties\": false} | {\"nomes\": 1} | near{name=nomes, suggestion=nome}",
        "{\"properties\": {\"nome\": {}}, \"additionalProperties\": false, \"patternProperties\": {\"^x\": {}}} | {\"nomes\": 1} | near{name=nomes, suggestion=nome}",
        "{\"additionalProperties\": false, \"patternProperties\": {\"^x\": {}}} | {\"a\": 1} | {name=a, suggestion=}",
        "{\"dependencies\": {\"a\": {\"required\": [\"b\"]}}}        | {\"a\": 1} | dependency{name=a}",
        "{\"dependencies\": {\"a\": [\"b\"]}}                      | {\"a\": 1} | {missing=b, name=a}",
        "{\"type\": \"object\"}                                  | \" {}\"    | json-in-string{expected=object, found=string}",
        "{\"type\": \"object\"}                                  | \"\\u007b\" | json-in-string{expected=object, found=string}",
        "{\"type\": \"object\"}                                  | \" x{}\"   | {expected=object, found=string}",
        "{\"type\": \"object\"}                                  | \"\"       | {expected=object, found=string}",
        "{\"type\": \"boolean\"}                                 | []       | {expected=boolean, found=array}",
        "{\"type\": \"boolean\"}                                 | \"{}\"     | {expected=boolean, found=string}",
        "{\"type\": [\"integer\", \"number\"]}                     | []       | {expected=number, found=array}",
        "{\"type\": [\"null\", \"integer\"]}                       | []       | {expected=integer or null, found=array}",
        "{\"type\": \"string\"}                                  | \"a \"     | blank{}",
        "{\"items\": {\"type\": \"string\"}}                     | [\"a\\u0007\"] | control{}",
      })
  void saysWhatIsWrong(String schema, String instance, String expected) {
    assertThat(variants(schema, instance)).containsExactly(expected);
  }

  @Test
  void aLongValueIsShortened() {
    var schema = "{\"type\": \"null\"}";
    assertThat(places(schema, "\"" + "a".repeat(80) + "\""))
        .first()
        .asString()
        .startsWith("1:1 0 " + "a".repeat(80) + " ");
    assertThat(places(schema, "\"" + "a".repeat(81) + "\""))
        .first()
        .asString()
        .startsWith("1:1 0 " + "a".repeat(79) + "… ");
    assertThat(places(schema, "\"" + "😀".repeat(81) + "\""))
        .first()
        .asString()
        .startsWith("1:1 0 " + "😀".repeat(79) + "… ");
  }

  private static List<Violation> checked(Valida.Builder engine, String contract, String text) {
    try {
      return engine
          .today(LocalDate.of(2026, 1, 31))
          .build()
          .check(
              Contract.of(contract),
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
          .violations();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lote(boolean personal, String changed, String into) {
    var file = TestData.testdata().resolve("sgp/valid/estudantes/minimal.json");
    var text = new String(TestData.bytes(file), StandardCharsets.UTF_8).replace(changed, into);
    return checked(Valida.builder().showPersonal(personal), "sgp/estudantes", text).stream()
        .map(PlacesTest::place)
        .toList();
  }

  @Test
  void inALoteNothingPersonalIsShown() {
    assertThat(lote(false, "\"17903826964\"", "\"17903826965\""))
        .containsExactly("3:12 17 ***.038.269-** \"cpf\": ‹***.038.269-**›");
    assertThat(lote(false, "\"serieAno\": 17", "\"serieAno\": 999"))
        .containsExactly("8:17 199 999 \"serieAno\": ‹999›");
    assertThat(lote(false, "\"serieAno\": 17", "\"serieAno\": \"Zuza Ipê\""))
        .containsExactly("8:17 199 *** \"serieAno\": ‹***›");
    assertThat(lote(false, "\"serieAno\": 17", "\"serieAno\": 17, \"zuzaIpe\": 1"))
        .containsExactly("8:21 203 nothing ‹\"***\"›: …");
    assertThat(lote(false, "\"serieAno\": 17", "\"serieAno\": 17, \"nomeMaeEstudant\": 1"))
        .containsExactly("8:21 203 nothing ‹\"nomeMaeEstudant\"›: …");
    assertThat(lote(false, "\"inep\": 35012345,", "")).containsExactly("2:3 4 nothing ‹{›");
  }

  @Test
  void inALoteNothingOfTheLineIsShownEither() {
    assertThat(lote(false, "\"serieAno\": 17", "\"serieAno\": {\"zuza\": 1}"))
        .containsExactly("8:17 199 nothing \"serieAno\": ‹{›");
    assertThat(lote(false, "\"serieAno\": 17", "\"serieAno\": [\"Zuza\"]"))
        .containsExactly("8:17 199 nothing \"serieAno\": ‹[›");
    assertThat(lote(false, "\"serieAno\": 17", "\"serieAno\": Zuza"))
        .containsExactly("8:17 199 nothing ‹›");
    assertThat(lote(false, "\"serieAno\": 17", "\"serieAno\": 17, \"tipoDeficiencia\": [0, 3]"))
        .containsExactly("8:40 222 nothing ‹›");
  }

  @Test
  void inALoteAPublicValueStandsAlone() {
    var found =
        lote(false, "\"serieAno\": 17", "\"uf\": 35, \"serieAno\": 17, \"municipio\": 1400100");
    assertThat(found).containsExactly("8:44 226 1400100 \"municipio\": ‹1400100›");
  }

  /** What people write where a code is due, of a contract whose values are no secret. */
  @Test
  void theNumberOfAPersonIsHiddenWhereverItStands() {
    var file = TestData.testdata().resolve("mce/valid/despesa/single-account-2024.json");
    var text = new String(TestData.bytes(file), StandardCharsets.UTF_8);
    var changed = text.replace("31901100", "179.038.269-64").replace("540", "999");
    var found = checked(Valida.builder(), "mce/despesa", changed);

    assertThat(found.stream().map(violation -> violation.value().orElse("")))
        .containsExactly("999", "***.038.269-**");
  }

  /** A value has one warning about its form, of the rules that are not off. */
  @Test
  void aRuleThatIsOffStandsInNoOthersWay() {
    var file = TestData.testdata().resolve("mce/valid/despesa/single-account-2024.json");
    var text = new String(TestData.bytes(file), StandardCharsets.UTF_8);
    var changed = text.replace("1400100", "\"140010\"");
    var rules = new ArrayList<String>();
    for (var off : List.of("cod-fonte-unknown", "cod-municipio-six-digits", "number-as-string")) {
      var engine = Valida.builder().level(off, Level.OFF);
      checked(engine, "mce/despesa", changed).forEach(found -> rules.add(found.rule().id()));
    }

    assertThat(rules)
        .containsExactly(
            "cod-municipio-six-digits", "number-as-string", "cod-municipio-six-digits");
  }

  @Test
  void whatIsWrongBeforeTheFirstRecordIsOfNone() {
    var file = TestData.testdata().resolve("mce/valid/despesa/single-account-2024.json");
    var text = new String(TestData.bytes(file), StandardCharsets.UTF_8);
    var changed = text.replace("2024-03-15T", "15/03/2024 ").replace("540", "999");
    var found = checked(Valida.builder(), "mce/despesa", changed);

    assertThat(found.stream().map(Violation::recordKey)).containsExactly("", "RR 1400100 2024/1");
  }

  @Test
  void whoAsksForItIsShownAllOfIt() {
    assertThat(lote(true, "\"17903826964\"", "\"17903826965\""))
        .containsExactly("3:12 17 17903826965     \"cpf\": ‹\"17903826965\"›,");
    assertThat(lote(true, "\"serieAno\": 17", "\"serieAno\": 17, \"zuzaIpe\": 1"))
        .containsExactly("8:21 203 nothing     \"serieAno\": 17, ‹\"zuzaIpe\"›: 1,");
  }
}
