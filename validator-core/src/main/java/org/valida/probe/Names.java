package org.valida.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names that services give to methods although MCE 3 forbids them. */
final class Names {

  private static final List<String> SUFFIXES = List.of(".json", ".php", ".do", ".aspx", ".jsp");

  private Names() {}

  static List<String> withSuffix(String method) {
    return SUFFIXES.stream().map(suffix -> method + suffix).toList();
  }

  static List<String> withCapitals(String method) {
    var names = new ArrayList<String>();
    if (method.equals("informacoescomplementares")) {
      names.add("informacoesComplementares");
      names.add("InformacoesComplementares");
    }
    names.add(method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1));
    names.add(method.toUpperCase(Locale.ROOT));
    return names;
  }
}
