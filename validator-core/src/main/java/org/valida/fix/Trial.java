package org.valida.fix;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.valida.violation.FileResult;
import org.valida.violation.RunListener;
import org.valida.violation.Violation;

/** Holds the check of the repaired documents against the check before. */
final class Trial implements RunListener {

  /** More than these are looked at in the next trial. */
  private static final int MOST = 10_000;

  /**
   * Something that was not reported before.
   *
   * @param rule empty where the document as a whole is judged otherwise
   * @param original its place in the document as it was
   */
  record Place(String path, String rule, long original) {}

  /**
   * What is known of it beside its place.
   *
   * @param pointer of the value or name
   * @param record number of its record, 0 for none
   * @param other number of another record that it speaks of, 0 for none
   */
  record News(Place place, String pointer, long record, long other) {}

  private final Map<String, Workpiece> work = new HashMap<>();
  private final Map<Place, News> news = new LinkedHashMap<>();

  Trial(List<Workpiece> pieces) {
    pieces.forEach(piece -> work.put(piece.path(), piece));
  }

  List<News> news() {
    return List.copyOf(news.values());
  }

  @Override
  public void violation(String path, Violation violation) {
    var piece = work.get(path);
    var rule = violation.rule().id();
    long original = piece.patch().original(violation.offset());
    if (news.size() < MOST && !piece.isOld(rule, original)) {
      var place = new Place(path, rule, original);
      news.putIfAbsent(
          place,
          new News(
              place,
              violation.pointer(),
              violation.record().number(),
              recordIn(String.valueOf(violation.arguments().get("first")))));
    }
  }

  /** The number of the record that a pointer ends with. */
  private static long recordIn(String pointer) {
    var last = pointer.substring(pointer.lastIndexOf('/') + 1);
    return last.matches("[0-9]{1,17}") ? Long.parseLong(last) + 1 : 0;
  }

  @Override
  public void read(FileResult file) {
    var before = work.get(file.path()).result();
    if (!before.contract().equals(file.contract())
        || before.failure().isPresent() != file.failure().isPresent()) {
      var place = new Place(file.path(), "", 0);
      news.put(place, new News(place, "", 0, 0));
    }
  }
}
