package org.valida.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theSameFactsHaveTheSameFingerprint() throws IOException {
    var file = file("a.json", "{}");

    assertThat(new Fingerprint().with("day", 1).withFile("payload", file).text())
        .isEqualTo(new Fingerprint().with("day", 1).withFile("payload", file).text())
        .hasSize(64);
  }

  @Test
  void anotherValueNameOrContentHasAnother() throws IOException {
    var file = file("a.json", "{}");
    var same = file("b.json", "{}");
    var before = new Fingerprint().withFolder("contracts", folder).text();

    assertThat(new Fingerprint().with("day", 1).text())
        .isNotEqualTo(new Fingerprint().with("day", 2).text());
    assertThat(new Fingerprint().with("a", "bc").text())
        .isNotEqualTo(new Fingerprint().with("ab", "c").text());
    assertThat(new Fingerprint().withFile("payload", file).text())
        .isNotEqualTo(new Fingerprint().withFile("payload", same).text());
    file("a.json", "[]");
    assertThat(new Fingerprint().withFolder("contracts", folder).text()).isNotEqualTo(before);
  }

  @Test
  void aSchemaThatLeadsToOtherFilesHasNone() throws Exception {
    var alone = file("alone.json", "{\"$ref\": \"#/definitions/a\"}");
    var led = file("led.json", "{\"$ref\" : \"common.json#/definitions/a\"}");

    assertThat(new Fingerprint().withSchema(alone).text()).hasSize(64);
    assertThatThrownBy(() -> new Fingerprint().withSchema(led))
        .isInstanceOf(Fingerprint.UnknownException.class);
  }

  @Test
  void aLastCheckIsOnlyTheOneThatWasRemembered() throws IOException {
    var last = new LastCheck(folder.resolve("state/check.sha256"));

    assertThat(last.was("a")).isFalse();
    last.remember("a");
    assertThat(last.was("a")).isTrue();
    assertThat(last.was("b")).isFalse();
    last.remember("b");
    assertThat(last.was("a")).isFalse();
    last.forget();
    assertThat(last.was("b")).isFalse();
  }
}
