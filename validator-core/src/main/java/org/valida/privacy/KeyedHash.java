package org.valida.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A name for a person that says nothing about the person to whoever has not the key. Without a key
 * a hash would hide nothing: there are only a thousand million CPF to try.
 */
public final class KeyedHash {

  /** Enough that two records of one lote are not taken for each other. */
  private static final int BYTES = 10;

  private KeyedHash() {}

  /**
   * HMAC-SHA-256, cut to 80 bits, in lower-case hexadecimal.
   *
   * @throws IllegalArgumentException if the key is empty
   */
  public static String of(String text, String key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
