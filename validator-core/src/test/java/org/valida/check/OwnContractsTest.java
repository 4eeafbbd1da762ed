package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.valida.Contract;
import org.valida.Valida;
import org.valida.schema.SchemaException;
import org.valida.violation.Violation;

/** A folder of contracts of a user's own works like the built-in one: no Java is touched. */
class OwnContractsTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeAContractWithARuleAndATableOfItsOwn() throws IOException {
    write(
        "contracts.json",
        """
        {"contracts": [{"id": "merenda/cardapio", "schema": "merenda/cardapio.schema.json",
          "title": {"pt": "Cardápio", "en": "Menu"}, "recognise": {"records": ""}}]}
        """);
    write(
        "rules.json",
        """
        {"rules": [
          {"id": "prato-unknown", "severity": "error", "group": "merenda", "clause": "PNAE 3"},
          {"id": "prato-duplicate", "severity": "warning", "group": "merenda"}]}
        """);
    write("merenda/tables/prato.csv", "code,label\n1,Arroz\n2,\"Feijão, preto\"\n");
    write(
        "merenda/cardapio.schema.json",
        """
        {"$schema": "http://json-schema.org/draft-07/schema#", "type": "array",
          "x-unique": [{"rule": "prato-duplicate", "by": ["prato", "uf"]}],
          "items": {"type": "object", "required": ["prato"], "additionalProperties": false,
            "properties": {
              "prato": {"type": "integer", "x-table": {"table": "prato", "unknown": "prato-unknown"}},
              "uf": {"type": "string", "x-table": {"table": "uf", "key": "sigla", "unknown": "sgl-uf-unknown"}}}}}
        """);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Path payload(String text) throws IOException {
    return Files.writeString(folder.resolve("payload.json"), text);
  }

  @Test
  void itsRulesAndTablesAreUsedAndCommonTablesAreFound() throws IOException {
    var valida = Valida.builder().contractsFolder(folder).build();
    var report =
        valida.check(
            Contract.of("merenda/cardapio"),
            payload(
                "[{\"prato\":1,\"uf\":\"RS\"},{\"prato\":3,\"uf\":\"XX\"},{\"uf\":\"RS\",\"prato\":1}]"));
    assertThat(report.violations())
        .extracting(v -> v.rule().id() + " " + v.pointer())
        .containsExactlyInAnyOrder(
            "prato-unknown /1/prato", "sgl-uf-unknown /1/uf", "prato-duplicate /2");
    assertThat(report.isValid()).isFalse();
  }

  @Test
  void textsOfAnySchemaAreLookedAt() throws IOException {
    write("texts.schema.json", "{\"items\": {\"type\": \"string\"}}");
    var valida = Valida.builder().schema(folder.resolve("texts.schema.json")).build();

    assertThat(valida.check(payload("[\"a\", \"a \", \"Ã©\"]")).violations())
        .extracting(v -> v.rule().id() + " " + v.pointer())
        .containsExactly("text-whitespace /1", "text-mojibake /2");
  }

  /** The year of a code may stand behind it, in items that are all printed alike. */
  @Test
  void eachItemIsJudgedByItsOwnYear() throws IOException {
    write(
        "merenda/tables/prato.csv",
        "code,label,valid_from,valid_to\n1,Arroz,,2020\n2,Couve,2021,\n3,Pirão,,\n");
    write(
        "merenda/cardapio.schema.json",
        """
        {"$schema": "http://json-schema.org/draft-07/schema#", "type": "array",
          "items": {"type": "object", "required": ["prato"], "properties": {
            "prato": {"type": "integer", "x-table": {"table": "prato", "unknown": "prato-unknown",
              "not-in-force": "prato-duplicate", "year": "ano"}},
            "ano": {"type": "integer"}}}}
        """);
    var rows = new ArrayList<String>();
    var expected = new ArrayList<String>();
    for (int i = 0; i < 400; i++) {
      int dish = 1 + i * 7 % 3;
      int year = 2019 + i * 5 % 4;
      boolean ahead = i / 100 % 2 == 0;
      rows.add(
          (ahead ? "{\"prato\":%d,\"ano\":%d}" : "{\"ano\":%2$d,\"prato\":%1$d}")
              .formatted(dish, year));
      if (dish == 1 && year > 2020 || dish == 2 && year < 2021) {
        expected.add("/" + i + "/prato");
      }
    }

    var report =
        Valida.builder()
            .contractsFolder(folder)
            .build()
            .check(Contract.of("merenda/cardapio"), payload(rows.toString()));

    assertThat(report.violations())
        .extracting(Violation::pointer)
        .containsExactlyElementsOf(expected);
  }

  @Test
  void itIsRecognisedFromTheContent() throws IOException {
    var report = Valida.builder().contractsFolder(folder).build().check(payload("[{\"prato\":2}]"));
    assertThat(report.contract()).contains(Contract.of("merenda/cardapio"));
  }

  @Test
  void theBuiltInContractsStayThere() {
    var valida = Valida.builder().contractsFolder(folder).contract("mce/despesa").build();
    assertThat(valida.contracts().all())
        .extracting(info -> info.id())
        .contains("merenda/cardapio", "mce/despesa");
  }

  @Test
  void aRuleThatDoesNotExistIsToldWithItsLine() throws IOException {
    var file = folder.resolve("merenda/cardapio.schema.json");
    Files.writeString(
        file, Files.readString(file).replace("\"prato-unknown\"", "\"prato-unkown\""));
    var valida = Valida.builder().contractsFolder(folder).build();
    assertThatThrownBy(() -> valida.check(Contract.of("merenda/cardapio"), payload("[]")))
        .isInstanceOfSatisfying(
            SchemaException.class,
            e -> {
              assertThat(e.line()).isEqualTo(5);
              assertThat(e).hasMessageContaining("prato-unkown");
            });
  }

  @Test
  void aTableThatIsMissingIsToldWithItsLine() throws IOException {
    Files.delete(folder.resolve("merenda/tables/prato.csv"));
    var valida = Valida.builder().contractsFolder(folder).build();
    assertThatThrownBy(() -> valida.check(Contract.of("merenda/cardapio"), payload("[]")))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("prato");
  }

  @Test
  void aFolderWithoutContractsIsRefused() throws IOException {
    Files.delete(folder.resolve("contracts.json"));
    assertThatThrownBy(() -> Valida.builder().contractsFolder(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("contracts.json");
  }

  @Test
  void manySchemasOfOneRunShareNothing() throws IOException {
    var valida = Valida.builder().contractsFolder(folder).build();
    var contract = Contract.of("merenda/cardapio");
    for (int i = 0; i < 3; i++) {
      assertThat(valida.check(contract, payload("[{\"prato\":1},{\"prato\":1}]")).violations())
          .extracting(v -> v.rule().id())
          .isEqualTo(List.of("prato-duplicate"));
    }
  }
}
