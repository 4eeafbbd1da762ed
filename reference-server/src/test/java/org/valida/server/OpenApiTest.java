package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.valida.json.JsonValue;
import org.valida.server.consulta.Method;
import org.valida.server.consulta.Parameter;
import org.valida.server.store.DatabaseUrl;
import org.valida.server.web.RouteList;

/** /openapi.json says what the server does, no more and no less. */
class OpenApiTest {

  private final Client client = SampleServer.shared(Engine.H2).client();
  private final JsonValue document = client.get("/openapi.json").json();

  @Test
  void itIsOpenApi31() {
    assertThat(document.member("openapi").orElseThrow().string()).startsWith("3.1.");
    assertThat(client.get("/openapi.json").header("content-type")).isEqualTo("application/json");
  }

  @Test
  void itListsTheRoutesThatThereAre() {
    var listed = new TreeSet<String>();
    document
        .member("paths")
        .orElseThrow()
        .members()
        .forEach(
            (path, operations) ->
                operations.members().keySet().forEach(verb -> listed.add(verb + " " + path)));

    assertThat(listed).isEqualTo(RouteList.of(DatabaseUrl.inMemory()));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void itNamesTheParametersThatAMethodTakes(Method method) {
    var listed = new TreeSet<String>();
    for (var parameter :
        operation("get", method.path()).member("parameters").orElseThrow().elements()) {
      listed.add(parameter.member("name").orElseThrow().string());
    }
    var taken = new TreeSet<String>();
    for (var parameter : Parameter.values()) {
      if (method == Method.RETIFICADORA || !parameter.label().startsWith("dat_")) {
        taken.add(parameter.label());
      }
    }

    assertThat(listed).isEqualTo(taken);
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void itNamesTheAttributesOfAMethodsAnswer(Method method) {
    var name =
        method.label().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + method.label().substring(1);
    var row = at(at(at(schema(name), "properties"), "ente"), "items");
    if (!method.hasList()) {
      assertThat(at(row, "$ref").string()).endsWith("/EnteKey");
      return;
    }
    var items = at(at(at(row, "properties"), method.list()), "items");

    assertThat(
            items
                .member("properties")
                .map(properties -> List.copyOf(properties.members().keySet())))
        .isEqualTo(
            method.plainItems()
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                    method.attributes().stream().map(attribute -> attribute.name()).toList()));
  }

  static Stream<String> references() {
    var document = SampleServer.shared(Engine.H2).client().get("/openapi.json").json();
    var found = new TreeSet<String>();
    collect(document, found);
    return found.stream();
  }

  private static void collect(JsonValue value, Set<String> found) {
    value.member("$ref").ifPresent(reference -> found.add(reference.string()));
    var below = new ArrayList<JsonValue>(value.members().values());
    below.addAll(value.elements());
    below.forEach(each -> collect(each, found));
  }

  @ParameterizedTest
  @MethodSource("references")
  void everyReferenceLeadsToSomething(String reference) {
    var value = document;
    for (var step : reference.substring(2).split("/", -1)) {
      value = at(value, step);
    }

    assertThat(value.members()).isNotEmpty();
  }

  private JsonValue operation(String verb, String path) {
    return at(at(at(document, "paths"), path), verb);
  }

  private JsonValue schema(String name) {
    return at(at(at(document, "components"), "schemas"), name);
  }

  private static JsonValue at(JsonValue object, String name) {
    return object.member(name).orElseThrow(() -> new AssertionError("no member " + name));
  }
}
