package org.valida.schema;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.valida.privacy.Mask;

/**
 * Names a record to a person, after a pattern such as {@code {sgl_uf} {cod_municipio}
 * {num_ano}/{num_periodo}}; {@code {#}} is its number, from 1. What is not known is left out.
 */
final class RecordLabel {

  private static final Pattern PART = Pattern.compile("\\{([^}]*)}");

  private RecordLabel() {}

  /** The attributes that a pattern names. */
  static List<String> attributes(String pattern) {
    return PART.matcher(pattern)
        .results()
        .map(part -> part.group(1))
        .filter(name -> !name.equals("#"))
        .toList();
  }

  static String of(String pattern, Frame record, boolean masked) {
    return PART.matcher(pattern)
        .replaceAll(
            part -> {
              var name = part.group(1);
              if (name.equals("#")) {
                return Long.toString(record.index() + 1);
              }
              var slot = record.find(name);
              var shown = slot == null ? "" : slot.shown(masked);
              return shown.equals(Mask.HIDDEN) ? "" : Matcher.quoteReplacement(shown);
            })
        .replaceAll(" {2,}", " ")
        .replaceAll("^[ /]+|[ /]+$", "");
  }
}
