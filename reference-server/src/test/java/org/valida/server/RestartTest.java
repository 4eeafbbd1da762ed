package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.valida.Valida;
import org.valida.server.load.LoadResult.Loaded;
import org.valida.server.load.Loader;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseUrl;

/** What was acknowledged is there after whatever happens to the process, and nothing by halves. */
class RestartTest {

  private static final int ENTES = 200;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aRestartKeepsTheData(Engine engine) {
    var url = engine.fresh(folder);
    var settings = ReferenceServer.Settings.local(0);
    var path = "/consulta/despesa?num_ano=2024&sgl_uf=RS";
    String before;
    try (var server = SampleServer.start(url, settings)) {
      before = server.client().get(path).body();
    }
    try (var server = SampleServer.empty(url, settings)) {
      assertThat(withoutTime(server.client().get(path).body())).isEqualTo(withoutTime(before));
    }
  }

  private static String withoutTime(String answer) {
    return answer.replaceFirst("\"dat_consulta\":\"[^\"]*\"", "");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aKilledLoadKeepsWhatWasAcknowledgedAndNothingByHalves(Engine engine) throws Exception {
    var url = engine.fresh(folder);
    for (int kill = 0; kill < 2; kill++) {
      var acknowledged = loadUntilKilled(url, 2 + kill);

      try (var server = SampleServer.empty(url, ReferenceServer.Settings.local(0))) {
        for (int payload : acknowledged) {
          assertThat(entes(server, payload))
              .as("acknowledged payload %d", payload)
              .isEqualTo(ENTES);
        }
        for (int payload = 0; payload <= acknowledged.size(); payload++) {
          assertThat(entes(server, payload)).as("payload %d, by halves", payload).isIn(0, ENTES);
        }
      }
    }
  }

  /** How many entes of a payload are answered, each with its whole list. */
  private static int entes(SampleServer server, int payload) {
    var entes =
        server
            .client()
            .get("/consulta/despesa?num_ano=" + year(payload))
            .json()
            .member("ente")
            .orElseThrow()
            .elements();
    assertThat(entes)
        .allSatisfy(
            ente -> assertThat(ente.member("despesa").orElseThrow().elements()).hasSize(20));
    return entes.size();
  }

  /** Loads payloads in a process of its own and kills it, as kill -9 does, in the midst of one. */
  private static List<Integer> loadUntilKilled(DatabaseUrl url, int after) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Loading.class.getName(),
                url.jdbc())
            .redirectErrorStream(true)
            .start();
    var acknowledged = new ArrayList<Integer>();
    var said = new ArrayList<String>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
        if (line.startsWith("loaded ")) {
          acknowledged.add(Integer.parseInt(line.substring(7)));
        }
        if (acknowledged.size() == after) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(process.waitFor()).as("%s", said).isNotZero();
    assertThat(acknowledged).as("%s", said).hasSizeGreaterThanOrEqualTo(after);
    return acknowledged;
  }

  @Test
  void theFilesOfAFolderAreAsNobodyElseNames() throws Exception {
    try (var database = Database.open(DatabaseUrl.inFolder(folder.resolve("new/one")), 3)) {
      assertThat(database.isReady()).isTrue();
    }
    try (var files = java.nio.file.Files.list(folder.resolve("new/one"))) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("valida.mv.db");
    }
  }

  private static int year(int payload) {
    return 2021 + payload;
  }

  /** The process that is killed: loads one payload after the other and says of each that it did. */
  static final class Loading {

    private Loading() {}

    public static void main(String[] arguments) throws Exception {
      var url = DatabaseUrl.of(arguments[0], Optional.empty(), Optional.empty());
      try (var database = Database.open(url, 3)) {
        var valida = Valida.builder().today(java.time.LocalDate.of(2200, 1, 1)).build();
        var loader = new Loader(valida, database, Clock.systemUTC());
        for (int payload = 0; payload < 100; payload++) {
          var result = loader.load(Payload.of(entes(year(payload))));
          if (!(result instanceof Loaded)) {
            throw new IllegalStateException(result.toString());
          }
          System.out.println("loaded " + payload);
        }
      }
    }

    private static String entes(int year) {
      var table =
          org.valida.contract.ContractCatalog.builtIn()
              .table("mce/despesa.schema.json", "municipio");
      var entes = new ArrayList<String>();
      for (int row = 0; row < ENTES; row++) {
        entes.add(
            "{'sgl_uf':'%s','cod_municipio':%s,'num_ano':%d,'num_periodo':1,'despesa':[%s]}"
                .formatted(table.text(row, "uf"), table.text(row, "code"), year, items()));
      }
      return String.join(",", entes);
    }

    private static String items() {
      var items = new ArrayList<String>();
      for (int item = 0; item < 20; item++) {
        items.add(
            "{'cod_fonte':540,'des_elemento_despesa':'319011%02d','vlr_despesa_empenhada':3.30,"
                    .formatted(item + 1)
                + "'vlr_despesa_liquidada':2.20,'vlr_despesa_paga':1.10}");
      }
      return String.join(",", items);
    }
  }
}
