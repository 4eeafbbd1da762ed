package org.valida.fix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    ERROR_IN_RECORD,
    ERROR_IN_OTHER_RECORD,
    RECORD,
    OTHER_RECORD,
    ERROR_IN_DOCUMENT,
    DOCUMENT,
    EVERYTHING
  }

  private static final Circle[] CIRCLES = Circle.values();

  private final List<Workpiece> pieces;
  private final Map<String, Workpiece> work = new HashMap<>();
  private final Map<String, Map<Long, List<Repair>>> byRecord = new HashMap<>();
  private final Map<Trial.Place, Integer> tried = new HashMap<>();
  private final Map<Trial.Place, List<Repair>> accused = new HashMap<>();
  private final Map<Repair, Set<Trial.Place>> charges = new HashMap<>();

  Blame(List<Workpiece> pieces) {
    this.pieces = pieces;
    pieces.forEach(piece -> work.put(piece.path(), piece));
  }

  /** Leaves out what is suspected of these news; what was suspected in vain comes back. */
  void settle(List<Trial.News> news) {
    for (var one : news) {
      clear(one.place());
      for (int next = tried.getOrDefault(one.place(), 0); next < CIRCLES.length; next++) {
        tried.put(one.place(), next + 1);
        var suspects = suspects(CIRCLES[next], one);
        if (!suspects.isEmpty()) {
          accuse(one.place(), suspects);
          break;
        }
      }
    }
    refuse();
  }

  /** Leaves out every repair of the documents in which there are news. */
  void giveUp(List<Trial.News> news) {
    for (var one : news) {
      accuse(one.place(), work.get(one.place().path()).repairs());
    }
    refuse();
  }

  private void clear(Trial.Place place) {
    for (var repair : accused.getOrDefault(place, List.of())) {
      var against = charges.get(repair);
      against.remove(place);
      if (against.isEmpty()) {
        charges.remove(repair);
      }
    }
    accused.remove(place);
  }

  private void accuse(Trial.Place place, List<Repair> suspects) {
    accused.put(place, suspects);
    for (var suspect : suspects) {
      charges.computeIfAbsent(suspect, first -> new LinkedHashSet<>()).add(place);
    }
  }

  private void refuse() {
    for (var piece : pieces) {
      var refused = new LinkedHashMap<Repair, String>();
      for (var repair : piece.repairs()) {
        var against = charges.get(repair);
        if (against != null) {
          refused.put(repair, against.iterator().next().rule());
        }
      }
      piece.refuse(refused);
    }
  }

  private List<Repair> suspects(Circle circle, Trial.News news) {
    var piece = work.get(news.place().path());
    return switch (circle) {
      case SAME_PLACE ->
          piece.repairs().isEmpty()
              ? List.of()
              : in(piece, news.record()).stream()
                  .filter(repair -> repair.offset() == news.place().original())
                  .toList();
      case RENAMED_TO_IT ->
          in(piece, news.record()).stream()
              .filter(repair -> repair.replacementText().equals('"' + news.name() + '"'))
              .toList();
      case ERROR_IN_RECORD -> errors(in(piece, news.record()));
      case ERROR_IN_OTHER_RECORD -> news.other() == 0 ? List.of() : errors(in(piece, news.other()));
      case RECORD -> in(piece, news.record());
      case OTHER_RECORD -> news.other() == 0 ? List.of() : in(piece, news.other());
      case ERROR_IN_DOCUMENT -> errors(piece.repairs());
      case DOCUMENT -> piece.repairs();
      case EVERYTHING -> {
        var all = new ArrayList<Repair>();
        pieces.forEach(other -> all.addAll(other.repairs()));
        yield all;
      }
    };
  }

  private List<Repair> in(Workpiece piece, long record) {
    return byRecord
        .computeIfAbsent(piece.path(), path -> group(piece.repairs()))
        .getOrDefault(record, List.of());
  }

  private static Map<Long, List<Repair>> group(List<Repair> repairs) {
    var groups = new HashMap<Long, List<Repair>>();
    for (var repair : repairs) {
      groups.computeIfAbsent(repair.finding().record(), first -> new ArrayList<>()).add(repair);
    }
    return groups;
  }

  private static List<Repair> errors(List<Repair> repairs) {
    return repairs.stream().filter(repair -> repair.finding().error()).toList();
  }
}
