package org.valida.probe;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.TreeMap;
import org.valida.privacy.Mask;

/** The command that repeats a request; where it takes a secret, the reader has to put it in. */
record Curl(ProbeSettings settings) {

  /**
   * @param body of a POST, already without secrets; empty for a GET
   */
  String line(URI uri, boolean token, String body) {
    var line = new StringBuilder("curl -sS -i");
    settings.proxy().map(Curl::address).ifPresent(proxy -> option(line, "-x", proxy));
    settings.authorities().map(Path::toString).ifPresent(file -> option(line, "--cacert", file));
    new TreeMap<>(settings.headers())
        .forEach((name, value) -> option(line, "-H", name + ": " + Mask.HIDDEN));
    if (token) {
      option(line, "-H", "Authorization: Bearer " + Mask.HIDDEN);
    }
    if (!body.isEmpty()) {
      option(line, "-H", "Content-Type: application/json");
      option(line, "-d", body);
    }
    return line.append(' ').append(quoted(uri.toString())).toString();
  }

  private static String address(InetSocketAddress proxy) {
    return "http://" + proxy.getHostString() + ":" + proxy.getPort();
  }

  private static void option(StringBuilder line, String name, String value) {
    line.append(' ').append(name).append(' ').append(quoted(value));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
