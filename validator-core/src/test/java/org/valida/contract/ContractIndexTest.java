package org.valida.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    assertThat(written.get().attributes()).isEqualTo(fromFiles.attributes());
    assertThat(written.get().tables()).isEqualTo(fromFiles.tables());
    assertThat(written.get().text()).isEqualTo(fromFiles.text());
  }

  @Test
  void knowsWhatContractsAreToldApartBy() throws IOException {
    var index = ContractIndex.of(ContractCatalog.parsed(), SCHEMAS);

    assertThat(index.attributes().get("mce/despesa").own())
        .containsExactlyInAnyOrder("sgluf", "codmunicipio", "numano", "numperiodo", "despesa");
    assertThat(index.attributes().get("sgp/estudantes").ofList()).isTrue();
    assertThat(index.tables())
        .contains("common/tables/municipio.csv", "mce/tables/fonte.csv")
        .doesNotContain("mce/tables/municipio.csv");
  }

  @Test
  void refusesTextsThatWouldBreakItsLines() {
    var rule = new Rule("a\tb", Severity.ERROR, "mce", "", false);

    assertThatThrownBy(() -> new ContractIndex(Map.of(), List.of(rule), Map.of(), Set.of()).text())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a\tb");
  }
}
