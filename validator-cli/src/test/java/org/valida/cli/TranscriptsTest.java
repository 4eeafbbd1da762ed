package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs src/test/transcripts/*.txt. With {@code -Dtranscripts.update=true} it writes down what the
 * commands say instead, to be read before it is kept.
 */
class TranscriptsTest {

  private static final Path PROJECT = project();
  private static final Path FOLDER = PROJECT.resolve("validator-cli/src/test/transcripts");

  private static Path project() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("validator-cli"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  @TestFactory
  Stream<DynamicContainer> commandsSayWhatTheyAreExpectedTo() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(TranscriptsTest::container)
          .toList()
          .stream();
    }
  }

  private static DynamicContainer container(Path file) {
    try {
      if (Boolean.getBoolean("transcripts.update")) {
        update(file);
      }
      var tests =
          Transcript.read(file, PROJECT).steps().stream()
              .map(step -> dynamicTest(step.command(), () -> check(file, step)))
              .toList();
      return dynamicContainer(file.getFileName().toString(), tests);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Path file, Transcript.Step step) throws IOException {
    var said = Transcript.run(step);
    boolean same = said.size() == step.expected().size();
    for (int i = 0; same && i < said.size(); i++) {
      same = Transcript.fits(step.expected().get(i), said.get(i));
    }
    if (!same) {
      assertThat(String.join("\n", said))
          .as("%s:%d: $ %s", file.getFileName(), step.line(), step.command())
          .isEqualTo(String.join("\n", step.expected()));
    }
  }

  private static void update(Path file) throws IOException {
    var old = Files.readAllLines(file, StandardCharsets.UTF_8);
    var updated = new ArrayList<String>();
    int from = 0;
    for (var step : Transcript.read(file, PROJECT).steps()) {
      updated.addAll(old.subList(from, step.line()));
      updated.addAll(kept(step.expected(), Transcript.run(step)));
      from = step.line() + step.expected().size();
    }
    updated.addAll(old.subList(from, old.size()));
    Files.writeString(file, String.join("\n", updated) + "\n");
  }

  /** What was said, but for lines that fit already: those keep their [..]. */
  private static List<String> kept(List<String> expected, List<String> said) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < said.size(); i++) {
      boolean fits = i < expected.size() && Transcript.fits(expected.get(i), said.get(i));
      lines.add(fits ? expected.get(i) : said.get(i));
    }
    return lines;
  }

  @Test
  void anythingFitsWhereTheTranscriptLeavesItOpen() {
    assertThat(Transcript.fits("Java [..])", "Java 17.0.1)")).isTrue();
    assertThat(Transcript.fits("Java [..])", "Java 17.0.1")).isFalse();
    assertThat(Transcript.fits("a.b", "axb")).isFalse();
  }
}
