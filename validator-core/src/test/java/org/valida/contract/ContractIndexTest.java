package org.valida.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.valida.violation.Rule;
import org.valida.violation.Severity;

class ContractIndexTest {

  private static final Path SCHEMAS = Path.of("../schemas");

  @Test
  void theBuildWroteItAndItSaysWhatTheFilesSay() throws IOException {
    var written = ContractIndex.read(ContractFiles.builtIn());
    var fromFiles = ContractIndex.of(ContractCatalog.parsed(), SCHEMAS);

    assertThat(written).isPresent();
    assertThat(written.get().contracts()).isEqualTo(fromFiles.contracts());
    assertThat(written.get().contracts().keySet())
        .containsExactlyElementsOf(fromFiles.contracts().keySet());
    assertThat(written.get().rules()).containsExactlyElementsOf(fromFiles.rules());
    assertThat(written.get().attributeTexts()).isEqualTo(fromFiles.attributeTexts());
    assertThat(written.get().tables()).isEqualTo(fromFiles.tables());
    assertThat(written.get().text()).isEqualTo(fromFiles.text());
  }

  @Test
  void knowsWhatContractsAreToldApartBy() throws IOException {
    var index = ContractIndex.of(ContractCatalog.parsed(), SCHEMAS);

    assertThat(index.attributes("mce/despesa").orElseThrow().own())
        .containsExactlyInAnyOrder("sgluf", "codmunicipio", "numano", "numperiodo", "despesa");
    assertThat(index.attributes("sgp/estudantes").orElseThrow().ofList()).isTrue();
    assertThat(index.attributes("sgp/nobody")).isEmpty();
    assertThat(index.tables())
        .containsEntry("common/tables/municipio.csv", true)
        .containsEntry("mce/tables/fonte.csv", false)
        .doesNotContainKey("mce/tables/municipio.csv");
  }

  @Test
  void attributesAreThoseOfTheSchemas() {
    var indexed = ContractCatalog.builtIn();
    var parsed = ContractCatalog.parsed();

    assertThat(indexed.all())
        .allSatisfy(c -> assertThat(indexed.attributes(c)).isEqualTo(parsed.attributes(c)));
  }

  @Test
  void refusesWhatItsLengthsCannotSay() {
    var rule = new Rule("a".repeat(IndexText.DIGIT), Severity.ERROR, "mce", "", false);

    assertThatThrownBy(() -> new ContractIndex(Map.of(), List.of(rule), Map.of(), Map.of()).text())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too long");
  }
}
