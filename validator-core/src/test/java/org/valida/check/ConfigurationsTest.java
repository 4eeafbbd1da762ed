package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationsTest {

  @TempDir Path folder;

  @BeforeEach
  void makeTree() throws IOException {
    write("valida.yaml", "lang: pt");
    write("a.json", "");
    write("b/valida.yaml", "lang: en");
    write("b/c/d.json", "");
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<Source> sources(String... arguments) {
    return Inputs.of(List.of(arguments), folder, InputStream.nullInputStream()).sources();
  }

  @Test
  void takesTheNearestFromTheFoldersUpward() throws Exception {
    var configurations = Configurations.searched(folder.resolve("elsewhere"));

    assertThat(configurations.of(sources("b").get(0)).flatMap(Configuration::lang)).contains("en");
    assertThat(configurations.of(sources("a.json").get(0)).flatMap(Configuration::lang))
        .contains("pt");
  }

  @Test
  void takesThatOfTheWorkingFolderForStandardInput() throws Exception {
    var configurations = Configurations.searched(folder.resolve("b"));

    assertThat(configurations.of(sources("-").get(0)).flatMap(Configuration::lang)).contains("en");
    assertThat(configurations.ofFirst(List.of()).flatMap(Configuration::lang)).contains("en");
  }

  @Test
  void readsEachFileOnce() throws Exception {
    write("b/c/e.json", "");
    var configurations = Configurations.searched(folder);

    var all = configurations.ofAll(sources("b", "a.json"));

    assertThat(all).extracting(c -> c.lang().orElseThrow()).containsExactly("en", "pt");
    assertThat(configurations.of(sources("b/c/e.json").get(0)).orElseThrow())
        .isSameAs(configurations.of(sources("b/c/d.json").get(0)).orElseThrow());
  }

  @Test
  void takesTheNamedFileForAllInputs() throws Exception {
    var configurations = Configurations.named(folder, "valida.yaml");

    assertThat(configurations.of(sources("b").get(0)).flatMap(Configuration::lang)).contains("pt");
    assertThat(configurations.ofFirst(List.of()).flatMap(Configuration::lang)).contains("pt");
  }

  @Test
  void namesABrokenFileAsSeenFromTheWorkingFolder() throws IOException {
    write("b/valida.yaml", "long: en");

    var e =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> Configurations.searched(folder).ofAll(sources("b")));

    assertThat(e.failure().path()).isEqualTo("b/valida.yaml:1:1");
  }

  @Test
  void givesInputsAsOneNamesThemInTheWorkingFolder() throws Exception {
    write("valida.yaml", "inputs: [data, \"*.json\", '-', /abs, C:/abs, https://example.org/x]");

    assertThat(Configurations.searched(folder).inputs())
        .containsExactly("data", "*.json", "-", "/abs", "C:/abs", "https://example.org/x");
    assertThat(Configurations.searched(folder.resolve("c/d")).inputs())
        .startsWith("../../data", "../../*.json", "-");
    assertThat(Configurations.searched(folder.resolve("b")).inputs()).isEmpty();
    assertThat(Configurations.named(folder.resolve("b"), "../valida.yaml").inputs())
        .startsWith("../data");
  }
}
