package org.valida.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.valida.json.JsonCursor;
import org.valida.privacy.Mask;

/**
 * What an open object remembers of one of its attributes, for rules that relate it with others.
 * Reused from object to object.
 */
public final class Slot {

  /** How the attribute stands. */
  public enum State {
    /** Not there, or not yet. */
    MISSING,
    /** There, but empty or null where that means absent. */
    BLANK,
    /** There and readable. */
    READ,
    /** There, but malformed or unknown: rules that build on it stay silent. */
    BROKEN
  }

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** How many bytes of a text are kept to name it; a multiple of eight. */
  private static final int SHOWN = 40;

  private final String name;
  private final Node node;
  private State state = State.MISSING;
  private Value.Meaning meaning = Value.Meaning.NONE;
  private long number;
  private long keyHigh;
  private long keyLow;
  private boolean digested;
  private CodeRow row = CodeRow.NONE;
  private boolean formWarned;
  private boolean doubtful;
  private final byte[] text = new byte[SHOWN];
  private int textLength;
  private int written;
  private long offset;
  private long line;
  private long column;

  /** Tells where it stands, if not the numbers above do. */
  private ItemLayout.Step step;

  /** Short texts that it held before, where texts mean numbers; null where none are kept. */
  private KnownTexts knownTexts;

  private final KeySet.Digest digest = new KeySet.Digest();

  Slot(String name, Node node) {
    this.name = name;
    this.node = node;
  }

  void clear() {
    state = State.MISSING;
  }

  /** Keeps a number that nobody has anything to say of, once {@link #stands} tells where it is. */
  @SuppressWarnings("ReferenceEquality") // A table has one object for each row.
  void keepNumber(Value.Meaning as, long value, CodeRow of) {
    number = value;
    // What is there already need not be written: collectors of garbage watch references.
    if (meaning != as) {
      meaning = as;
    }
    if (row != of) {
      row = of;
    }
  }

  /**
   * Keeps a text that nobody has anything to say of, once {@link #stands} tells where it is.
   *
   * @param bytes go on for eight bytes behind the text
   */
  void keepText(byte[] bytes, int from, int to) {
    keepNumber(Value.Meaning.NONE, 0, CodeRow.NONE);
    int length = to - from;
    if (length > SHOWN || length == 0 || bytes[from] == ' ' || bytes[to - 1] == ' ') {
      keepBytes(bytes, from, to);
      return;
    }
    textLength = length;
    digested = false;
    for (int at = 0; at < length; at += Long.BYTES) {
      LONGS.set(text, at, (long) LONGS.get(bytes, from + at));
    }
  }

  /** What was kept stands here, and can be built on. */
  void stands(long atOffset, long atLine, long atColumn, int bytesWritten) {
    stands(null);
    offset = atOffset;
    line = atLine;
    column = atColumn;
    written = bytesWritten;
  }

  /**
   * What was kept, and what will be before the object is opened anew, stands where the value of
   * that step does, and can be built on.
   */
  void stands(ItemLayout.Step at) {
    state = State.READ;
    formWarned = false;
    doubtful = false;
    step = at;
  }

  KnownTexts knownTexts() {
    return knownTexts;
  }

  /** Short texts that it holds from here on are kept. */
  void knowTexts() {
    if (knownTexts == null) {
      knownTexts = new KnownTexts();
    }
  }

  void spoil() {
    state = State.BROKEN;
    meaning = Value.Meaning.NONE;
  }

  void keep(Value value, State as) {
    var cursor = value.cursor();
    state = as;
    step = null;
    offset = cursor.offset();
    line = cursor.line();
    column = cursor.column();
    meaning = value.meaning();
    number = value.number();
    row = value.row();
    formWarned = value.formWarned();
    doubtful = value.doubtful();
    written = cursor.end() - cursor.start() + (cursor.token() == JsonCursor.Token.STRING ? 2 : 0);
    textLength = 0;
    if (meaning == Value.Meaning.NONE && as == State.READ) {
      digestText(value);
    }
  }

  private void digestText(Value value) {
    var token = value.cursor().token();
    boolean written = token == JsonCursor.Token.STRING || token == JsonCursor.Token.NUMBER;
    keepBytes(value.bytes(), value.from(), written ? value.to() : value.from());
  }

