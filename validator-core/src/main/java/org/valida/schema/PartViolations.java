package org.valida.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.valida.violation.RecordRef;
import org.valida.violation.Violation;

/**
 * What is wrong in a part of a list that was read apart. Places are counted from the beginning of
 * the part; once it is known where that is, everything is handed on as it would have been found
 * there.
 */
final class PartViolations {

  /** With more than these a part waits for its turn, so that memory stays bounded. */
  static final int MOST = 512;

  private static final Set<String> PLACES = Set.of("first", "firstLine");

  private final String prefix;
  private final RecordNaming naming;
  private final List<Violation> found = new ArrayList<>();

  /**
   * @param list pointer of the list
   * @param naming of its records
   */
  PartViolations(String list, RecordNaming naming) {
    this.prefix = list + '/';
    this.naming = naming;
  }

  /**
   * @throws NotApartException if it could not be moved, or there are too many
   */
  void add(Violation violation) {
    if (found.size() == MOST || !violation.pointer().startsWith(prefix) || !naming.moves()) {
      throw new NotApartException();
    }
    var record = violation.record();
    if (!record.isNone()
        && (record.number() != index(violation.pointer()) + 1 || !naming.names(record))) {
      // It is a record within one of the list.
      throw new NotApartException();
    }
    found.add(violation);
  }

  void handOn(Shift shift, Consumer<Violation> handler) {
    for (var violation : found) {
      handler.accept(moved(violation, shift));
    }
  }

  private Violation moved(Violation violation, Shift shift) {
    return new Violation(
        violation.rule(),
        violation.severity(),
        violation.variant(),
        arguments(violation.arguments(), shift),
        pointer(violation.pointer(), shift),
        shift.line(violation.line()),
        shift.column(violation.line(), violation.column()),
        violation.offset(),
        violation.clauseText(),
        violation.valueText(),
        record(violation.record(), shift),
        violation.excerpt());
  }

  /** Only where a key came first is a place that is spoken of; in the order that its rule has. */
  private Map<String, Object> arguments(Map<String, Object> arguments, Shift shift) {
    if (!(arguments.get("firstLine") instanceof Long line)
        || !(arguments.get("first") instanceof String first)) {
      return arguments;
    }
    var moved = new LinkedHashMap<>(arguments);
    moved.keySet().removeAll(PLACES);
    moved.put("first", pointer(first, shift));
    moved.put("firstLine", shift.line(line));
    return moved;
  }

  /** Behind the pointer of the list stands the position in it. */
  private String pointer(String pointer, Shift shift) {
    return prefix + (index(pointer) + shift.index()) + pointer.substring(indexEnd(pointer));
  }

  private long index(String pointer) {
    return Long.parseLong(pointer, prefix.length(), indexEnd(pointer), 10);
  }

  private int indexEnd(String pointer) {
    int end = pointer.indexOf('/', prefix.length());
    return end < 0 ? pointer.length() : end;
  }

  private RecordRef record(RecordRef record, Shift shift) {
    return record.isNone() ? record : naming.moved(record, shift.index());
  }
}
