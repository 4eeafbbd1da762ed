package org.valida.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.valida.TestData;

/**
 * Jazzer on one target, in a process of its own: a fixed number of executions in every build, or
 * for as many seconds as {@code -Dvalida.fuzz=N} says. What it found stands in {@code target/fuzz},
 * and belongs into a test with a name.
 *
 * @param target has a method {@code fuzzerTestOneInput(byte[])}
 * @param watched the classes whose branches it tries to reach, such as {@code org.valida.**}
 * @param folder of its seeds, of what it found worth keeping, and of its findings
 */
public record Jazzer(Class<?> target, String watched, Path folder) {

  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");

  /** With a folder below that of a module. */
  public static Jazzer in(String module, Class<?> target, String watched) {
    var folder = TestData.root().resolve(module).resolve("target/fuzz");
    return new Jazzer(target, watched, folder.resolve(target.getSimpleName()));
  }

  /** The folder for what it may begin with. */
  public Path seeds() throws IOException {
    return Files.createDirectories(folder.resolve("seeds"));
  }

  /**
   * Runs it, and fails with what it says if it finds something.
   *
   * @param runs executions, unless a time was asked for
   */
  public void run(int runs) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("corpus"));

    var process = new ProcessBuilder(command(runs)).redirectErrorStream(true).start();
    var output = new ByteArrayOutputStream();
    process.getInputStream().transferTo(output);
    var said = output.toString(StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    var done = DONE.matcher(said);
    assertThat(done.find()).as(said).isTrue();
    System.out.printf(
        "%s: %s executions in %s s, no finding%n",
        target.getSimpleName(), done.group(1), done.group(2));
  }

  private List<String> command(int runs) throws IOException {
    var seconds = System.getProperty("valida.fuzz", "");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC"));
    if (seconds.isEmpty()) {
      // So short a run does not gain by compiling to the utmost.
      command.add("-XX:TieredStopAtLevel=1");
    }
    if (Runtime.version().feature() >= 21) {
      command.add("-XX:+EnableDynamicAgentLoading");
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.getName(),
            "--instrumentation_includes=" + watched,
            "--custom_hook_includes=none",
            "--keep_going=1",
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-rss_limit_mb=0",
            "-len_control=0",
            "-seed=20260131",
            "-print_final_stats=1"));
    command.add(seconds.isEmpty() ? "-runs=" + runs : "-max_total_time=" + Long.parseLong(seconds));
    command.add(folder.resolve("corpus").toString());
    command.add(seeds().toString());
    return command;
  }
}