  private void keepBytes(byte[] bytes, int first, int end) {
    int from = first;
    int to = end;
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    while (to > from && bytes[to - 1] == ' ') {
      to--;
    }
    textLength = Math.min(to - from, SHOWN);
    System.arraycopy(bytes, from, text, 0, textLength);
    // A short text is kept whole.
    digested = to - from > SHOWN;
    if (digested) {
      digest.start().add(bytes, from, to).finish();
      keyHigh = digest.high;
      keyLow = digest.low;
    }
  }

  public String name() {
    return name;
  }

  /** The schema of the attribute. */
  Node node() {
    return node;
  }

  public State state() {
    return state;
  }

  /** Whether the attribute is there and can be built on. */
  public boolean isRead() {
    return state == State.READ;
  }

  /** Whether it is absent: missing, empty or null. */
  public boolean isAbsent() {
    return state == State.MISSING || state == State.BLANK;
  }

  /** In its domain but implausible. */
  public boolean doubtful() {
    return doubtful;
  }

  public boolean formWarned() {
    return formWarned;
  }

  public Value.Meaning meaning() {
    return meaning;
  }

  /** See {@link Value#number}. */
  public long number() {
    return number;
  }

  /** Whether {@link #number} can be compared and added. */
  public boolean hasNumber() {
    return state == State.READ && meaning != Value.Meaning.NONE;
  }

  public CodeRow row() {
    return row;
  }

  /** How many bytes the value takes as written. */
  int written() {
    return step == null ? written : step.written();
  }

  public long offset() {
    return step == null ? offset : step.offset();
  }

  public long line() {
    return step == null ? line : step.line();
  }

  public long column() {
    return step == null ? column : step.column();
  }

  /** Feeds the normalised value: equal values feed the same, whatever their spelling. */
  public void addTo(KeySet.Digest key) {
    if (isAbsent() || row.wholeState()) {
      key.absent();
    } else if (meaning != Value.Meaning.NONE) {
      key.number(number);
    } else if (digested) {
      key.digested(keyHigh, keyLow);
    } else {
      key.text(text, textLength);
    }
  }

  /**
   * Appends what {@link #shown} tells, if that is a number, a code, or nothing, and needs no mask;
   * else does nothing and answers false.
   */
  boolean showPlain(boolean mask, StringBuilder into) {
    if (isAbsent()) {
      return true;
    }
    if (state != State.READ || mask && !node.isPublic()) {
      return false;
    }
    if (meaning == Value.Meaning.NUMBER) {
      into.append(number);
      return true;
    }
    if (meaning == Value.Meaning.CODE && (number & 0x8080808080808080L) == 0) {
      for (int shift = 56; shift >= 0; shift -= 8) {
        int c = (int) (number >>> shift) & 0x7F;
        if (c != 0) {
          into.append((char) c);
        }
      }
      return true;
    }
    return false;
  }

  /** The value as a person names it, masked if it must be; empty if there is none. */
  public String shown(boolean mask) {
    if (state == State.READ && meaning == Value.Meaning.NONE) {
      var kept = new String(text, 0, textLength, StandardCharsets.UTF_8);
      return mask && !node.isPublic() ? Mask.value(node.personal(), kept) : kept;
    }
    boolean brokenPerson = state == State.BROKEN && meaning == Value.Meaning.PERSON;
    if (state != State.READ && !brokenPerson || meaning == Value.Meaning.NONE) {
      return "";
    }
    var text =
        switch (meaning) {
          case CODE -> org.valida.contract.CodeTable.unpack(number);
          case PERSON -> String.format(java.util.Locale.ROOT, "%011d", number);
          case AMOUNT -> java.math.BigDecimal.valueOf(number, 2).toPlainString();
          case DAY -> java.time.LocalDate.ofEpochDay(number).toString();
          default -> Long.toString(number);
        };
    if (!mask || node.isPublic()) {
      return text;
    }
    return meaning == Value.Meaning.PERSON ? Mask.number(text) : Mask.value(node.personal(), text);
  }
}
