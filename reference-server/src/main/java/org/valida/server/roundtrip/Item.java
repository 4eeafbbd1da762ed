package org.valida.server.roundtrip;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.valida.server.consulta.Attribute;
import org.valida.server.consulta.Method;

/**
 * An item of a row's list.
 *
 * @param index in the list, from 0
 * @param cells of the method's attributes, in their order; empty where one is missing
 */
record Item(int index, Place place, List<Optional<Cell>> cells) {

  /** What two items that say the same have in common, and no others. */
  String meaning(Method method) {
    var meaning = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      var value = meaning(method, i);
      // With its length before it, no value can pass for the end of another.
      meaning.append(value.length()).append(':').append(value);
    }
    return meaning.toString();
  }

  String meaning(Method method, int attribute) {
    return cells
        .get(attribute)
        .map(cell -> cell.meaning(method.attributes().get(attribute).kind()))
        .orElse("");
  }

  /** How many attributes say the same in both. */
  long likeness(Item other, Method method) {
    long alike = 0;
    for (int i = 0; i < cells.size(); i++) {
      alike += meaning(method, i).equals(other.meaning(method, i)) ? 1 : 0;
    }
    return alike;
  }

  /**
   * Its codes and texts, for a person: {@code cod_fonte 540, des_elemento_despesa 3.1.90}; a plain
   * text in quotes.
   */
  String label(Method method) {
    if (method.plainItems()) {
      return cells.get(0).map(cell -> '"' + cell.text() + '"').orElse("");
    }
    var label = new StringJoiner(", ");
    for (int i = 0; i < cells.size(); i++) {
      var attribute = method.attributes().get(i);
      boolean amount = attribute.kind() == Attribute.Kind.DECIMAL;
      if (!amount && cells.get(i).isPresent()) {
        label.add(attribute.name() + " " + cells.get(i).get().text());
      }
    }
    return label.toString();
  }
}
