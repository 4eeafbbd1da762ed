package org.valida.server.roundtrip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.valida.server.consulta.Method;
import org.valida.server.roundtrip.Gap.Added;
import org.valida.server.roundtrip.Gap.Changed;
import org.valida.server.roundtrip.Gap.Lost;
import org.valida.server.roundtrip.Gap.Repeated;
import org.valida.server.roundtrip.Gap.Unasked;

/**
 * Compares the answers to questions with the rows of payloads, and keeps each difference once,
 * though many questions show it. Remembers whole rows only of what differs.
 */
final class Comparison {

  /** What a row of an answer says. Equal ones need one explanation. */
  private record Said(RowKey key, Content content, boolean writesMunicipio) {}

  private final Method method;
  private final Map<RowKey, List<Entry>> byKey = new HashMap<>();
  private final Map<Content, List<Entry>> byContent = new HashMap<>();
  private final Map<Said, Optional<Entry>> explained = new HashMap<>();
  private final Set<Entry> moved = new HashSet<>();
  private final Set<Entry> lost = new HashSet<>();
  private final Set<Entry> unasked = new HashSet<>();
  private final Set<Entry> repeated = new HashSet<>();
  private final List<Gap> gaps = new ArrayList<>();

  /**
   * @param entries all that the service should hold of the method
   */
  Comparison(Method method, List<Entry> entries) {
    this.method = method;
    for (var entry : entries) {
      byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry);
      byContent.computeIfAbsent(entry.content(), content -> new ArrayList<>()).add(entry);
    }
  }

  List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  /** One answer, row by row. */
  final class Answer {
    private final Question question;
    private final List<Entry> expected;
    private final Map<RowKey, List<Entry>> waiting = new HashMap<>();
    private final List<Row> strange = new ArrayList<>();

    /**
     * @param expected what it should have
     */
    Answer(Question question, List<Entry> expected) {
      this.question = question;
      this.expected = expected;
      expected.forEach(
          entry -> waiting.computeIfAbsent(entry.key(), key -> new ArrayList<>(1)).add(entry));
    }

    void row(Row row) {
      var said = said(row);
      var right =
          waiting.getOrDefault(said.key(), List.of()).stream()
              .filter(entry -> entry.is(said.key(), said.content(), said.writesMunicipio()))
              .findFirst();
      if (right.isPresent()) {
        came(right.get());
      } else if (explained.containsKey(said)) {
        explained.get(said).ifPresent(this::came);
      } else {
        strange.add(row);
      }
    }

    private Said said(Row row) {
      return new Said(row.key(), row.content(method), row.writesMunicipio());
    }

    private void came(Entry entry) {
      var same = waiting.get(entry.key());
      if (same != null && same.remove(entry) && same.isEmpty()) {
        waiting.remove(entry.key());
      }
    }

    /** All of it was read: explains what was not as it should be. */
    void end() {
      // Values as they were, under another key: before the values of one key are compared.
      pair(this::sameContent);
      pair(row -> waiting.getOrDefault(row.key(), List.of()).stream());
      strange.removeIf(this::isOfAnotherQuestion);
      strange.removeIf(this::isOfAnotherKey);
      pair(this::nearlySameKey);
      for (var row : strange) {
        if (explained.put(said(row), Optional.empty()) == null) {
          gaps.add(new Added(expected.get(0).payload(), row.key(), question));
        }
      }
      for (var same : waiting.values()) {
        for (var entry : same) {
          if (!moved.contains(entry) && lost.add(entry)) {
            gaps.add(new Lost(entry, question));
          }
        }
      }
    }

    private static boolean hasItems(Row row) {
      return !row.items().isEmpty();
    }

    private Stream<Entry> sameContent(Row row) {
      return hasItems(row)
          ? byContent.getOrDefault(row.content(method), List.of()).stream().filter(this::isWaiting)
          : Stream.empty();
    }

    /** A row without items has nothing else to know it by. */
    private Stream<Entry> nearlySameKey(Row row) {
      return hasItems(row)
          ? Stream.empty()
          : waiting.values().stream()
              .flatMap(List::stream)
              .filter(entry -> row.key().differences(entry.key()).size() == 1);
    }

    private boolean isWaiting(Entry entry) {
      return waiting.getOrDefault(entry.key(), List.of()).contains(entry);
    }

    private void pair(Function<Row, Stream<Entry>> candidates) {
      for (Iterator<Row> rows = strange.iterator(); rows.hasNext() && !waiting.isEmpty(); ) {
        var row = rows.next();
        var entry = candidates.apply(row).min(nearest(row));
        if (entry.isPresent()) {
          changed(entry.get(), row);
          came(entry.get());
          rows.remove();
        }
      }
    }

    private static Comparator<Entry> nearest(Row row) {
      return Comparator.<Entry>comparingInt(entry -> row.key().differences(entry.key()).size())
          .thenComparingInt(Entry::index);
    }

    private void changed(Entry entry, Row row) {
      if (explained.putIfAbsent(said(row), Optional.of(entry)) == null) {
        gaps.add(new Changed(entry, row, question));
      }
      if (!row.key().equals(entry.key())) {
        moved.add(entry);
      }
    }

    private boolean isOfAnotherQuestion(Row row) {
      var said = said(row);
      var entry =
          byKey.getOrDefault(said.key(), List.of()).stream()
              .filter(each -> each.is(said.key(), said.content(), said.writesMunicipio()))
              .findFirst();
      if (entry.isEmpty()) {
        return false;
      }
      var same = entry.get();
      if (Question.about(same).contains(question)) {
        if (repeated.add(same)) {
          gaps.add(new Repeated(same, question));
        }
      } else if (unasked.add(same)) {
        gaps.add(new Unasked(same, question));
      }
      return true;
    }

    private boolean isOfAnotherKey(Row row) {
      if (!hasItems(row)) {
        return false;
      }
      var entry = byContent.getOrDefault(said(row).content(), List.of()).stream().min(nearest(row));
      entry.ifPresent(each -> changed(each, row));
      return entry.isPresent();
    }
  }
}
