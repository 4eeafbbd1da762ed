package org.valida.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server behind TLS, as it is behind a proxy: with a certificate that no authority signed. */
final class TlsFront implements AutoCloseable {

  private static final String PASSWORD = "changeit";

  private final ServerSocket door;
  private final URI behind;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private TlsFront(ServerSocket door, URI behind) {
    this.door = door;
    this.behind = behind;
  }

  /** A new key and its certificate, {@code NAME.p12} and {@code NAME.pem} in that folder. */
  static Path certificate(Path folder, String name) throws Exception {
    var keys = folder.resolve(name + ".p12");
    var certificate = folder.resolve(name + ".pem");
    var store = List.of("-alias", name, "-keystore", keys.toString(), "-storepass", PASSWORD);
    keytool(
        folder,
        store,
        List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-validity", "2"),
        List.of("-ext", "san=ip:127.0.0.1"));
    keytool(
        folder, store, List.of("-exportcert", "-rfc", "-file", certificate.toString()), List.of());
    return certificate;
  }

  private static void keytool(
      Path folder, List<String> store, List<String> command, List<String> more) throws Exception {
    var all = new java.util.ArrayList<String>();
    all.add(Child.java().replaceFirst("java$", "keytool"));
    all.addAll(command);
    all.addAll(store);
    all.addAll(more);
    var ended = Distribution.run(all, folder, Map.of());
    if (ended.status() != 0) {
      throw new IllegalStateException(ended.out() + ended.err());
    }
  }

  /** Opens one, with the key that belongs to a certificate. */
  static TlsFront open(Path certificate, URI behind) throws Exception {
    var keys = KeyStore.getInstance("PKCS12");
    var file = Path.of(certificate.toString().replaceFirst("pem$", "p12"));
    try (var in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var door =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var front = new TlsFront(door, behind);
    front.threads.execute(front::serve);
    return front;
  }

  URI address() {
    return URI.create("https://127.0.0.1:" + door.getLocalPort());
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        var server = new Socket(behind.getHost(), behind.getPort());
        threads.execute(() -> pass(client, server));
        threads.execute(() -> pass(server, client));
      } catch (IOException e) {
        // Closed, or a client that broke off.
      }
    }
  }

  /** Hands bytes on; whatever ends one direction ends both. */
  private static void pass(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // So it is with a handshake that failed too.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
