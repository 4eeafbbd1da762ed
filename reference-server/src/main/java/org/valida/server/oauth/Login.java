package org.valida.server.oauth;

import java.util.Set;
import org.valida.server.consulta.Method;

/** The one user of the server, with the methods that were agreed for it (MCE 3). */
public final class Login {

  private final Digest credentials;
  private final Set<Method> methods;

  private Login(Digest credentials, Set<Method> methods) {
    this.credentials = credentials;
    this.methods = Set.copyOf(methods);
  }

  /**
   * Keeps only a hash of the two.
   *
   * @param methods that the user may call
   */
  public static Login of(String user, String password, Set<Method> methods) {
    return new Login(credentials(user, password), methods);
  }

  private static Digest credentials(String user, String password) {
    return Digest.of(user.length() + ":" + user + password);
  }

  /** Whether they are this user's. Takes as long for a wrong user as for a wrong password. */
  boolean accepts(String user, String password) {
    return credentials.equals(credentials(user, password));
  }

  /** Whether the user may call the method. */
  public boolean allows(Method method) {
    return methods.contains(method);
  }
}
