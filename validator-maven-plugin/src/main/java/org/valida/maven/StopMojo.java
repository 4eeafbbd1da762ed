package org.valida.maven;

import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Stops the reference implementation that the goal start started in the same module. */
@Mojo(name = "stop", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class StopMojo extends SpokenMojo {

  @Override
  void run() {
    var server = RunningServer.of(this);
    if (server.isEmpty()) {
      getLog().info(words().text("server.stopped-none"));
      return;
    }
    server.get().stop(this);
    getLog().info(words().text("server.stopped", Map.of("address", server.get().address())));
  }

  @Override
  String skipped() {
    return "server.skipped";
  }
}
