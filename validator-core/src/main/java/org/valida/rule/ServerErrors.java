package org.valida.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.valida.json.JsonNumber;
import org.valida.json.JsonString;
import org.valida.json.JsonValue;
import org.valida.privacy.Mask;
import org.valida.schema.Frame;
import org.valida.schema.ListRule;
import org.valida.schema.ListState;
import org.valida.schema.Place;
import org.valida.schema.RuleUse;
import org.valida.schema.RunMemory;
import org.valida.schema.Scope;
import org.valida.schema.Shift;
import org.valida.schema.Slot;
import org.valida.violation.RecordRef;

/**
 * What the server answered for the records of a lote ({@code GET .../lote/{id}/erros}), joined to
 * the records that were sent. Not thread-safe: one run.
 */
public final class ServerErrors implements RunMemory.Memory {

  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");

  /**
   * Dates, and digits that may be a person's: four or more, with the punctuation of such numbers.
   */
  private static final Pattern NUMBERS = Pattern.compile("[0-9](?:[./() -]?[0-9]){3,}");

  private static final class Entry {
    private final String message;
    private final String masked;
    private boolean matched;

    Entry(String message, String name) {
      this.message = message;
      this.masked = masked(message, name);
    }

    /**
     * The server's sentence without what it may say of the person: the name, addresses of mail,
     * dates and long numbers.
     */
    private static String masked(String message, String name) {
      var masked = MAIL.matcher(message).replaceAll(Mask.HIDDEN);
      for (var word : name.split("[^\\p{L}]+", -1)) {
        if (word.length() > 2) {
          masked =
              Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                  .matcher(masked)
                  .replaceAll(Mask.HIDDEN);
        }
      }
      return NUMBERS.matcher(masked).replaceAll(Mask.HIDDEN);
    }

    String shown(boolean mask) {
      return mask ? masked : message;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Entry>> byKey = new HashMap<>();
  private final TreeSet<Long> pages = new TreeSet<>();
  private long totalPages;
  private RuleUse rule;
  private String input = "";
  private boolean masked = true;

  /**
   * Reads the pages of an answer.
   *
   * @throws IllegalArgumentException if one of them has no list {@code errors}
   */
  public static ServerErrors of(List<JsonValue> answers) {
    var errors = new ServerErrors();
    answers.forEach(errors::page);
    return errors;
  }

  private void page(JsonValue answer) {
    var list =
        answer
            .member("errors")
            .orElseThrow(() -> new IllegalArgumentException("the answer has no list named errors"));
    for (var error : list.elements()) {
      var entry = new Entry(text(error, "erro"), text(error, "nome"));
      entries.add(entry);
      error
          .members()
          .forEach(
              (name, value) -> {
                var digits = digits(value);
                if (!digits.isEmpty()) {
                  byKey.computeIfAbsent(name + ' ' + digits, key -> new ArrayList<>(1)).add(entry);
                }
              });
    }
    answer
        .member("pagination")
        .ifPresent(
            pagination -> {
              pagination.member("current_page").ifPresent(page -> pages.add(number(page)));
              pagination
                  .member("total_pages")
                  .ifPresent(total -> totalPages = Math.max(totalPages, number(total)));
            });
  }

  private static String text(JsonValue error, String name) {
    return error
        .member(name)
        .filter(JsonString.class::isInstance)
        .map(JsonValue::string)
        .orElse("");
  }

  private static long number(JsonValue value) {
    var digits = digits(value);
    return digits.isEmpty() || digits.length() > 9 ? 0 : Long.parseLong(digits);
  }

  /** The digits of a text or number, without leading zeros. */
  private static String digits(JsonValue value) {
    var text =
        value instanceof JsonString string
            ? string.value()
            : value instanceof JsonNumber number ? number.raw() : "";
    var digits = text.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    return digits.length() <= 18 ? digits : "";
  }

  /** The pages that the answers speak of and that are not among them, in order. */
  public List<Long> missingPages() {
    var missing = new ArrayList<Long>();
    for (long page = 1; page <= Math.min(totalPages, 10_000); page++) {
      if (!pages.contains(page)) {
        missing.add(page);
      }
    }
    return missing;
  }

  /** How many errors the answers hold. */
  public int size() {
    return entries.size();
  }

  /** Which record an answer goes to depends on those before it: there is only one such memory. */
  @Override
  public void absorb(RunMemory.Memory next) {
    throw new UnsupportedOperationException("answers of a server are joined in turn");
  }

  @Override
  public void ended(RunMemory.Reporter reporter) {
    if (rule == null) {
      return;
    }
    for (var entry : entries) {
      if (!entry.matched) {
        reporter.report(
            input,
            rule,
            new Place("", 0, 1, 1),
            RecordRef.NONE,
            "unmatched",
            "error",
            entry.shown(masked));
      }
    }
  }

  /**
   * {@code x-server-errors}: reports at each record of the list what the server answered for it.
   *
   * @param slots attributes of the record that tell which it is
   * @param names for each, the attributes of an error that may hold the same
   */
  record Joined(RuleUse rule, int[] slots, List<List<String>> names) implements ListRule {

    @Override
    public ListState newState() {
      return new ListState() {
        @Override
        public void item(Frame item, Scope scope) {
          var errors = scope.run().find(ServerErrors.class);
          if (errors.isPresent()) {
            errors.get().join(Joined.this, item, scope);
          }
        }

        /** Without answers there is nothing to remember, and with them inputs are read in turn. */
        @Override
        public boolean joins() {
          return true;
        }

        @Override
        public boolean join(ListState next, Shift shift, Scope scope) {
          return scope.run().find(ServerErrors.class).isEmpty();
        }
      };
    }
  }

  private void join(Joined joined, Frame item, Scope scope) {
    if (rule == null) {
      rule = joined.rule();
      input = scope.input();
      masked = scope.masked();
    }
    boolean found = scope.recordHasFindings();
    for (int i = 0; i < joined.slots().length; i++) {
      var slot = item.slot(joined.slots()[i]);
      if (slot.isAbsent() || slot.state() == Slot.State.BROKEN && slot.number() == 0) {
        continue;
      }
      for (var name : joined.names().get(i)) {
        for (var entry : byKey.getOrDefault(name + ' ' + slot.number(), List.of())) {
          if (!entry.matched) {
            entry.matched = true;
            scope.report(
                joined.rule(), item, found ? "found" : "missed", "error", entry.shown(masked));
          }
        }
      }
    }
  }
}
