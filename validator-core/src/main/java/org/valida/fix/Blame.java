package org.valida.fix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out which repairs bring what was not reported before. Suspects are those nearest to it; if
 * it is still there without them, they are cleared and the next nearest are suspected. The same
 * documents always give the same answer, so that repairing twice changes nothing.
 */
final class Blame {

  /** How near repairs are to something new, the nearest first. */
  private enum Circle {
    SAME_PLACE,
    RENAMED_TO_IT,
    RENAMED_IN_RECORD,
    ERROR_IN_RECORD,
    ERROR_IN_OTHER_RECORD,
    RECORD,
    OTHER_RECORD,
    ERROR_IN_DOCUMENT,
    DOCUMENT,
    EVERYTHING
  }

  private static final Circle[] CIRCLES = Circle.values();

  /** Which repairs form one circle; {@code part} tells those of a kind in a document apart. */
  private record Key(Circle circle, String path, Object part) {}

  private record Name(Object place, String text) {}

  private final List<Workpiece> pieces;
  private final Map<Circle, Map<Key, List<Repair>>> circles = new EnumMap<>(Circle.class);
  private final Map<Trial.Place, Integer> tried = new HashMap<>();

  /** Each place with the one circle that is suspected of it, the earliest charge first. */
  private final Map<Trial.Place, Key> accused = new LinkedHashMap<>();

  Blame(List<Workpiece> pieces) {
    this.pieces = pieces;
  }

  /** Leaves out what is suspected of these news; what was suspected in vain comes back. */
  void settle(List<Trial.News> news) {
    for (var one : news) {
      accused.remove(one.place());
      for (int next = tried.getOrDefault(one.place(), 0); next < CIRCLES.length; next++) {
        tried.put(one.place(), next + 1);
        var suspects = around(CIRCLES[next], one);
        if (!in(suspects).isEmpty()) {
          accused.put(one.place(), suspects);
          break;
        }
      }
    }
    refuse();
  }

  /** Leaves out every repair of the documents in which there are news. */
  void giveUp(List<Trial.News> news) {
    for (var one : news) {
      accused.put(one.place(), around(Circle.DOCUMENT, one));
    }
    refuse();
  }

  /** Leaves out every repair of every document. */
  void giveUp() {
    accused.put(new Trial.Place("", "", 0), new Key(Circle.EVERYTHING, "", ""));
    refuse();
  }

  /** A circle counts once, however many places it is suspected of. */
  private void refuse() {
    var rules = new LinkedHashMap<Key, String>();
    accused.forEach((place, suspects) -> rules.putIfAbsent(suspects, place.rule()));
    var refused = new HashMap<Repair, String>();
    rules.forEach(
        (suspects, rule) -> in(suspects).forEach(repair -> refused.putIfAbsent(repair, rule)));
    for (var piece : pieces) {
      var unwanted = new LinkedHashMap<Repair, String>();
      for (var repair : piece.repairs()) {
        var rule = refused.get(repair);
        if (rule != null) {
          unwanted.put(repair, rule);
        }
      }
      piece.refuse(unwanted);
    }
  }

  private List<Repair> in(Key suspects) {
    return circles
        .computeIfAbsent(suspects.circle(), this::grouped)
        .getOrDefault(suspects, List.of());
  }

  private Map<Key, List<Repair>> grouped(Circle circle) {
    var groups = new HashMap<Key, List<Repair>>();
    for (var piece : pieces) {
      for (var repair : piece.repairs()) {
        if (!isOfErrors(circle) || repair.finding().error()) {
          groups
              .computeIfAbsent(of(circle, piece.path(), repair), first -> new ArrayList<>())
              .add(repair);
        }
      }
    }
    return groups;
  }

  private static boolean isOfErrors(Circle circle) {
    return circle == Circle.ERROR_IN_RECORD
        || circle == Circle.ERROR_IN_OTHER_RECORD
        || circle == Circle.ERROR_IN_DOCUMENT;
  }

  /** The circle that a repair belongs to. */
  private static Key of(Circle circle, String path, Repair repair) {
    var finding = repair.finding();
    return switch (circle) {
      case SAME_PLACE -> new Key(circle, path, repair.offset());
      case RENAMED_TO_IT ->
          new Key(circle, path, new Name(parent(finding.pointer()), repair.replacementText()));
      case RENAMED_IN_RECORD ->
          new Key(circle, path, new Name(finding.record(), repair.replacementText()));
      case ERROR_IN_RECORD, ERROR_IN_OTHER_RECORD, RECORD, OTHER_RECORD ->
          new Key(circle, path, finding.record());
      case ERROR_IN_DOCUMENT, DOCUMENT -> new Key(circle, path, "");
      case EVERYTHING -> new Key(circle, "", "");
    };
  }

  /** The circle around something new. */
  private static Key around(Circle circle, Trial.News news) {
    var path = news.place().path();
    var pointer = news.pointer();
    var name = '"' + pointer.substring(pointer.lastIndexOf('/') + 1) + '"';
    return switch (circle) {
      case SAME_PLACE -> new Key(circle, path, news.place().original());
      case RENAMED_TO_IT -> new Key(circle, path, new Name(parent(pointer), name));
      case RENAMED_IN_RECORD -> new Key(circle, path, new Name(news.record(), name));
      case ERROR_IN_RECORD, RECORD -> new Key(circle, path, news.record());
      // No other record is none, also for repairs that are in none.
      case ERROR_IN_OTHER_RECORD, OTHER_RECORD ->
          new Key(circle, path, news.other() == 0 ? -1L : news.other());
      case ERROR_IN_DOCUMENT, DOCUMENT -> new Key(circle, path, "");
      case EVERYTHING -> new Key(circle, "", "");
    };
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }
}
