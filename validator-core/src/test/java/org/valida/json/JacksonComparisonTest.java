package org.valida.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Reads made and mutated documents with this cursor and with Jackson's parser: both must see the
 * same.
 */
class JacksonComparisonTest {

  private final JacksonTokens jackson = new JacksonTokens();

  @Test
  void madeDocumentsHaveTheSameTokens() {
    for (long seed = 0; seed < 3_000; seed++) {
      var comparison = jackson.compare(new DocumentMaker(seed).document());
      assertThat(comparison.refused()).as("seed %d", seed).isFalse();
      assertThat(comparison.difference()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void mutatedDocumentsAreReadAndRefusedAlike() {
    int refused = 0;
    for (long seed = 0; seed < 30_000; seed++) {
      byte[] document = new DocumentMaker(seed % 300).document();
      var comparison = jackson.compare(DocumentMaker.mutated(document, new Random(seed)));
      assertThat(comparison.difference()).as("seed %d", seed).isEmpty();
      refused += comparison.refused() ? 1 : 0;
    }
    assertThat(refused).isBetween(10_000, 29_000);
  }
}
