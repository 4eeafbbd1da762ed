package org.valida.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A table of codes, read from a CSV file with a header (RFC 4180, UTF-8). Codes are looked up
 * without making a string: a numeric code by its number, a text code by its bytes packed into a
 * number ({@link #pack}). Other columns are cut out of the text only when a message or a comparison
 * asks for them.
 *
 * <p>Immutable to its users and thread-safe; indexes are made on first use.
 */
public final class CodeTable {

  /** What {@link #find} answers for a code that is not there. */
  public static final int NONE = -1;

  /** Stands for the code of an empty cell; no code is that. */
  private static final Long EMPTY = Long.MIN_VALUE;

  private final String name;
  private final Supplier<String> text;
  private final List<String> columns;
  // Tables are read at each start of the program, so nothing is made of a row before somebody asks
  // for it.
  private final TableRows rows;
  private final Map<String, Index> indexes = new ConcurrentHashMap<>();
  private final Map<String, Long[]> codes = new ConcurrentHashMap<>();

  /** Null until a row is looked at. */
  private String csv;

  private boolean quotes;

  private CodeTable(String name, Supplier<String> text, List<String> columns, TableRows rows) {
    this.name = name;
    this.text = text;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * A table whose rows the build has found already.
   *
   * @param csv gives its text, which is read when a row is looked at
   * @param rows what {@link #rowsText} gave for that text
   */
  static CodeTable written(String name, Supplier<String> csv, String rows) {
    int end = rows.indexOf('\n');
    return new CodeTable(
        name, csv, cells(rows.substring(0, end)), new TableRows.Written(rows.substring(end + 1)));
  }

  /**
   * What {@link #written} needs to know of this table; empty if it is not sorted by whole numbers
   * in its first column, or has quotes.
   */
  Optional<String> rowsText() {
    if (csv().indexOf('"') >= 0 || !(rows instanceof TableRows.Found found)) {
      return Optional.empty();
    }
    var codes = new long[size()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = number(cell(row, 0));
    }
    var header = String.join(",", columns);
    return csv().startsWith(header + "\n")
        ? found.text(header.length(), codes).map(text -> header + "\n" + text)
        : Optional.empty();
  }

  /** Two threads may both read it. */
  private String csv() {
    var known = csv;
    if (known == null) {
      known = text.get();
      csv = known;
    }
    return known;
  }

  /**
   * Reads a table.
   *
   * @param name how contracts call it
   * @throws IllegalArgumentException if there is no header or a row has another number of cells
   */
  public static CodeTable parse(String name, String csv) {
    List<String> columns = null;
    var rows = new TableRows.Found();
    byte[] marks = marks(csv);
    int begin = csv.startsWith("\uFEFF") ? 1 : 0;
    int commas = 0;
    boolean quoted = false;
    for (int i = begin; i <= marks.length; i++) {
      int c = i < marks.length ? marks[i] : '\n';
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',') {
        commas += quoted ? 0 : 1;
      } else if (c == '\n' && !quoted) {
        int end = i > begin && marks[i - 1] == '\r' ? i - 1 : i;
        if (end > begin) {
          if (columns == null) {
            columns = cells(csv.substring(begin, end));
          } else if (commas + 1 == columns.size()) {
            rows.add(begin, end);
          } else {
            throw new IllegalArgumentException(
                "table "
                    + name
                    + ": this row has not "
                    + columns.size()
                    + " cells: "
                    + csv.substring(begin, end));
          }
        }
        begin = i + 1;
        commas = 0;
      }
    }
    if (columns == null) {
      throw new IllegalArgumentException("table " + name + " is empty: it needs a header row");
    }
    var table = new CodeTable(name, () -> csv, columns, rows);
    table.quotes = csv.indexOf('"') >= 0;
    return table;
  }

  /**
   * A byte for each character, which is the character if that is one of ASCII. At a start, nothing
   * is compiled yet, and asking the text for each of two hundred thousand characters takes longer
   * than the rest of it.
   */
  private static byte[] marks(String csv) {
    byte[] marks = csv.getBytes(StandardCharsets.ISO_8859_1);
    if (marks.length != csv.length()) {
      // There are characters of two units, and all positions are those of units.
      marks = new byte[csv.length()];
      for (int i = 0; i < marks.length; i++) {
        marks[i] = csv.charAt(i) < 0x80 ? (byte) csv.charAt(i) : (byte) '?';
      }
    }
    return marks;
  }

  /**
   * The bytes of a text code as one number, or -1 if there are none or more than eight, so that no
   * code equals it.
   */
  public static long pack(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length < 1 || length > 8) {
      return -1;
    }
    long packed = 0;
    for (int i = from; i < to; i++) {
      packed = packed << 8 | (bytes[i] & 0xFF);
    }
    return packed;
  }

  /** As {@link #pack(byte[], int, int)}. */
  public static long pack(String code) {
    byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
    return pack(bytes, 0, bytes.length);
  }

  /** The text code that {@link #pack} packed. */
  public static String unpack(long packed) {
    var bytes = new byte[8];
    int at = 8;
    for (long rest = packed; rest != 0; rest >>>= 8) {
      bytes[--at] = (byte) rest;
    }
    return new String(bytes, at, 8 - at, StandardCharsets.UTF_8);
  }

  public String name() {
    return name;
  }

  public int size() {
    return rows.size();
  }

  public boolean hasColumn(String column) {
    return columns.contains(column);
  }

  /** Whether every code of that column is a whole number; text codes are packed instead. */
  public boolean numeric(String column) {
    return index(column, 1).numeric;
  }

  /** The row of the code in that column, or {@link #NONE}. */
  public int find(String column, long code) {
    return index(column, 1).find(code);
  }

  /**
   * The row of the code whose last digits were dropped: {@code divisor} 10 finds 4314902 by 431490.
   */
  public int findByPrefix(String column, long prefix, int divisor) {
    return index(column, divisor).find(prefix);
  }

  /** A finder for one column, to be kept by who looks up often. */
  public Index index(String column, int divisor) {
    return indexes.computeIfAbsent(column + "/" + divisor, key -> new Index(column, divisor));
  }

  /** The cell of a row, "" where it is empty or there is no such column. */
  public String text(int row, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : cell(row, at);
  }

  private String cell(int row, int at) {
    var all = csv();
    int from = rows.begin(row);
    int end = rows.end(row);
    if (quotes && all.substring(from, end).indexOf('"') >= 0) {
      return cells(all.substring(from, end)).get(at);
    }
    for (int before = 0; before < at; before++) {
      from = all.indexOf(',', from) + 1;
    }
    int to = at + 1 < columns.size() ? all.indexOf(',', from) : end;
    return all.substring(from, to);
  }

  /**
   * The cell as a code to compare with: its number, or its packed text; empty where the cell is.
   */
  public Optional<Long> code(int row, String column) {
    var text = text(row, column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(isNumber(text) ? Long.parseLong(text) : pack(text));
  }

  /** As {@link #code(int, String)}, and another number where the cell is empty; makes it once. */
  public long code(int row, String column, long otherwise) {
    var known = codes.get(column);
    if (known == null) {
      known = new Long[size()];
      codes.put(column, known);
    }
    var code = known[row];
    if (code == null) {
      code = code(row, column).orElse(EMPTY);
      known[row] = code;
    }
    return code.equals(EMPTY) ? otherwise : code;
  }

  /** What a person calls the row: its label or name. */
  public String label(int row) {
    var label = text(row, "label");
    return label.isEmpty() ? text(row, "name") : label;
  }

  private static boolean isNumber(String text) {
    return number(text) >= 0;
  }

  /** A whole number of at most 18 digits, or -1. */
  private static long number(String text) {
    int length = text.length();
    if (length == 0 || length > 18) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** The same of a cell, where none is quoted. */
  private long number(byte[] marks, int row, int column) {
    int at = rows.begin(row);
    for (int before = 0; before < column; before++) {
      while (marks[at++] != ',') {
        // On to the next cell.
      }
    }
    int begin = at;
    int end = rows.end(row);
    long number = 0;
    for (; at < end && marks[at] != ','; at++) {
      int digit = marks[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return at == begin || at - begin > 18 ? -1 : number;
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return List.copyOf(cells);
  }

  /** Finds the rows of codes of one column. */
  public final class Index {

    /** A table that is sorted is searched so often before a hash index is made of it. */
    private static final int SEARCHES = 64;

    private final int column;
    private final int divisor;
    private final boolean numeric;

    /** Volatile, for it is filled before it is shown, and other threads must see it filled. */
    private volatile Codes hashed;

    private int searched;

    private Index(String name, int divisor) {
      column = columns.indexOf(name);
      if (column < 0) {
        throw new IllegalArgumentException(
            "table " + CodeTable.this.name + " has no column " + name);
      }
      this.divisor = divisor;
      if (rows.sorted(column)) {
        numeric = true;
      } else {
        var numbers = numbers();
        numeric = numbers != null;
        hashed = numeric ? numbers : texts();
      }
    }

    /** The row of the code, or {@link #NONE}. */
    public int find(long code) {
      var known = hashed;
      return known != null ? known.find(code) : search(code);
    }

    /** Threads that count each other out, or both make an index, do no harm. */
    private int search(long code) {
      if (++searched <= SEARCHES) {
        return code < 0 ? NONE : rows.find(code, divisor);
      }
      var made = new Codes(size());
      for (int row = 0; row < size(); row++) {
        made.put(rows.code(row) / divisor, row);
      }
      hashed = made;
      return made.find(code);
    }

    /** Null if there is a code that is no number. */
    private Codes numbers() {
      var made = new Codes(size());
      byte[] marks = marks(csv());
      for (int row = 0; row < size(); row++) {
        boolean quoted = quotes && number(marks, row, column) < 0;
        long number = quoted ? number(cell(row, column)) : number(marks, row, column);
        if (number < 0) {
          return null;
        }
        made.put(number / divisor, row);
      }
      return made;
    }

    private Codes texts() {
      var made = new Codes(size());
      for (int row = 0; row < size(); row++) {
        var code = cell(row, column);
        long key = pack(code);
        if (key == -1) {
          throw new IllegalArgumentException(
              "table " + name + ": the code '" + code + "' has not 1 to 8 bytes");
        }
        made.put(key, row);
      }
      return made;
    }
  }

  /** A hash index from codes to rows: open addressing over plain arrays. */
  private static final class Codes {
    private final long[] keys;
    private final int[] rows;
    private final int mask;

    Codes(int size) {
      int capacity = Integer.highestOneBit(Math.max(2, size)) * 4;
      keys = new long[capacity];
      rows = new int[capacity];
      mask = capacity - 1;
    }

    void put(long key, int row) {
      int at = slot(key);
      while (rows[at] != 0 && keys[at] != key) {
        at = at + 1 & mask;
      }
      keys[at] = key;
      rows[at] = row + 1;
    }

    private int slot(long key) {
      long mixed = key * 0x9E3779B97F4A7C15L;
      return (int) (mixed >>> 32) & mask;
    }

    int find(long code) {
      if (code == -1) {
        return NONE;
      }
      int at = slot(code);
      while (rows[at] != 0) {
        if (keys[at] == code) {
          return rows[at] - 1;
        }
        at = at + 1 & mask;
      }
      return NONE;
    }
  }
}
