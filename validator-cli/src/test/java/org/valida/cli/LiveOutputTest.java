package org.valida.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LiveOutputTest {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final LiveOutput out = new LiveOutput(screen, UTF_8);

  private void write(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }

  private String written() {
    var text = screen.toString(UTF_8).replace('\r', '<');
    screen.reset();
    return text;
  }

  @Test
  void theLineIsGoneBeforeAnythingElseIsWritten() throws IOException {
    out.show("50%");
    assertThat(written()).isEqualTo("<50%");
    write("text\n");
    assertThat(written()).isEqualTo("<   <text\n");
    out.show("60%");
    out.show("7%");
    assertThat(written()).isEqualTo("<60%<7% ");
    out.show("");
    out.show("");
    assertThat(written()).isEqualTo("<  <");
  }

  @Test
  void neverStandsWithinALineOfText() throws IOException {
    write("one\ntw");
    assertThat(written()).isEqualTo("one\n");
    out.show("50%");
    assertThat(written()).isEqualTo("<50%");
    write("o\n");
    assertThat(written()).isEqualTo("<   <two\n");
  }

  @Test
  void waitsWhileALineThatWasFlushedIsNotEnded() throws IOException {
    write("a question? ");
    out.flush();
    out.show("50%");
    assertThat(written()).isEqualTo("a question? ");
    write("yes\n");
    out.show("60%");
    assertThat(written()).isEqualTo("yes\n<60%");
  }

  @Test
  void leavesTextAloneWhereThereIsNoLine() throws IOException {
    write("a\nb\n");
    write("c");
    out.flush();
    assertThat(written()).isEqualTo("a\nb\nc");
  }
}
