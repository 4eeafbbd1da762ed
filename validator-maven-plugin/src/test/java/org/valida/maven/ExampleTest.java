package org.valida.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example is what the READMEs show and what this build can build. */
class ExampleTest {

  private static final String POM = Project.text(Project.root().resolve("examples/ci/pom.xml"));

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.pt-BR.md"})
  void theReadmesShowThePluginOfTheExample(String readme) {
    var plugin =
        Pattern.compile("( +)<plugin>\\s+<groupId>org\\.valida<.*?</plugin>", Pattern.DOTALL)
            .matcher(POM)
            .results()
            .findFirst()
            .orElseThrow();
    var snippet = plugin.group().indent(-plugin.group(1).length());

    assertThat(Project.text(Project.root().resolve(readme)))
        .contains("```xml\n" + snippet + "```\n");
  }

  @Test
  void itUsesThisVersionAndThePluginsOfThisBuild() {
    assertThat(POM)
        .contains("<version>" + Project.version() + "</version>\n        <configuration>");
    var parent = Project.text(Project.root().resolve("pom.xml"));
    var pins =
        Pattern.compile("<artifactId>maven-([a-z]+-plugin)</artifactId>\\s*<version>([^<]+)<")
            .matcher(POM)
            .results()
            .toList();
    assertThat(pins)
        .hasSizeGreaterThan(3)
        .allSatisfy(
            pin ->
                assertThat(parent)
                    .contains("<" + pin.group(1) + ".version>" + pin.group(2) + "</"));
  }
}
