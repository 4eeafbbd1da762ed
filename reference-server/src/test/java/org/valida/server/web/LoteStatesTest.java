package org.valida.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.valida.server.Client;
import org.valida.server.LoteClient;
import org.valida.server.lote.Checking;
import org.valida.server.lote.DailyCheck;
import org.valida.server.lote.Sandbox;
import org.valida.server.oauth.Access;
import org.valida.server.oauth.ApiKeys;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseUrl;

/** How far a lote is, seen from outside while the check is held up. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LoteStatesTest {

  private static final String PATH = "/v1/matriculas/confirmar-matriculas/lote";

  /** A client of a server that checks in this way. */
  private interface Use {
    void of(LoteClient client) throws Exception;
  }

  private static void serve(Checking checking, Use use) throws Exception {
    var clock = Clock.systemUTC();
    var troubles = new ArrayList<Throwable>();
    try (var database = Database.open(DatabaseUrl.inMemory(), 3);
        var sandbox = new Sandbox("pt", clock, checking, troubles::add);
        var web =
            Web.start(
                database,
                new Web.Gates(new Access(Optional.empty(), clock), ApiKeys.only("chave")),
                sandbox,
                new Web.Options("127.0.0.1", 0, "pt", clock, troubles::add))) {
      var address = URI.create("http://127.0.0.1:" + web.port());
      use.of(new LoteClient(new Client(address), "chave"));
    }
  }

  private static Client.Answer send(LoteClient client, String lote) {
    return client.send("POST", PATH, lote.getBytes(StandardCharsets.UTF_8));
  }

  private static String sent(LoteClient client, String lote) {
    return PATH + "/" + send(client, lote).member("id");
  }

  private static String state(LoteClient client, String path) {
    return client.get(path).member("status_processamento");
  }

  @Test
  void aLoteGoesThroughItsFourStates() throws Exception {
    var begun = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var real = new DailyCheck(Clock.systemUTC());
    Checking held =
        (contract, payload, handler) -> {
          begun.countDown();
          await(mayEnd);
          real.check(contract, payload, handler);
        };
    serve(
        held,
        client -> {
          var first = sent(client, "[{\"codigoMatriculaSgp\":1}]");
          var second = sent(client, "[{\"codigoMatriculaSgp\":\"x\"}]");
          begun.await();

          assertThat(state(client, first)).isEqualTo("Em processamento");
          assertThat(state(client, second)).isEqualTo("Enviado");
          var early = client.get(second + "/erros");
          assertThat(early.status()).isEqualTo(200);
          assertThat(early.member("message")).isEqualTo("Lote com status de envio");
          assertThat(early.json().member("errors").orElseThrow().elements()).isEmpty();
          mayEnd.countDown();
          client.whenThrough(second);
          assertThat(state(client, first)).isEqualTo("Processado com sucesso");
          assertThat(state(client, second)).isEqualTo("Processado com erro");
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new java.util.concurrent.CancellationException();
    }
  }

  @Test
  void whenTooManyWaitNoMoreAreTaken() throws Exception {
    var never = new CountDownLatch(1);
    serve(
        (contract, payload, handler) -> await(never),
        client -> {
          Client.Answer answer;
          int taken = 0;
          do {
            answer = send(client, "[{\"codigoMatriculaSgp\":1}]");
            taken++;
          } while (answer.status() == 201 && taken < 1_000);

          assertThat(answer.status()).isEqualTo(503);
          assertThat(answer.header("retry-after")).isEqualTo("5");
          assertThat(answer.json().member("success").orElseThrow().isTrue()).isFalse();
          assertThat(taken).isGreaterThan(100);
        });
  }

  @Test
  void aFailureOfTheServerEndsTheLoteAndShowsNothingOfItself() throws Exception {
    serve(
        (contract, payload, handler) -> {
          throw new IllegalStateException("secret");
        },
        client -> {
          var path = sent(client, "[{\"codigoMatriculaSgp\":1}]");

          assertThat(client.whenThrough(path).member("status_processamento"))
              .isEqualTo("Processado com erro");
          assertThat(client.get(path + "/erros").body())
              .contains("O servidor falhou")
              .doesNotContain("secret", "Exception");
        });
  }
}
