package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.Valida;
import org.valida.check.SchemaFile;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.text.Draft;
import org.valida.violation.Level;

/** Numbers at the edges of what fits, and how they are written. */
class NumbersTest {

  private static String said(String schema, String number, Map<String, Level> levels) {
    var program =
        SchemaFile.compile(
            JsonValue.parse(schema),
            URI.create("mem:/schema.json"),
            Draft.DRAFT7,
            uri -> Optional.empty(),
            Valida.rules());
    var said = new ArrayList<String>();
    var settings = Settings.defaults().withLevels(levels);
    new Checker(
            program,
            settings,
            new RunMemory(null),
            violation ->
                said.add(
                    (violation.rule().id() + " " + violation.variant()).strip()
                        + new TreeMap<>(violation.arguments())))
        .check(
            Utf8Cursor.over(number.getBytes(StandardCharsets.UTF_8), settings.limits()), "input");
    return String.join(" and ", said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "999999999999999999  | {\"maximum\": 999999999999999999}  | ''",
        "999999999999999999  | {\"maximum\": 999999999999999998}  | schema-range maximum{limit=999999999999999998}",
        "1000000000000000000 | {\"maximum\": 999999999999999999}  | schema-range maximum{limit=999999999999999999}",
        "-999999999999999999 | {\"minimum\": -999999999999999998} | schema-range minimum{limit=-999999999999999998}",
        "7                   | {\"maximum\": 1e30}                | ''",
        "7                   | {\"minimum\": 1e30}                | schema-range minimum{limit=1000000000000000000000000000000}",
        "7                   | {\"minimum\": -1e30}               | ''",
        "7                   | {\"maximum\": -1e30}               | schema-range maximum{limit=-1000000000000000000000000000000}",
        "101                 | {\"maximum\": 100}                 | schema-range maximum{limit=100}",
        "7                   | {\"minimum\": 1e32}                | schema-range minimum{limit=1E32}",
        "7                   | {\"minimum\": 1e999999999}         | schema-range minimum{limit=1E999999999}",
        "7                   | {\"multipleOf\": 10}               | schema-multiple-of{divisor=10}",
        "0.7                 | {\"multipleOf\": 0.25}             | schema-multiple-of{divisor=0.25}",
        "5.5                 | {\"maximum\": 5.5}                 | ''",
        "5.6                 | {\"maximum\": 5.5}                 | schema-range maximum{limit=5.5}",
        "5.5                 | {\"exclusiveMaximum\": 5.5}        | schema-range exclusive-maximum{limit=5.5}",
        "5.6                 | {\"exclusiveMaximum\": 5.5}        | schema-range exclusive-maximum{limit=5.5}",
        "5.4                 | {\"exclusiveMaximum\": 5.5}        | ''",
        "5.5                 | {\"exclusiveMinimum\": 5.5}        | schema-range exclusive-minimum{limit=5.5}",
        "5.4                 | {\"minimum\": 5.5}                 | schema-range minimum{limit=5.5}",
      })
  void aBoundIsExactHoweverLargeItIs(String number, String schema, String said) {
    assertThat(said(schema, number, Map.of())).isEqualTo(said);
  }

  private static final String MONEY =
      "{\"type\": \"integer\", \"x-rule\": \"decimal-15-2\", \"x-decimal\": [15, 2]}";

  @Test
  void ofTwoWarningsAboutTheFormTheLaterIsReportedUnlessItIsOff() {
    assertThat(said(MONEY, "1e2", Map.of())).isEqualTo("decimal-exponent{plain=100.00}");
    assertThat(said(MONEY, "1e2", Map.of("decimal-exponent", Level.OFF)))
        .isEqualTo("integer-as-decimal{integer=100}");
    assertThat(
            said(
                MONEY,
                "1e2",
                Map.of("decimal-exponent", Level.OFF, "integer-as-decimal", Level.OFF)))
        .isEmpty();
    assertThat(said(MONEY, "100", Map.of("decimal-exponent", Level.OFF))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "7.0, integer-as-decimal{integer=7}",
    "-2.017E3, integer-as-decimal{integer=-2017}",
    "999999999999999999.0, integer-as-decimal{integer=999999999999999999}",
    "1e18, integer-as-decimal{integer=1e18}",
    "-1e18, integer-as-decimal{integer=-1e18}",
    "1e999999999, integer-as-decimal{integer=1e999999999}",
  })
  void aWholeNumberWrittenWithAPointOrAnExponentIsNamedAsItShouldBeUnlessItIsVeryLong(
      String number, String said) {
    assertThat(said("{\"type\": \"integer\"}", number, Map.of())).isEqualTo(said);
    assertThat(said("{\"type\": \"integer\", \"minimum\": 5}", "1e999999999", Map.of()))
        .startsWith("integer-as-decimal");
    assertThat(said("{\"type\": \"integer\", \"maximum\": 5}", "1e999999999", Map.of()))
        .isEqualTo("schema-range maximum{limit=5}");
  }

  private static Value read(String number) {
    var cursor = Utf8Cursor.over(number.getBytes(StandardCharsets.UTF_8), Limits.defaults());
    cursor.next();
    var value = new Value();
    value.read(cursor);
    return value;
  }

  @ParameterizedTest
  @CsvSource({
    "0, true, true, 0",
    "-0, true, true, 0",
    "123456789012345678, true, true, 123456789012345678",
    "-123456789012345678, true, true, -123456789012345678",
    "1234567890123456789, true, false, 0",
    "-1234567890123456789, true, false, 0",
    "1.5, false, false, 0",
  })
  void aWholeNumberIsHeldIfItHasNoMoreThanEighteenDigits(
      String number, boolean whole, boolean held, long as) {
    var value = read(number);

    assertThat(value.isNumber()).isTrue();
    assertThat(value.whole()).isEqualTo(whole);
    assertThat(value.hasNumber()).isEqualTo(held);
    assertThat(value.number()).isEqualTo(as);
  }
}
