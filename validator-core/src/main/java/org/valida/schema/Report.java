package org.valida.schema;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.valida.json.JsonCursor;
import org.valida.json.JsonStop;
import org.valida.json.Limits;
import org.valida.privacy.Mask;
import org.valida.violation.NearestName;
import org.valida.violation.RecordRef;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/**
 * Makes violations: gives each its place, masks what it shows, applies the user's levels. The
 * engine's side of {@link Scope}.
 */
final class Report implements Scope {

  /** How many characters of a value are shown. */
  private static final int SHOWN = 80;

  /** Arguments of messages that repeat the value in another form. */
  private static final Set<String> TELLING =
      Set.of("integer", "plain", "code", "label", "probable");

  private final Program program;
  private final Settings settings;
  private final RunMemory run;
  private final Path path;
  private final Findings findings;
  private final boolean masked;
  private JsonCursor cursor;
  private String input = "";
  private Node node = Node.ANY;
  private Frame frame;
  private Place place;
  private long listOffset;
  private long listLine;
  private long listColumn;
  private String envelope = "";
  private boolean muted;
  private int mutedErrors;

  Report(
      Program program, Settings settings, RunMemory run, Path path, Consumer<Violation> handler) {
    this.program = program;
    this.settings = settings;
    this.run = run;
    this.path = path;
    this.findings = new Findings(settings.levels(), handler);
    this.masked = program.masked() && !settings.showPersonal();
  }

  void begin(JsonCursor document, String name) {
    cursor = document;
    input = name;
    node = Node.ANY;
    frame = null;
    place = null;
    envelope = "";
    muted = false;
    findings.clear();
  }

  void end() {
    findings.flush(RecordRef.NONE);
  }

  /** What was found so far belongs to no record. */
  void beginRecord() {
    findings.flush(RecordRef.NONE);
  }

  void endRecord(Frame record) {
    if (!findings.isEmpty()) {
      findings.flush(recordRef(record));
    }
  }

  /** Hands on what was found in records that were read apart. */
  void handOn(PartViolations violations, Shift shift) {
    violations.handOn(shift, findings.handler());
  }

  void cursor(JsonCursor current) {
    cursor = current;
  }

  void frame(Frame current) {
    frame = current;
  }

  /** The schema that what follows is about. */
  void at(Node current) {
    node = current;
  }

  /** The schema that was last judged by. */
  Node node() {
    return node;
  }

  /** Reports go to this place, instead of the cursor's, until null is given. */
  void place(Place fixed) {
    place = fixed;
  }

  // ---- trying without reporting

  /** From here on errors are only counted; answers what {@link #unmute} needs. */
  int mute() {
    int before = muted ? mutedErrors : -1;
    muted = true;
    mutedErrors = 0;
    return before;
  }

  /** Ends the trying; answers whether nothing was wrong. */
  boolean unmute(int before) {
    boolean clean = mutedErrors == 0;
    muted = before >= 0;
    mutedErrors = Math.max(before, 0);
    return clean;
  }

  boolean muted() {
    return muted;
  }

  // ---- reporting

  @Override
  public boolean report(RuleUse rule, String variant, Object... arguments) {
    if (place != null) {
      report(rule, place, null, variant, arguments);
      return on(rule);
    }
    if (quiet(rule)) {
      return on(rule);
    }
    return make(
        rule,
        variant,
        hideValues(arguments),
        path.pointer(),
        cursor.offset(),
        cursor.line(),
        cursor.column(),
        currentValue(),
        Excerpts.of(
            cursor, cursor.offset(), excerptLength(), masked ? shownValue() : null, memberName()));
  }

  @Override
  public void report(RuleUse rule, Frame at, String variant, Object... arguments) {
    if (quiet(rule)) {
      return;
    }
    make(
        rule,
        variant,
        arguments,
        path.pointer(at.depth()),
        at.offset(),
        at.line(),
        at.column(),
        null,
        Excerpts.of(cursor, at.offset(), 1, masked ? "{" : null, ""));
  }

  @Override
  public void report(RuleUse rule, Frame holder, Slot at, String variant, Object... arguments) {
    if (quiet(rule)) {
      return;
    }
    var shown = at.shown(masked);
    make(
        rule,
        variant,
        arguments,
        pointer(holder, at),
        at.offset(),
        at.line(),
        at.column(),
        shown.isEmpty() ? null : shown,
        Excerpts.of(
            cursor, at.offset(), Math.max(1, at.written()), masked ? shown : null, at.name()));
  }

  @Override
  public void report(RuleUse rule, Place at, String value, String variant, Object... arguments) {
    if (quiet(rule)) {
      return;
    }
    make(
        rule,
        variant,
        arguments,
        at,
        value,
        Excerpts.of(
            cursor,
            at.offset(),
            value == null ? 1 : value.length(),
            masked ? (value == null ? "" : value) : null,
            ""));
  }

