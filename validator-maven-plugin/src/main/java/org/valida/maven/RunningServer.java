package org.valida.maven;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.plugin.ContextEnabled;

/** The server of a module, loaded apart from Maven. It ends with Maven if nobody stops it. */
final class RunningServer {

  private static final String KEY = "valida.server";

  private final URI address;
  private final AutoCloseable server;
  private final URLClassLoader classes;

  private RunningServer(URI address, AutoCloseable server, URLClassLoader classes) {
    this.address = address;
    this.server = server;
    this.classes = classes;
  }

  /**
   * Starts one.
   *
   * @param jars where its classes are
   * @param options of {@code valida serve}
   * @param folder what paths in them are relative to
   * @return empty if it does not serve, which {@code err} tells why
   */
  static Optional<RunningServer> start(
      List<Path> jars, List<String> options, Path folder, OutputStream out, OutputStream err)
      throws IOException {
    var urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toUri().toURL();
    }
    var classes = new URLClassLoader("valida", urls, ClassLoader.getPlatformClassLoader());
    boolean started = false;
    try {
      var server = start(classes, options, folder, out, err);
      started = server.isPresent();
      return server.map(
          one -> new RunningServer((URI) ((Supplier<?>) one).get(), (AutoCloseable) one, classes));
    } finally {
      if (!started) {
        classes.close();
      }
    }
  }

  private static Optional<?> start(
      ClassLoader classes, List<String> options, Path folder, OutputStream out, OutputStream err) {
    try {
      return (Optional<?>)
          classes
              .loadClass("org.valida.cli.EmbeddedServer")
              .getMethod("start", List.class, Path.class, OutputStream.class, OutputStream.class)
              .invoke(null, options, folder, out, err);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the server and the plugin are of different versions", e);
    }
  }

  URI address() {
    return address;
  }

  /** Makes it that of the module which a goal is run for. */
  @SuppressWarnings("unchecked") // Maven's map is raw.
  void remember(ContextEnabled goal) {
    ((Map<Object, Object>) goal.getPluginContext()).put(KEY, this);
  }

  /** That of the module which a goal is run for. */
  static Optional<RunningServer> of(ContextEnabled goal) {
    return Optional.ofNullable((RunningServer) goal.getPluginContext().get(KEY));
  }

  /** Stops and forgets it. */
  void stop(ContextEnabled goal) {
    goal.getPluginContext().remove(KEY);
    try (classes) {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
