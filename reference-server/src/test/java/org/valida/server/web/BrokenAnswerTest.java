package org.valida.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.server.consulta.EnteKey;
import org.valida.server.consulta.FilterReader;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Municipios;
import org.valida.server.oauth.Access;

/** What a client sees when the database fails. */
class BrokenAnswerTest {

  private final List<Throwable> trouble = new ArrayList<>();
  private Javalin javalin;

  @AfterEach
  void stop() {
    javalin.stop();
  }

  /** Asks a server whose database fails after so many entes. */
  private HttpResponse<String> ask(int entes) throws IOException, InterruptedException {
    var clock = Clock.systemUTC();
    var problems = new Problems("en", trouble::add);
    var route =
        new ConsultaRoute(
            Method.DIVERGENCIA,
            new Access(Optional.empty(), clock),
            new FilterReader(Municipios.builtIn()),
            (method, filter, sink) -> {
              for (int i = 0; i < entes; i++) {
                sink.ente(new EnteKey("RS", EnteKey.STATE, 2024, 1));
              }
              throw new IllegalStateException("select segredo from tabela");
            },
            problems,
            clock);
    javalin =
        Javalin.create(
                config -> {
                  config.jetty.host = "127.0.0.1";
                  config.jetty.port = 0;
                  config.startup.showJavalinBanner = false;
                  config.routes.get("/consulta/divergencia", route::handle);
                  config.routes.exception(
                      Exception.class,
                      (e, context) -> Problems.answer(context, problems.of(e, context)));
                })
            .start();
    var address = "http://127.0.0.1:" + javalin.port() + "/consulta/divergencia?num_ano=2024";
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  @Test
  void beforeTheFirstByteItIsAProblemThatShowsNothingOfIt() throws Exception {
    var answer = ask(0);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Server Error\",\"status\":500,"
                + "\"detail\":\"The server failed; the request was right.\"}");
    assertThat(trouble).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10_000})
  void afterItTheConnectionIsCutSoThatNobodyTakesItForTheWhole(int entes) {
    assertThatThrownBy(() -> ask(entes)).isInstanceOf(IOException.class);
  }
}