  /** Reports at the member name the cursor stands on; its pointer is that of the member. */
  void name(RuleUse rule, String shown, String variant, Object... arguments) {
    path.member(shown);
    nameAtPath(rule, variant, arguments);
    path.up();
  }

  /** As {@link #name}, when the path already ends with the member. */
  void nameAtPath(RuleUse rule, String variant, Object... arguments) {
    if (rule.equals(program.rules().duplicateName()) && muted || quiet(rule)) {
      return;
    }
    var pointer = path.pointer();
    make(
        rule,
        variant,
        arguments,
        pointer,
        cursor.offset(),
        cursor.line(),
        cursor.column(),
        null,
        Excerpts.of(
            cursor,
            cursor.offset(),
            cursor.end() - cursor.start() + 2,
            masked ? "" : null,
            nameOf(pointer)));
  }

  private static String nameOf(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1);
  }

  /** Reports about the document as a whole. */
  void document(RuleUse rule, String variant) {
    make(rule, variant, new Object[0], "", 0, 1, 1, null, Violation.Excerpt.NONE);
  }

  /** Reports that the document cannot be read any further. */
  void stop(JsonStop stop) {
    muted = false;
    var rules = program.rules();
    var excerpt = Excerpts.of(cursor, stop.offset(), 1, masked ? "" : null, "");
    node = Node.ANY;
    switch (stop.kind()) {
      case SYNTAX ->
          make(
              rules.syntax(),
              stop.cause(),
              pairs(
                  "found",
                  masked && stop.detail().chars().anyMatch(Character::isLetterOrDigit)
                      ? Mask.HIDDEN
                      : stop.detail()),
              path.pointer(),
              stop.offset(),
              stop.line(),
              stop.column(),
              null,
              excerpt);
      case ENCODING ->
          make(
              rules.encoding(),
              stop.cause(),
              pairs("found", stop.detail()),
              path.pointer(),
              stop.offset(),
              stop.line(),
              stop.column(),
              null,
              excerpt);
      case LIMIT ->
          make(
              rules.limit(),
              stop.cause(),
              pairs("limit", stop.cause(), "maximum", stop.detail()),
              path.pointer(),
              stop.offset(),
              stop.line(),
              stop.column(),
              null,
              excerpt);
    }
  }

  private static Object[] pairs(Object... pairs) {
    return pairs;
  }

  /** In a lote, what an argument tells of the value itself is hidden like the value. */
  private Object[] hideValues(Object[] arguments) {
    if (!masked || node.isPublic()) {
      return arguments;
    }
    var hidden = arguments.clone();
    for (int i = 0; i < hidden.length; i += 2) {
      if (TELLING.contains(hidden[i])) {
        hidden[i + 1] = Mask.HIDDEN;
      }
    }
    return hidden;
  }

  private boolean quiet(RuleUse rule) {
    if (!muted) {
      return !on(rule);
    }
    if (rule.isError()) {
      mutedErrors++;
    }
    return true;
  }

  private boolean make(
      RuleUse rule,
      String variant,
      Object[] arguments,
      String pointer,
      long offset,
      long line,
      long column,
      String value,
      Violation.Excerpt excerpt) {
    return make(rule, variant, arguments, new Place(pointer, offset, line, column), value, excerpt);
  }

  private boolean make(
      RuleUse rule,
      String variant,
      Object[] arguments,
      Place at,
      String value,
      Violation.Excerpt excerpt) {
    var severity = findings.severity(rule.rule(), rule.severity());
    if (severity == null) {
      return false;
    }
    var clause = clause(rule);
    findings.add(
        new Violation(
            rule.rule(),
            severity,
            variant,
            named(arguments),
            at.pointer(),
            at.line(),
            at.column(),
            at.offset(),
            clause,
            value,
            at.record(),
            excerpt));
    return true;
  }

  /** The rule's own clause, unless it is of another text than the contract at hand. */
  private String clause(RuleUse rule) {
    var own = rule.rule().clauseText();
    var here = node.clause();
    boolean otherText = !here.isEmpty() && !firstWord(own).equals(firstWord(here));
    return own.isEmpty() || otherText && isText(firstWord(own)) ? here : own;
  }

  /** Whether that is the name of a contract text, rather than of a law. */
  private static boolean isText(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static String firstWord(String clause) {
    int blank = clause.indexOf(' ');
    return blank < 0 ? clause : clause.substring(0, blank);
  }

  private Map<String, Object> named(Object[] pairs) {
    var named = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      var argument = pairs[i + 1];
      if (argument instanceof String text) {
        argument = settings.showPersonal() ? text : Mask.free(text);
      }
      named.put(
          (String) pairs[i], argument instanceof Integer number ? Long.valueOf(number) : argument);
    }
    return named;
  }

  // ---- what may be shown

  private String currentValue() {
    return switch (cursor.token()) {
      case START_OBJECT, END_OBJECT, START_ARRAY, END_ARRAY, NAME, NONE, END -> null;
      default -> shownValue();
    };
  }

  private String shownValue() {
    var token = cursor.token();
    if (token == JsonCursor.Token.START_OBJECT || token == JsonCursor.Token.START_ARRAY) {
      return token == JsonCursor.Token.START_OBJECT ? "{" : "[";
    }
    if (!masked || node.isPublic() && looksPublic(cursor.text())) {
      var text = shorten(cursor.text());
      return settings.showPersonal() ? text : Mask.free(text);
    }
    return node.isPublic() ? Mask.HIDDEN : Mask.value(node.personal(), cursor.text());
  }

  /**
   * Whether the value of an attribute that is public is what such an attribute holds, a code or a
   * day: a column that slipped may have put a name there.
   */
  private static boolean looksPublic(String text) {
    return text.length() <= 10 && text.matches("[-+0-9./]*|true|false|null");
  }

  private int excerptLength() {
    return switch (cursor.token()) {
      case STRING -> cursor.end() - cursor.start() + 2;
      case NUMBER -> cursor.end() - cursor.start();
      case TRUE, NULL -> 4;
      case FALSE -> 5;
      default -> 1;
    };
  }

  /** The name of the member at hand, "" for an item of an array. */
  private String memberName() {
    return path.isItem() ? "" : nameOf(path.pointer());
  }

  private static String shorten(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    int end =
        text.offsetByCodePoints(0, Math.min(SHOWN - 1, text.codePointCount(0, text.length())));
    return text.substring(0, end) + "…";
  }

  /**
   * A name that is none of the schema's own, as it may be shown: in a lote only if it is nearly one
   * of them.
   */
  String nameShown(String name, ObjectPlan plan) {
    if (settings.showPersonal()) {
      return name;
    }
    return masked && NearestName.of(name, plan.nameSet()).isEmpty() ? Mask.HIDDEN : Mask.free(name);
  }

  @Override
  public String shown(Slot slot) {
    return slot.shown(masked);
  }

  @Override
  public boolean masked() {
    return masked;
  }

  // ---- where it is

  @Override
  public boolean isError(RuleUse rule) {
    return findings.severity(rule.rule(), rule.severity()) == Severity.ERROR;
  }

  @Override
  public boolean on(RuleUse rule) {
    return findings.severity(rule.rule(), rule.severity()) != null;
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public Place here() {
    return new Place(path.pointer(), cursor.offset(), cursor.line(), cursor.column());
  }

  /** Where the list begins that is about to end. */
  void list(long offset, long line, long column) {
    listOffset = offset;
    listLine = line;
    listColumn = column;
  }

  @Override
  public Place list() {
    return new Place(path.pointer(), listOffset, listLine, listColumn);
  }

  @Override
  public Place at(Frame object) {
    return new Place(path.pointer(object.depth()), object.offset(), object.line(), object.column());
  }

  @Override
  public Place at(Frame record, Slot attribute) {
    return new Place(
        pointer(record, attribute),
        attribute.offset(),
        attribute.line(),
        attribute.column(),
        recordRef(record));
  }

  private String pointer(Frame holder, Slot attribute) {
    var pointer = new StringBuilder(path.pointer(holder.depth())).append('/');
    Path.escape(attribute.name(), pointer);
    return pointer.toString();
  }

  @Override
  public String pointer(Frame object) {
    return path.pointer(object.depth());
  }

  @Override
  public void pointerBefore(Frame object, StringBuilder into) {
    path.write(object.depth() - 1, into);
    into.append('/');
  }

  @Override
  public void recordKey(Frame record, StringBuilder into) {
    var naming = record.plan().record;
    if (naming != null) {
      naming.label().write(record, masked, into);
    }
  }

  private RecordRef recordRef(Frame record) {
    var naming = record.plan().record;
    return naming == null
        ? RecordRef.NONE
        : naming.refer(record, masked, program.masked(), settings.identityKey());
  }

  @Override
  public boolean recordHasFindings() {
    return !findings.isEmpty();
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public RunMemory run() {
    return run;
  }

  @Override
  public String input() {
    return input;
  }

  @Override
  public void checkKeys(long keys) {
    if (keys > settings.limits().keys()) {
      throw new JsonStop(
          JsonStop.Kind.LIMIT,
          Limits.Kind.KEYS.label(),
          Integer.toString(settings.limits().keys()),
          cursor.offset(),
          cursor.line(),
          cursor.column());
    }
  }

  /** The wrapping attribute that was seen in the root, "" if there was none. */
  String envelopeOf(Frame object) {
    return object.depth() == 0 ? envelope : "";
  }

  void sawEnvelope(String name) {
    if (envelope.isEmpty() && path.depth() == 0) {
      envelope = name;
    }
  }
}
