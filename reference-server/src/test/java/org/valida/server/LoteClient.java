package org.valida.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.locks.LockSupport;
import org.valida.server.Client.Answer;

/** Sends lotes to a server on this machine, as a system of a school network does. */
public final class LoteClient {

  private final Client client;
  private final String key;

  public LoteClient(Client client, String key) {
    this.client = client;
    this.key = key;
  }

  public Answer get(String path) {
    return client.send(client.request(path).header("X-API-KEY", key).GET());
  }

  public Answer head(String path) {
    return send("HEAD", path, new byte[0]);
  }

  public Answer send(String verb, String path, byte[] lote) {
    return client.send(
        client
            .request(path)
            .header("X-API-KEY", key)
            .header("Content-Type", "application/json")
            .method(verb, BodyPublishers.ofByteArray(lote)));
  }

  /** Asks until the lote is through; the caller's test has a time limit. */
  public Answer whenThrough(String path) {
    while (true) {
      var answer = get(path);
      if (answer.status() != 200 || answer.member("status_processamento").startsWith("Process")) {
        return answer;
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
