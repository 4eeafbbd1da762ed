package org.valida.fix;

import java.nio.charset.StandardCharsets;

/**
 * One repair: bytes that stand in an input, and those that should. Told from others by identity.
 */
final class Repair {

  private final Finding finding;
  private final byte[] original;
  private final byte[] replacement;

  /**
   * @param original the bytes from the finding's offset on
   */
  Repair(Finding finding, byte[] original, byte[] replacement) {
    this.finding = finding;
    this.original = original;
    this.replacement = replacement;
  }

  Finding finding() {
    return finding;
  }

  String rule() {
    return finding.rule().id();
  }

  long offset() {
    return finding.offset();
  }

  /** One past the last byte that is replaced. */
  long end() {
    return finding.offset() + original.length;
  }

  byte[] original() {
    return original;
  }

  byte[] replacement() {
    return replacement;
  }

  String originalText() {
    return new String(original, StandardCharsets.UTF_8);
  }

  String replacementText() {
    return new String(replacement, StandardCharsets.UTF_8);
  }
}
