package org.valida.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.valida.TestData;
import org.valida.fuzz.Jazzer;

/** Lets {@link Jazzer} look for requests that break the server. */
class RequestsFuzzingTest {

  private static final int RUNS = 600;

  @Test
  void nothingBreaksIt() throws IOException, InterruptedException {
    var jazzer = Jazzer.in("reference-server", RequestsFuzz.class, "org.valida.server.**");
    seeds(jazzer.seeds());

    jazzer.run(RUNS);
  }

  /** Each route by each usual method, with a small body that fits some of them. */
  private static void seeds(Path folder) throws IOException {
    var lotes = TestData.files(TestData.testdata().resolve("sgp/valid"), ".json");
    int routes = RequestsFuzz.routes().size();
    for (int route = 0; route < routes; route++) {
      for (int verb = 0; verb < 3; verb++) {
        var seed = new ByteArrayOutputStream();
        var query = "page=1".getBytes(StandardCharsets.US_ASCII);
        seed.write(new byte[] {(byte) route, (byte) verb, 0, (byte) query.length});
        seed.write(query);
        var lote = lotes.get(route * 3 % lotes.size());
        if (Files.size(lote) < 2_000) {
          seed.write(TestData.bytes(lote));
        }
        Files.write(folder.resolve("seed-" + route + "-" + verb), seed.toByteArray());
      }
    }
  }
}
