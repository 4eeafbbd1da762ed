package org.valida.baseline;

import org.valida.privacy.KeyedHash;

/**
 * The secret by which a baseline tells the records of lotes apart without saying whose they are.
 *
 * @param text empty for none: then only their position tells them apart
 */
public record IdentityKey(String text) {

  /** The variable of the environment that holds it. */
  public static final String VARIABLE = "VALIDA_BASELINE_KEY";

  /** Shorter ones are found by trying. */
  public static final int LEAST_LENGTH = 16;

  public static final IdentityKey NONE = new IdentityKey("");

  public boolean isNone() {
    return text.isEmpty();
  }

  public boolean isTooShort() {
    return !isNone() && text.codePointCount(0, text.length()) < LEAST_LENGTH;
  }

  /**
   * Enough to notice that another key is used, too little to find the key by: 16 bits. Empty
   * without a key.
   */
  String sign() {
    return isNone() ? "" : KeyedHash.of("valida-baseline", text).substring(0, 4);
  }

  @Override
  public String toString() {
    return isNone() ? "none" : "***";
  }
}
