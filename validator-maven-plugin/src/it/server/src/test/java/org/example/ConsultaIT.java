package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What a client of the service is tried with. */
class ConsultaIT {

  private static HttpResponse<String> get(String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(System.getProperty("siope.address") + path));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void theServiceHasWhatWasLoaded() throws Exception {
    var answer = get("/consulta/funcao12?num_ano=2019");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"cod_subfuncao\":"), answer.body());
  }

  @Test
  void itSaysThatAParameterIsWrong() throws Exception {
    assertEquals(400, get("/consulta/funcao12?num_ano=19").statusCode());
  }
}
