package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactUriTest {

  @ParameterizedTest
  @CsvSource({
    "despesa.json, /, despesa.json",
    "./despesa.json, /, despesa.json",
    "../a b/ç.json, /, ../a%20b/%C3%A7.json",
    "lote.zip!/a.json, /, lote.zip!/a.json",
    "-, /, -",
    "a:b.json, /, a%3Ab.json",
    "100%.json, /, 100%25.json",
    "a\\b.json, /, a%5Cb.json",
    "a\\b.json, \\, a/b.json",
    "/dados/a.json, /, file:///dados/a.json",
    "C:\\meus dados\\a.json, \\, file:///C:/meus%20dados/a.json",
    "\\\\servidor\\pasta\\a.json, \\, file://servidor/pasta/a.json",
    "https://ex.gov.br/a?x=1&y=%20 z, /, https://ex.gov.br/a?x=1&y=%20%20z"
  })
  void aPathBecomesAReference(String path, char separator, String reference) {
    assertThat(ArtifactUri.of(path, separator)).isEqualTo(reference);
    assertThat(URI.create(reference).toASCIIString()).isEqualTo(reference);
  }

  @ParameterizedTest
  @CsvSource({"./a.json, /, a.json", "b\\a.json, \\, b/a.json", "b\\a.json, /, b\\a.json"})
  void repositoriesNameFilesWithSlashes(String path, char separator, String name) {
    assertThat(ArtifactUri.slashed(path, separator)).isEqualTo(name);
  }
}
