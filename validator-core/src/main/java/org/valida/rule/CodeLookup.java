package org.valida.rule;

import java.util.Map;
import java.util.StringJoiner;
import org.valida.contract.CodeTable;
import org.valida.schema.CodeRow;
import org.valida.schema.Frame;
import org.valida.schema.Place;
import org.valida.schema.QuietText;
import org.valida.schema.QuietValue;
import org.valida.schema.RuleUse;
import org.valida.schema.Scope;
import org.valida.schema.Slot;
import org.valida.schema.Value;
import org.valida.schema.ValueRule;

/**
 * {@code x-table}, meaning: the value is a code of a table, of the contract's own list, and in
 * force in its year.
 */
final class CodeLookup implements ValueRule {

  /** Tables up to this size are listed with their labels in a message. */
  private static final int LABELLED = 20;

  /** Tables up to this size are listed by their codes. */
  private static final int LISTED = 100;

  /**
   * @param extra for a code that exists but is not in the contract's own list; may be null
   * @param notInForce for a code of another year; may be null
   * @param year the attribute that gives the year; null without {@code notInForce}
   * @param longer whether longer forms of the codes (1540, 15400000 for 540) deserve a hint
   */
  record Rules(RuleUse unknown, RuleUse extra, RuleUse notInForce, String year, boolean longer) {}

  private final CodeTable table;
  private final String key;
  private final CodeTable.Index index;
  private final boolean numeric;
  private final Rules rules;
  private final boolean states;

  /** Null where no value was that row yet; two threads may both make one. */
  private final Row[] rows;

  private String listed;

  CodeLookup(CodeTable table, String key, Rules rules) {
    this.table = table;
    this.key = key;
    this.index = table.index(key, 1);
    this.numeric = table.numeric(key);
    this.rules = rules;
    this.states = table.hasColumn("whole_state");
    rows = new Row[table.size()];
  }

  /**
   * @param from first year in which the code is in force
   * @param to the last one
   */
  private record Row(CodeRow code, boolean extra, int from, int to) {}

  private Row rowAt(int at) {
    var known = rows[at];
    if (known == null) {
      boolean wholeState = states && table.text(at, "whole_state").equals("true");
      boolean extra = rules.extra() != null && table.text(at, "extra").equals("true");
      boolean years = rules.notInForce() != null;
      known =
          new Row(
              new CodeRow(table, at, wholeState),
              extra,
              year(years ? table.text(at, "valid_from") : "", Integer.MIN_VALUE),
              year(years ? table.text(at, "valid_to") : "", Integer.MAX_VALUE));
      rows[at] = known;
    }
    return known;
  }

  private static int year(String cell, int open) {
    return cell.isEmpty() ? open : Integer.parseInt(cell);
  }

  @Override
  public boolean quiet(QuietValue quiet) {
    if (numeric) {
      if (!quiet.readsTextsAsNumbers()) {
        quiet.noTexts();
      }
      return quiet.codes(this::row);
    }
    quiet.noNumbers();
    return quiet.texts(CodeLookup::read, Value.Meaning.CODE, "") && quiet.codes(this::row);
  }

  private static long read(byte[] bytes, int from, int to) {
    boolean edged = from < to && (bytes[from] == ' ' || bytes[to - 1] == ' ');
    return edged ? QuietText.SPEAKS : CodeTable.pack(bytes, from, to);
  }

  /** The row of a code that is in the contract's own list and in force. */
  private CodeRow row(long code, Frame frame) {
    int row = index.find(code);
    if (row == CodeTable.NONE) {
      return null;
    }
    var found = rowAt(row);
    if (found.extra()) {
      return null;
    }
    if (isLimited(row)) {
      var year = frame.find(rules.year());
      // A year in the same object may stand behind the code, and what is known be the one before.
      if (year != null
          && (frame.foundHere() || year.state() == Slot.State.MISSING || !isInForce(row, year))) {
        return null;
      }
    }
    return found.code();
  }

  private boolean isLimited(int row) {
    var known = rowAt(row);
    return known.from != Integer.MIN_VALUE || known.to != Integer.MAX_VALUE;
  }

  @Override
  public Outcome judge(Value value, Scope scope) {
    long code;
    if (value.hasNumber()) {
      code = value.number();
    } else if (value.type() == Value.STRING && !numeric) {
      code = packed(value);
    } else {
      return unknown(value, scope);
    }
    int row = numeric || !value.hasNumber() ? index.find(code) : CodeTable.NONE;
    if (row == CodeTable.NONE) {
      return unknown(value, scope);
    }
    var found = rowAt(row);
    value.row(found.code());
    if (!numeric) {
      value.means(Value.Meaning.CODE, code);
    }
    if (found.extra()) {
      return Meanings.report(
          value, scope, rules.extra(), "", "code", table.text(row, key), "label", table.label(row));
    }
    return isLimited(row) ? inForce(row, scope) : Outcome.PASS;
  }

