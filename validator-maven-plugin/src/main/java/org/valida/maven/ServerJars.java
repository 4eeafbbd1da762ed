package org.valida.maven;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Finds the command line with the server in it, as Maven finds plugins. It is no dependency of the
 * plugin, so that a build which only checks loads none of it, and so that the server has its own
 * version of what Maven has too, such as SLF4J.
 */
final class ServerJars {

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  ServerJars(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = List.copyOf(repositories);
  }

  /** Those of a version of Valida, downloaded if need be. */
  List<Path> find(String version) throws DependencyResolutionException {
    var commandLine = new DefaultArtifact("org.valida", "validator-cli", "jar", version);
    var wanted = new CollectRequest(new Dependency(commandLine, "runtime"), repositories);
    return system
        .resolveDependencies(session, new DependencyRequest(wanted, null))
        .getArtifactResults()
        .stream()
        .map(result -> result.getArtifact().getFile().toPath())
        .toList();
  }
}
