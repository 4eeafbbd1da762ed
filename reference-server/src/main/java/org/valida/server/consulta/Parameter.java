package org.valida.server.consulta;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parameters of MCE 4.1 and 5.3, with their forms. */
public enum Parameter {
  /** Stands in both sample requests and is defined nowhere: any value, ignored. */
  COD_TC(".*"),
  SGL_UF("[A-Z]{2}"),
  COD_MUNICIPIO("-?[0-9]+"),
  NUM_ANO("[0-9]{4}"),
  NUM_PERIODO("[1-6]"),
  /** Stands in the sample request of 5.3 and filters nothing there. */
  DAT_CONSULTA(".*"),
  DAT_INICIO(".*"),
  DAT_FIM(".*");

  private final Pattern form;

  Parameter(String form) {
    this.form = Pattern.compile(form, Pattern.DOTALL);
  }

  static Optional<Parameter> of(String label) {
    return Stream.of(values()).filter(parameter -> parameter.label().equals(label)).findFirst();
  }

  static List<String> labels() {
    return Stream.of(values()).map(Parameter::label).toList();
  }

  /** Its name in a request. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  boolean fits(String value) {
    return form.matcher(value).matches();
  }
}