  private static long packed(Value value) {
    byte[] bytes = value.bytes();
    int start = value.from();
    int end = value.to();
    while (start < end && bytes[start] == ' ') {
      start++;
    }
    while (end > start && bytes[end - 1] == ' ') {
      end--;
    }
    return CodeTable.pack(bytes, start, end);
  }

  private Outcome unknown(Value value, Scope scope) {
    var longer = rules.longer() && value.hasNumber() ? shorter(value.number()) : "";
    var listed = table.size() <= LISTED ? listed() : "";
    return Meanings.report(
        value,
        scope,
        rules.unknown(),
        longer.isEmpty() ? "" : "extended",
        "suggestion",
        longer,
        "table",
        table.name(),
        "expected",
        listed);
  }

  /** The same for every value, so threads that make it at the same time do no harm. */
  private String listed() {
    var known = listed;
    if (known == null) {
      known = table.size() <= LABELLED || !numeric ? labels() : ranges();
      listed = known;
    }
    return known;
  }

  /** The codes in ascending order, neighbours drawn together: {@code 0-41, 43-48, 51}. */
  private String ranges() {
    var codes = new java.util.TreeSet<Long>();
    for (int row = 0; row < table.size(); row++) {
      codes.add(table.code(row, key).orElseThrow());
    }
    var list = new StringJoiner(", ");
    long first = codes.first();
    long last = first;
    for (long code : codes) {
      if (code > last + 1) {
        list.add(range(first, last));
        first = code;
      }
      last = code;
    }
    return list.add(range(first, last)).toString();
  }

  private static String range(long first, long last) {
    return first == last ? Long.toString(first) : first + "-" + last;
  }

  private String labels() {
    var list = new StringJoiner(", ");
    for (int row = 0; row < table.size(); row++) {
      var label = table.label(row);
      var code = table.text(row, key);
      list.add(label.isEmpty() ? code : code + " " + label);
    }
    return list.toString();
  }

  /**
   * The known three-digit code within a code of four or eight digits, such as 540 in 1540 and
   * 15400000.
   */
  private String shorter(long number) {
    var digits = Long.toString(number);
    if (digits.length() != 4 && digits.length() != 8) {
      return "";
    }
    for (int start = 1; start >= 0; start--) {
      var part = digits.substring(start, start + 3);
      if (index.find(Long.parseLong(part)) != CodeTable.NONE) {
        return part;
      }
    }
    return "";
  }

  private Outcome inForce(int row, Scope scope) {
    var year = scope.frame() == null ? null : scope.frame().find(rules.year());
    if (year == null) {
      return Outcome.PASS;
    }
    if (year.state() == Slot.State.MISSING) {
      if (scope.on(rules.notInForce())) {
        judgeLater(row, scope, scope.frame().holder(rules.year()), year);
      }
      return Outcome.PASS;
    }
    if (isInForce(row, year)) {
      return Outcome.PASS;
    }
    scope.report(rules.notInForce(), variant(row), arguments(row, year));
    return Outcome.DONE;
  }

  /**
   * The year comes after the code: the verdict waits until the object that holds the year closes.
   */
  private void judgeLater(int row, Scope scope, Frame holder, Slot year) {
    Place place = scope.here();
    holder.whenClosed(
        () -> {
          if (!isInForce(row, year)) {
            scope.report(
                rules.notInForce(),
                place,
                table.text(row, key),
                variant(row),
                arguments(row, year));
          }
        });
  }

  private boolean isInForce(int row, Slot year) {
    var known = rowAt(row);
    return !year.hasNumber() || year.number() >= known.from && year.number() <= known.to;
  }

  private String variant(int row) {
    if (rowAt(row).from == Integer.MIN_VALUE) {
      return "until";
    }
    return rowAt(row).to == Integer.MAX_VALUE ? "since" : "";
  }

  private Object[] arguments(int row, Slot year) {
    var arguments =
        Map.of(
            "code", table.text(row, key),
            "label", table.label(row),
            "year", year.number(),
            "from", table.text(row, "valid_from"),
            "to", table.text(row, "valid_to"));
    return arguments.entrySet().stream()
        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
        .toArray();
  }
}
