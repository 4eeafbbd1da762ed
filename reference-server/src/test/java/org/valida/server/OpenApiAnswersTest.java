package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.valida.server.consulta.Method;
import org.valida.server.oauth.Login;
import org.valida.server.store.DatabaseUrl;

/**
 * Every status that /openapi.json names for a route is answered once, and the body is what the
 * document says. Its schemas use nothing that draft 7 does not have.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OpenApiAnswersTest {

  private static final String USER = "SIOPE";
  private static final String PASSWORD = "segredo";

  /**
   * What takes a hundred requests that wait, or one that takes its time: their bodies are those of
   * the other refusals of their family.
   */
  private static final String NOT_ASKED_FOR =
      "post /oauth (408|429)|(post|patch) /v1/.*/lote (408|503)";

  private static JSONObject document;
  private static SampleServer open;
  private static SampleServer closed;
  private static SampleServer broken;
  private static Client forbidden;

  private final TreeSet<String> seen = new TreeSet<>();

  @BeforeAll
  static void start() {
    open = SampleServer.shared(Engine.H2);
    document = new JSONObject(open.client().get("/openapi.json").body());
    closed =
        SampleServer.empty(
            DatabaseUrl.inMemory(),
            ReferenceServer.Settings.local(0)
                .with(Login.of(USER, PASSWORD, EnumSet.noneOf(Method.class))));
    forbidden = closed.client().with(login().member("access_token"));
    broken = SampleServer.empty(DatabaseUrl.inMemory(), ReferenceServer.Settings.local(0));
    broken.loseDatabase();
  }

  @AfterAll
  static void stop() {
    closed.close();
    broken.close();
  }

  private static Client.Answer login() {
    return oauth(PASSWORD);
  }

  private static Client.Answer oauth(String password) {
    var request = new JSONObject();
    request.put("grant_type", "password");
    request.put("client_id", USER);
    request.put("username", USER);
    request.put("password", password);
    return closed.client().post("/oauth", "application/json", request.toString());
  }

  /** Holds an answer against what the document says of that route and status. */
  private void check(String verb, String route, Client.Answer answer) {
    var what = verb + " " + route + " " + answer.status();
    var responses = at(document, "paths", route, verb, "responses");
    assertThat(responses.keySet()).as(what).contains(String.valueOf(answer.status()));
    var response = resolved(responses.getJSONObject(String.valueOf(answer.status())));
    var content = response.getJSONObject("content");
    var type = answer.header("content-type").replaceFirst(";.*", "");
    assertThat(content.keySet()).as(what).containsExactly(type);
    var schema = content.getJSONObject(type).getJSONObject("schema");
    try {
      loaded(schema).validate(new JSONTokener(answer.body()).nextValue());
    } catch (ValidationException e) {
      throw new AssertionError(what + ": " + e.getAllMessages() + " in " + answer.body(), e);
    }
    seen.add(what);
  }

  private static org.everit.json.schema.Schema loaded(JSONObject schema) {
    var whole = new JSONObject(schema.toString());
    whole.put("components", document.getJSONObject("components"));
    return SchemaLoader.builder().draftV7Support().schemaJson(whole).build().load().build();
  }

  private static JSONObject resolved(JSONObject value) {
    return value.has("$ref")
        ? at(document, value.getString("$ref").substring(2).split("/", -1))
        : value;
  }

  private static JSONObject at(JSONObject value, String... steps) {
    for (var step : steps) {
      value = value.getJSONObject(step);
    }
    return value;
  }

  @Test
  void everyAnswerHasTheBodyThatTheDocumentSays() {
    for (var method : Method.values()) {
      consulta(method.path());
    }
    check("post", "/oauth", login());
    check("post", "/oauth", oauth("errada"));
    check("post", "/oauth", closed.client().post("/oauth", "application/json", " ".repeat(20_000)));
    check("get", "/health", open.client().get("/health"));
    check("get", "/health", broken.client().get("/health"));
    check("get", "/openapi.json", open.client().get("/openapi.json"));
    for (var route : document.getJSONObject("paths").keySet()) {
      for (var verb : at(document, "paths", route).keySet()) {
        if (route.endsWith("/lote") && !verb.equals("get")) {
          send(verb, route);
        }
      }
    }

    var named = new TreeSet<String>();
    for (var route : document.getJSONObject("paths").keySet()) {
      for (var verb : at(document, "paths", route).keySet()) {
        for (var status : at(document, "paths", route, verb, "responses").keySet()) {
          named.add(verb + " " + route + " " + status);
        }
      }
    }
    named.removeIf(what -> what.matches(NOT_ASKED_FOR));
    assertThat(seen).isEqualTo(named);
  }

  private void consulta(String path) {
    var query = "?num_ano=2024";
    check("get", path, open.client().get(path + query));
    check("get", path, open.client().get(path));
    check("get", path, closed.client().get(path + query));
    check("get", path, forbidden.get(path + query));
    check("get", path, broken.client().get(path + query));
  }

  /** Sends lotes that way, and asks for what became of them. */
  private void send(String verb, String route) {
    var client = new LoteClient(open.client(), "chave");
    var http = verb.toUpperCase(Locale.ROOT);
    var wrong = client.send(http, route, bytes("[{\"cpf\": \"x\", \"codigoMatriculaSgp\": 5}]"));
    check(verb, route, wrong);
    check(verb, route, client.send(http, route, bytes("{}")));
    check(verb, route, new LoteClient(open.client(), "").send(http, route, bytes("[]")));
    check(verb, route, client.send(http, route, new byte[(16 << 20) + 1]));
    if (at(document, "paths", route).has("get")) {
      asked(route, route);
      check("get", route, client.get(route + "?page=0"));
    }
    var one = route + "/{id}";
    var lote = route + "/" + wrong.member("id");
    check("get", one, client.whenThrough(lote));
    check("get", one, client.get(lote + "?incluir_objetos_processados=true"));
    check("get", one + "/erros", client.get(lote + "/erros"));
    for (var end : new String[] {"", "/erros"}) {
      asked(one + end, lote + end);
      check("get", one + end, client.get(route + "/1" + end));
      check("get", one + end, client.get(route + "/" + UUID.randomUUID() + end));
    }
  }

  /** With the key and without. */
  private void asked(String route, String path) {
    check("get", route, new LoteClient(open.client(), "chave").get(path));
    check("get", route, open.client().send(open.client().request(path).GET()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
