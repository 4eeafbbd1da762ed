package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.valida.server.lote.Checking;
import org.valida.server.lote.DailyCheck;
import org.valida.server.lote.Operation;
import org.valida.server.lote.Sandbox;
import org.valida.server.lote.Status;
import org.valida.server.lote.Subject;
import org.valida.server.store.Database;
import org.valida.server.store.Lotes;

/** Lotes outlive the server where that was asked for, and nowhere else. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LotesThatLastTest {

  private static final String PATH = "/v1/matriculas/confirmar-matriculas/lote";

  /** The second record lacks what it has to have. */
  private static final String LOTE =
      """
      [{"codigoMatriculaSgp": "A1 'é' \ud83d\ude00"}, {"codigoMatriculaSgp": 5, "outro": true}, {}]
      """;

  @TempDir Path folder;

  private static String send(LoteClient client) {
    var taken = client.send("POST", PATH, LOTE.getBytes(StandardCharsets.UTF_8));
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    return PATH + "/" + taken.member("id");
  }

  private static LoteClient client(SampleServer server) {
    return new LoteClient(server.client(), "chave");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aRestartKnowsStatesAndErrorsInTheirOrder(Engine engine) {
    var url = engine.fresh(folder);
    var settings = ReferenceServer.Settings.local(0).persistingLotes();
    var paths = new ArrayList<String>();
    var before = new ArrayList<String>();
    try (var server = SampleServer.empty(url, settings)) {
      for (int i = 0; i < 3; i++) {
        paths.add(send(client(server)));
      }
      for (var path : paths) {
        before.add(client(server).whenThrough(path).body());
        before.add(client(server).get(path + "/erros").body());
      }
    }
    assertThat(before.get(1)).contains("\"erro\":").contains("codigoMatriculaSgp");
    try (var server = SampleServer.empty(url, settings)) {
      var after = new ArrayList<String>();
      for (var path : paths) {
        after.add(client(server).get(path).body());
        after.add(client(server).get(path + "/erros").body());
      }
      assertThat(after).isEqualTo(before);
      assertThat(new LoteClient(server.client(), "outra").get(paths.get(0)).status())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void withoutBeingToldNothingOfALoteIsStored(Engine engine) {
    var url = engine.fresh(folder);
    String path;
    try (var server = SampleServer.empty(url, ReferenceServer.Settings.local(0))) {
      path = send(client(server));
      client(server).whenThrough(path);
    }
    try (var server =
        SampleServer.empty(url, ReferenceServer.Settings.local(0).persistingLotes())) {
      assertThat(client(server).get(path).status()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aLoteThatWasNotThroughHasFailedAndSaysSo(Engine engine) throws Exception {
    var clock = Clock.systemUTC();
    try (var database = Database.open(engine.fresh(folder), 3)) {
      var begun = new CountDownLatch(1);
      Checking stuck =
          (contract, payload, handler) -> {
            begun.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              throw new java.util.concurrent.CancellationException();
            }
          };
      var first = new Sandbox("pt", clock, stuck, trouble -> {}, new Lotes(database));
      var body = new java.io.ByteArrayInputStream(LOTE.getBytes(StandardCharsets.UTF_8));
      var lote = first.receive("conta", Operation.CONFIRMAR, body);
      begun.await();
      first.close();

      try (var second =
          new Sandbox("pt", clock, new DailyCheck(clock), trouble -> {}, new Lotes(database))) {
        var found = second.find("conta", Subject.CONFIRMAR, lote.id()).orElseThrow();
        assertThat(found.status()).isEqualTo(Status.FAILED);
        assertThat(found.sent()).isEqualTo(lote.sent());
        assertThat(found.errors())
            .extracting(error -> error.sentence())
            .isEqualTo(List.of("O servidor parou antes de verificar o lote; envie-o de novo."));
      }
    }
  }
}
