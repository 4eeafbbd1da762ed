package org.valida.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.Valida;
import org.valida.check.SchemaFile;
import org.valida.json.JsonValue;
import org.valida.json.Utf8Cursor;
import org.valida.schema.Checker;
import org.valida.schema.Program;
import org.valida.schema.RunMemory;
import org.valida.schema.Settings;
import org.valida.text.Draft;

class ExactDecimalTest {

  private static final Program MONEY =
      program("{\"type\": \"number\", \"x-rule\": \"decimal-15-2\", \"x-decimal\": [15, 2]}");

  private static Program program(String schema) {
    return SchemaFile.compile(
        JsonValue.parse(schema),
        URI.create("mem:/schema.json"),
        Draft.DRAFT7,
        uri -> Optional.empty(),
        Valida.rules());
  }

  private static String reported(Program program, String document) {
    var found = new ArrayList<String>();
    var settings = Settings.defaults();
    new Checker(
            program,
            settings,
            new RunMemory(null),
            v -> found.add((v.rule().id() + " " + v.variant()).strip()))
        .check(
            Utf8Cursor.over(document.getBytes(StandardCharsets.UTF_8), settings.limits()), "input");
    return String.join(", ", found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "1.1",
        "1.10",
        "-0.00",
        "0.29",
        "1.15",
        "0.01",
        "-0.01",
        "9999999999999",
        "9999999999999.99",
        "-9999999999999.99",
        "70.07",
        "4.35",
      })
  void isRightWithTwoDecimalsAndThirteenIntegerDigitsAtMost(String number) {
    assertThat(reported(MONEY, number)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.005, scale",
    "0.001, scale",
    "-1.999, scale",
    "9999999999999.991, scale",
    "9999999999999.999, scale",
    "1.10000000001, scale",
    "0.30000000000000004, binary",
    "1.150000000000, ''",
    "10000000000000, precision",
    "-10000000000000, precision",
    "10000000000000.5, precision",
    "99999999999999999999999999999999, precision",
    "1E13, precision",
    "1e999999999, precision",
    "1e99999999999999999999, precision",
    "-1e+10001, precision",
    "123456789012345678901234567890e-1, precision",
    "1e-3, scale",
    "1234e-3, scale",
    "1e-999999999, scale",
    "1.001E0, scale",
    "12345678901234567890e-10, scale",
  })
  void isWrongBeyondThatHoweverItIsWritten(String number, String variant) {
    assertThat(reported(MONEY, number))
        .isEqualTo(variant.isEmpty() ? "decimal-trailing-zeros" : "decimal-15-2 " + variant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.100", "0.000", "-0.0000", "1234.5000", "9999999999999.990"})
  void zerosBeyondTheScaleAreAWarning(String number) {
    assertThat(reported(MONEY, number)).isEqualTo("decimal-trailing-zeros");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0E7",
        "0E-10",
        "0e999999999",
        "0.00e-99999999999",
        "1E12",
        "123e-2",
        "1.500e1",
        "99999999999999e-1",
        "100000000000000e-2",
        "12300e-4",
        "-1e+2",
        "0.00000000000001e14",
        "99999999999999900000000e-10",
      })
  void anExponentIsAWarningAndWorkedOutExactly(String number) {
    assertThat(reported(MONEY, number)).isEqualTo("decimal-exponent");
  }

  @ParameterizedTest
  @CsvSource({
    "null, null",
    "'\"1.00\"', quoted",
    "'\" -5 \"', quoted",
    "'\"1,00\"', comma",
    "'\"R$ 1.234,56\"', comma",
    "'\"1.234.567,89\"', comma",
    "'\"\"', type",
    "'\"many\"', type",
    "true, type",
    "[], type",
    "{}, type",
  })
  void whatIsNoNumberIsWrongAndItsCauseNamed(String value, String variant) {
    assertThat(reported(MONEY, value)).isEqualTo("decimal-15-2 " + variant);
  }

  @Test
  void itsValueIsComparedExactly() {
    var program =
        program(
            """
            {"properties": {"a": {"type": "number", "x-rule": "decimal-15-2", "x-decimal": [15, 2]},
                "b": {"type": "number", "x-rule": "decimal-15-2", "x-decimal": [15, 2]}},
              "x-order": [{"rule": "despesa-stage-order", "ascending": ["a", "b"]}]}\
            """);

    assertThat(reported(program, "{\"a\": 0.29, \"b\": 29e-2}")).isEqualTo("decimal-exponent");
    assertThat(reported(program, "{\"a\": 9999999999999.99, \"b\": 9999999999999.98}"))
        .isEqualTo("despesa-stage-order");
    assertThat(reported(program, "{\"a\": -0.00, \"b\": 0}")).isEmpty();
    assertThat(reported(program, "{\"a\": 0.1, \"b\": -0.1}")).isEqualTo("despesa-stage-order");
  }

  @Test
  void takesAnotherPrecisionAndScale() {
    var weight = program("{\"x-rule\": \"decimal-15-2\", \"x-decimal\": [5, 3]}");

    assertThat(reported(weight, "99.999")).isEmpty();
    assertThat(reported(weight, "100")).isEqualTo("decimal-15-2 precision");
    assertThat(reported(weight, "1.0005")).isEqualTo("decimal-15-2 scale");
    assertThat(reported(weight, "1.5000")).isEqualTo("decimal-trailing-zeros");
  }
}
