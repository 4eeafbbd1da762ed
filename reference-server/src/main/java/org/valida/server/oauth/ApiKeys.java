package org.valida.server.oauth;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The gate of the lotes: which keys of the header {@code X-API-KEY} open it. Keys are kept as
 * hashes and compared in constant time.
 */
public final class ApiKeys {

  private enum Kind {
    ANY,
    ONE,
    NONE
  }

  private final Kind kind;
  private final Digest key;

  private ApiKeys(Kind kind, String key) {
    this.kind = kind;
    this.key = Digest.of(key);
  }

  /**
   * Any key opens it, each to an account of its own: for a server that only this machine reaches.
   */
  public static ApiKeys any() {
    return new ApiKeys(Kind.ANY, "");
  }

  /** Only that key opens it. */
  public static ApiKeys only(String key) {
    return new ApiKeys(Kind.ONE, key);
  }

  /** No key opens it. */
  public static ApiKeys none() {
    return new ApiKeys(Kind.NONE, "");
  }

  /**
   * The account that a key opens: a text that is another for each key and does not tell it.
   *
   * @param sent the key of a request, empty where it has none
   */
  public Optional<String> account(String sent) {
    var digest = Digest.of(sent);
    boolean opens =
        switch (kind) {
          case ANY -> !sent.isEmpty();
          case ONE -> digest.equals(key);
          case NONE -> false;
        };
    return opens ? Optional.of(HexFormat.of().formatHex(digest.sha256())) : Optional.empty();
  }
}
