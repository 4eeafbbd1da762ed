package org.valida.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Starts the reference implementation before integration tests, for this machine only. Its address
 * is then the project's property valida.server.address, its port valida.server.port. It stops with
 * the goal stop, at the latest with Maven.
 */
@Mojo(name = "start", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class StartMojo extends SpokenMojo {

  private static final String LOOPBACK = "127.0.0.1";

  /** Port to listen at; 0 for any that is free. */
  @Parameter(property = "valida.port", defaultValue = "0")
  private int port;

  /**
   * A folder, or a URL such as jdbc:postgresql://HOST/NAME, whose user and password are in the
   * variables VALIDA_DB_USER and VALIDA_DB_PASSWORD; otherwise the data are in memory.
   */
  @Parameter(property = "valida.db")
  private String db;

  /** Answers of consulta to load: files, folders, patterns. One with an error is refused. */
  @Parameter(property = "valida.load")
  private List<String> load = List.of();

  /** Whether the sample data are loaded too; without db and load they always are. */
  @Parameter(property = "valida.sample", defaultValue = "false")
  private boolean sample;

  /** User of POST /oauth; with one, consulta needs a token. */
  @Parameter(property = "valida.user")
  private String user;

  /** File with the password of the user; otherwise it is in the variable VALIDA_PASSWORD. */
  @Parameter(property = "valida.passwordFile")
  private File passwordFile;

  /** Methods that the user may call, such as despesa; otherwise all. */
  @Parameter(property = "valida.methods")
  private List<String> methods = List.of();

  /** File with the X-API-KEY of the lote routes; without it any key will do. */
  @Parameter(property = "valida.apiKeyFile")
  private File apiKeyFile;

  /**
   * Whether the db keeps lotes too, with personal data of records that have errors; otherwise they
   * are in memory only.
   */
  @Parameter(property = "valida.persistLotes", defaultValue = "false")
  private boolean persistLotes;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File basedir;

  @Parameter(defaultValue = "${project.properties}", readonly = true, required = true)
  private Properties properties;

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String version;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
  private RepositorySystemSession session;

  @Parameter(defaultValue = "${project.remotePluginRepositories}", readonly = true)
  private List<RemoteRepository> repositories;

  private final RepositorySystem system;

  @Inject
  public StartMojo(RepositorySystem system) {
    this.system = system;
  }

  @Override
  void run() throws MojoExecutionException, IOException {
    var running = RunningServer.of(this);
    if (running.isPresent()) {
      throw new MojoExecutionException(
          words().text("server.twice", Map.of("address", running.get().address())));
    }
    var server =
        RunningServer.start(
                jars(), options(), basedir.toPath(), new LogLines(getLog()::info), complaints())
            .orElseThrow(() -> new MojoExecutionException(words().text("server.none")));
    server.remember(this);
    properties.setProperty("valida.server.address", server.address().toString());
    properties.setProperty("valida.server.port", Integer.toString(server.address().getPort()));
    getLog().info(words().text("server.started", Map.of("address", server.address())));
  }

  private LogLines complaints() {
    return new LogLines(
        line -> getLog().error(words().asParameters(line.replaceFirst("^valida: ", ""))));
  }

  /** The command line with the server, which only this goal needs. */
  private List<Path> jars() throws MojoExecutionException {
    try {
      return new ServerJars(system, session, repositories).find(version);
    } catch (DependencyResolutionException e) {
      throw new MojoExecutionException(
          words().text("server.jars", Map.of("reason", String.valueOf(e.getMessage()))));
    }
  }

  private List<String> options() {
    var options = new ArrayList<String>();
    options.add("--lang=" + words().language());
    options.add("--host=" + LOOPBACK);
    options.add("--port=" + port);
    add(options, "--db", db);
    for (var one : load) {
      add(options, "--load", one);
    }
    if (sample) {
      options.add("--sample");
    }
    add(options, "--user", user);
    add(options, "--password-file", passwordFile);
    add(options, "--methods", methods.isEmpty() ? null : String.join(",", methods));
    add(options, "--api-key-file", apiKeyFile);
    if (persistLotes) {
      options.add("--persist-lotes");
    }
    return options;
  }

  private static void add(List<String> options, String name, Object value) {
    if (value != null) {
      options.add(name + "=" + value);
    }
  }

  @Override
  String skipped() {
    return "server.skipped";
  }
}
