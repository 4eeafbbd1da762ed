package org.valida.server.oauth;

/**
 * What a client gets for right credentials (MCE 3).
 *
 * @param accessToken to be sent with each request
 * @param expiresIn seconds
 * @param refreshToken to be exchanged for a new grant, once
 */
public record Grant(String accessToken, long expiresIn, String refreshToken) {
  @Override
  public String toString() {
    return "***";
  }
}
