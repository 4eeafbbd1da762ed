package org.valida.schema;

import java.util.Set;

/** The attributes in which frameworks wrap a payload, or its pages. */
final class Envelope {

  private static final Set<String> NAMES =
      Set.of(
          "data",
          "dados",
          "items",
          "itens",
          "content",
          "result",
          "results",
          "resultado",
          "resultados",
          "payload",
          "response",
          "resposta",
          "value",
          "body",
          "rows",
          "records",
          "registros",
          "hasmore",
          "hasMore",
          "next",
          "links",
          "count",
          "limit",
          "offset",
          "page",
          "total",
          "success",
          "d");

  private Envelope() {}

  static boolean isName(String name) {
    return NAMES.contains(name);
  }
}
