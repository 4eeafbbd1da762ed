package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.Contract;
import org.valida.Report;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.contract.CodeTable;
import org.valida.json.JsonArray;
import org.valida.json.JsonNumber;
import org.valida.json.JsonObject;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.violation.Severity;

/**
 * Walks the list of attributes of the published document (0.5.9): for each the contract accepts a
 * value and refuses one.
 */
class SgpFieldsTest {

  private static final Valida VALIDA = Valida.builder().today(LocalDate.of(2026, 1, 31)).build();

  private record Row(
      String method,
      String path,
      String field,
      String type,
      String maxLength,
      boolean required,
      String domain) {
    @Override
    public String toString() {
      return method + " " + path + " " + field;
    }
  }

  static Stream<Row> rows() throws IOException {
    var csv =
        CodeTable.parse(
            "sgp-fields",
            Files.readString(
                TestData.root().resolve("validator-core/src/test/resources/sgp-fields.csv")));
    return Stream.iterate(0, row -> row < csv.size(), row -> row + 1)
        .map(
            row ->
                new Row(
                    csv.text(row, "method"),
                    csv.text(row, "path"),
                    csv.text(row, "field"),
                    csv.text(row, "type"),
                    csv.text(row, "maxLength"),
                    csv.text(row, "required").equalsIgnoreCase("true"),
                    csv.text(row, "enum_or_domain")));
  }

  private static String contract(Row row) {
    return VALIDA.contracts().all().stream()
        .filter(info -> info.method().equals(row.method()) && info.path().equals(row.path()))
        .map(info -> info.id())
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no contract covers " + row.method() + " " + row.path()));
  }

  /** A valid record that has the attribute. */
  private static JsonObject record(String contract, String field) {
    for (var file :
        TestData.files(
            TestData.testdata().resolve("sgp/valid/" + contract.substring(4)), ".json")) {
      for (var record : JsonValue.read(TestData.bytes(file), Limits.defaults()).elements()) {
        if (record instanceof JsonObject object
            && object.member(field).isPresent()
            && !(object.member(field).get() instanceof org.valida.json.JsonNull)) {
          return object;
        }
      }
    }
    throw new AssertionError("no file of testdata/sgp/valid shows " + field + " in " + contract);
  }

  private static Report check(String contract, JsonObject record) throws IOException {
    var text = new StringBuilder();
    new JsonArray(List.of(record)).canonical(text);
    return VALIDA.check(
        Contract.of(contract),
        new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonObject with(JsonObject record, String field, Optional<JsonValue> value) {
    Map<String, JsonValue> members = new LinkedHashMap<>(record.members());
    members.remove(field);
    value.ifPresent(v -> members.put(field, v));
    return new JsonObject(members);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aValueIsAccepted(Row row) throws IOException {
    var contract = contract(row);
    var report = check(contract, record(contract, row.field()));
    assertThat(errorsAt(report, "/0/" + row.field())).isEmpty();
    assertThat(report.violations())
        .as("%s is an attribute of %s", row.field(), contract)
        .noneMatch(v -> v.rule().id().equals("schema-unknown-attribute"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aValueIsRefused(Row row) throws IOException {
    var contract = contract(row);
    var record = record(contract, row.field());
    for (var wrong : wrongValues(row)) {
      var report = check(contract, with(record, row.field(), Optional.of(wrong)));
      assertThat(errorsAt(report, "/0/" + row.field()))
          .as("%s = %s", row.field(), wrong)
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void itsAbsenceIsToldWhereTheDocumentRequiresIt(Row row) throws IOException {
    var contract = contract(row);
    var report =
        check(contract, with(record(contract, row.field()), row.field(), Optional.empty()));
    boolean told =
        report.violations().stream()
            .anyMatch(
                v ->
                    List.of("schema-required", "attribute-recommended").contains(v.rule().id())
                        && row.field().equals(v.arguments().get("name")));
    if (row.required()) {
      assertThat(told).as("%s is required", row).isTrue();
    }
  }

  private static List<JsonValue> wrongValues(Row row) {
    JsonValue object = new JsonObject(Map.of("a", new JsonNumber("1")));
    if (row.type().equals("array")) {
      var item =
          row.domain().isEmpty()
              ? new JsonString("x")
              : new JsonArray(List.of(new JsonNumber("99")));
      return row.domain().isEmpty() ? List.of(object, item) : List.of(object);
    }
    if (!row.domain().isEmpty()) {
      return List.of(object, new JsonNumber("999"), new JsonString("x"));
    }
    if (row.type().equals("integer")) {
      return List.of(object, new JsonString("x"), new JsonNumber("1.5"));
    }
    if (!row.maxLength().isEmpty()) {
      return List.of(object, new JsonString("9".repeat(Integer.parseInt(row.maxLength()) + 1)));
    }
    return List.of(object);
  }

  private static List<String> errorsAt(Report report, String pointer) {
    return report.violations().stream()
        .filter(v -> v.severity() == Severity.ERROR && v.pointer().startsWith(pointer))
        .map(v -> v.rule().id() + " " + v.pointer())
        .toList();
  }
}
