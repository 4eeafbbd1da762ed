package org.valida.server.oauth;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.valida.server.consulta.Method;

/**
 * The gate of the server: gives out tokens to its user and says who may pass. Without a user every
 * one passes, and there is nobody to log in. Thread-safe.
 */
public final class Access {

  /** Whether a request may pass. */
  public enum Verdict {
    PASSES,
    /** There is no valid token in it. */
    UNKNOWN,
    /** The user may not call that method. */
    FORBIDDEN
  }

  private final Optional<Login> login;
  private final Tokens tokens;
  private final Patience patience;

  public Access(Optional<Login> login, Clock clock) {
    this.login = login;
    this.tokens = new Tokens(clock);
    this.patience = new Patience(clock);
  }

  /** How long an attempt to log in from that address has to wait before it is judged. */
  public Duration wait(String address) {
    return patience.attempt(address);
  }

  /** The password grant; empty for wrong credentials. */
  public Optional<Grant> password(String user, String password, String address) {
    return granted(login.isPresent() && login.get().accepts(user, password), address);
  }

  /** The refresh_token grant, once for each token; empty for a wrong one. */
  public Optional<Grant> refresh(String token, String address) {
    return granted(login.isPresent() && tokens.redeem(token), address);
  }

  private Optional<Grant> granted(boolean right, String address) {
    if (!right) {
      return Optional.empty();
    }
    patience.succeeded(address);
    return Optional.of(tokens.grant());
  }

  /**
   * Judges a request.
   *
   * @param token of its header Authorization, empty where there is none
   */
  public Verdict judge(Method method, String token) {
    if (login.isEmpty()) {
      return Verdict.PASSES;
    }
    if (!tokens.isValid(token)) {
      return Verdict.UNKNOWN;
    }
    return login.get().allows(method) ? Verdict.PASSES : Verdict.FORBIDDEN;
  }
}
