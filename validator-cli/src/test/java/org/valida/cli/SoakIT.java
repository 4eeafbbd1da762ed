package org.valida.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged server in a process of its own under the load of wrk, twice in a row: no request
 * fails, and after the second time it holds no more memory than after the first. Each time takes
 * three seconds; {@code -Dvalida.soak=30} makes it thirty.
 */
@DisabledOnOs(OS.WINDOWS)
class SoakIT {

  private static final int SECONDS = Integer.getInteger("valida.soak", 3);
  private static final int CONNECTIONS = 100;

  /**
   * How many more bytes the same load may leave behind. It leaves about none; a loss of some
   * hundred bytes with each request is more than that after three seconds, and of some ten after
   * thirty.
   */
  private static final long SLACK = 1 << 20;

  private static final int REST_SECONDS = 30;

  /** What clients ask for: one município, a list of the states, rectifications, a whole state. */
  private static final String SCRIPT =
      """
      local paths = {
        "/consulta/despesa?num_ano=2024&num_periodo=6&cod_municipio=-1",
        "/consulta/receita?num_ano=2024&cod_municipio=431490",
        "/consulta/retificadora?dat_inicio=2024-01-01%2000:00:00&dat_fim=2025-12-31%2000:00:00",
        "/consulta/indicador?num_ano=2024&sgl_uf=RS",
        "/consulta/informacoescomplementares?num_ano=2024&num_periodo=1&cod_municipio=-1",
      }
      local n = 0
      request = function()
        n = n % #paths + 1
        return wrk.format("GET", paths[n])
      end
      done = function(summary, latency, requests)
        local e = summary.errors
        io.write(string.format(
          "\\nSOAK requests=%d bytes=%d connect=%d read=%d write=%d timeout=%d status=%d p50=%.1f p99=%.1f max=%.1f\\n",
          summary.requests, summary.bytes, e.connect, e.read, e.write, e.timeout, e.status,
          latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
      end
      """;

  private static final Pattern LINE =
      Pattern.compile("SOAK requests=([0-9]+) bytes=([0-9]+) ((?:[a-z]+=[0-9]+ ?){5}) p50=.*");

  @TempDir private Path folder;

  /** What wrk counted: how many were answered, and in which ways how many were not. */
  private record Load(long requests, String errors, String line) {}

  @Test
  void aHundredConnectionsAtOnceAreAllAnsweredAndLeaveNothingBehind() throws Exception {
    Assumptions.assumeTrue(isHere("wrk"), "wrk is missing (Debian: apt-get install wrk): no load");
    Files.writeString(folder.resolve("senha.txt"), "segredo");
    Files.writeString(folder.resolve("load.lua"), SCRIPT);
    var server = start();
    try {
      var address = address(server);
      var token = token(address);
      // Before anything is measured, everything has been asked for: classes, caches, threads.
      load(address, token);
      long before = held(server);
      var load = load(address, token);
      long after = heldInTheEnd(server, before + SLACK);

      say(load, before, after, resident(server));
      assertThat(load.errors()).isEqualTo("connect=0 read=0 write=0 timeout=0 status=0");
      assertThat(load.requests()).isGreaterThanOrEqualTo(CONNECTIONS);
      assertThat(after).as("bytes held, %d before", before).isLessThan(before + SLACK);
    } finally {
      server.destroy();
      if (!server.waitFor(5, TimeUnit.MINUTES)) {
        server.destroyForcibly();
      }
    }
    assertThat(server.exitValue()).as("ended by a signal").isEqualTo(143);
  }

  private static void say(Load load, long before, long after, String resident) {
    System.out.printf(
        "wrk: %d s, %d connections, %d requests/s: %s; heap %,d KiB before, %,d KiB after; process %s%n",
        SECONDS,
        CONNECTIONS,
        load.requests() / SECONDS,
        load.line(),
        before >> 10,
        after >> 10,
        resident);
  }

  private Process start() throws IOException {
    var jar = Project.root().resolve("validator-cli/target/valida.jar");
    return new ProcessBuilder(
            Child.java(),
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-jar",
            jar.toString(),
            "serve",
            "--lang=en",
            "--port=0",
            "--user=SIOPE",
            "--password-file=senha.txt")
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Reads what it says, until it says where it is. */
  private static String address(Process server) throws IOException {
    var said =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      var address = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+").matcher(line);
      if (address.find()) {
        return address.group();
      }
    }
    throw new IllegalStateException("the server ended");
  }

  private static String token(String address) throws Exception {
    var body =
        """
        {"grant_type": "password", "client_id": "siope", "username": "SIOPE", "password": "segredo"}
        """;
    var request =
        HttpRequest.newBuilder(URI.create(address + "/oauth"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().replaceFirst("(?s).*\"access_token\":\"([^\"]*)\".*", "$1");
  }

  private Load load(String address, String token) throws Exception {
    var command =
        List.of(
            "wrk",
            "--threads=2",
            "--connections=" + CONNECTIONS,
            "--duration=" + SECONDS + "s",
            // A machine that is busy with something else is no error of the server's.
            "--timeout=60s",
            "--header=Authorization: Bearer " + token,
            "--script=load.lua",
            address);
    var ended = Distribution.run(command, folder, Map.of());
    var line = LINE.matcher(ended.out());
    assertThat(line.find()).as(ended.out() + ended.err()).isTrue();
    return new Load(Long.parseLong(line.group(1)), line.group(3).strip(), line.group());
  }

  /**
   * What it still holds when it has come to rest: that a hundred connections were closed it may
   * notice a little later than the client. What is lost stays lost, however long one waits.
   */
  private long heldInTheEnd(Process server, long enough) throws Exception {
    long bytes = held(server);
    for (int waits = 0; bytes >= enough && waits < REST_SECONDS; waits++) {
      TimeUnit.SECONDS.sleep(1);
      bytes = held(server);
    }
    return bytes;
  }

  /** Bytes of the heap that are reachable. */
  private long held(Process server) throws Exception {
    var pid = Long.toString(server.pid());
    jcmd(pid, "GC.run");
    var heap = jcmd(pid, "GC.heap_info");
    var used = Pattern.compile("total [0-9]+K, used ([0-9]+)K").matcher(heap);
    long bytes = used.results().mapToLong(each -> Long.parseLong(each.group(1)) << 10).sum();
    assertThat(bytes).as(heap).isPositive();
    return bytes;
  }

  private String jcmd(String... arguments) throws Exception {
    var command = new java.util.ArrayList<>(List.of(Child.java().replaceFirst("java$", "jcmd")));
    command.addAll(List.of(arguments));
    var ended = Distribution.run(command, folder, Map.of());
    assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
    return ended.out();
  }

  /** All of its memory, where the system tells. */
  private static String resident(Process server) throws IOException {
    var status = Path.of("/proc", Long.toString(server.pid()), "status");
    if (!Files.isReadable(status)) {
      return "?";
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.substring(6).strip())
          .findFirst()
          .orElse("?");
    }
  }

  private static boolean isHere(String program) {
    return Pattern.compile(":")
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
