package org.valida.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.valida.json.MemberName;
import org.valida.text.TextPattern;

/** What a schema says of an object. Set up while compiling, then only read. */
final class ObjectPlan {

  /** A name pattern and the schema of the members it matches. */
  record PatternMember(TextPattern pattern, Node node) {}

  /** The other known spelling of an attribute. */
  record Alias(int property, RuleUse rule) {}

  private String[] names = {};
  private MemberName[] expected = {};
  private QuietMember[] quiet = {};
  private boolean hasQuiet;
  private boolean canBeQuiet;
  private Node[] children = Node.NO_NODES;
  private int[] slotOf = {};
  private final List<String> slotNames = new ArrayList<>();
  private final List<Node> slotNodes = new ArrayList<>();
  private final List<ObjectRule> ruleList = new ArrayList<>();
  private ObjectRule[] rules = {};
  private final Map<String, Integer> slotNumbers = new HashMap<>();
  private Map<String, Integer> folded = Map.of();

  List<String> required = List.of();
  final Set<String> recommended = new java.util.HashSet<>();
  List<PatternMember> patterns = List.of();

  /** Null where members of other names are not allowed. */
  Node additional = Node.ANY;

  /** How a member of an unknown name is reported; null where it is accepted. */
  RuleUse stranger;

  RuleUse notLowercase;
  Map<String, Alias> aliases = Map.of();
  long minimum;
  long maximum = Long.MAX_VALUE;
  Node propertyNames;
  Map<String, List<String>> dependentNames = Map.of();
  Map<String, Node> dependentSchemas = Map.of();
  RecordNaming record;
  private boolean hasLists;
  private long[] needed = {};
  private boolean needsStrangers;

  void members(Map<String, Node> members) {
    int size = members.size();
    names = members.keySet().toArray(String[]::new);
    children = members.values().toArray(Node[]::new);
    expected = new MemberName[size];
    slotOf = new int[size];
    Arrays.fill(slotOf, -1);
    folded = new HashMap<>();
    for (int i = 0; i < size; i++) {
      names[i] = names[i].intern();
      expected[i] = new MemberName(names[i]);
      folded.putIfAbsent(fold(names[i]), i);
    }
  }

  /** The name without underscores, in lower case. */
  static String fold(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  void add(ObjectRule rule) {
    ruleList.add(rule);
  }

  void seal() {
    rules = ruleList.toArray(ObjectRule[]::new);
    for (var child : children) {
      hasLists |= child.array != null && child.array.hasRules();
    }
    need();
  }

  private void need() {
    needed = new long[words()];
    for (var name : required) {
      int property = property(name);
      if (property < 0) {
        needsStrangers = true;
      } else {
        needed[property >> 6] |= 1L << property;
      }
    }
  }

  /** Tells of an object with fewer or more members than it may have. */
  void reportCount(Report report, RuleUse rule, Frame at, long count) {
    boolean few = count < minimum;
    report.report(rule, at, few ? "few" : "many", "count", count, "limit", few ? minimum : maximum);
  }

  /** Whether an object may have so many members. */
  boolean allows(long count) {
    return count >= minimum && count <= maximum;
  }

  /** Whether all required members came, as far as their bits can tell. */
  boolean complete(long[] present) {
    for (int i = 0; i < needed.length; i++) {
      if ((needed[i] & ~present[i]) != 0) {
        return false;
      }
    }
    return !needsStrangers;
  }

  /**
   * Has the attribute remembered, and tells the number of its slot.
   *
   * @throws IllegalArgumentException if the object has no such attribute
   */
  int slot(String name) {
    int known = slotNames.indexOf(name);
    if (known >= 0) {
      return known;
    }
    int property = property(name);
    if (property < 0) {
      throw new IllegalArgumentException("the object has no attribute " + name);
    }
    slotOf[property] = slotNames.size();
    slotNumbers.put(names[property], slotNames.size());
    slotNames.add(names[property]);
    slotNodes.add(children[property]);
    return slotOf[property];
  }

  /** The slot of a name that is already remembered, or -1. */
  int slotNumber(String name) {
    return slotNumbers.getOrDefault(name, -1);
  }

  Slot[] newSlots() {
    var slots = new Slot[slotNames.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = new Slot(slotNames.get(i), slotNodes.get(i));
    }
    return slots;
  }

  /** The number of the property of that name, or -1. */
  int property(String name) {
    return Arrays.asList(names).indexOf(name);
  }

  int propertyFolded(String name) {
    return folded.getOrDefault(fold(name), -1);
  }

  /** Finds out which values are quiet; to be asked when all schemas are compiled. */
  void quieten() {
    quiet = new QuietMember[names.length];
    for (int i = 0; i < quiet.length && simple(); i++) {
      var values = expected[i].plain() ? QuietValue.of(children[i]) : null;
      if (values != null) {
        quiet[i] = new QuietMember(expected[i], values);
        hasQuiet = true;
      }
    }
    canBeQuiet = hasQuiet && !needsStrangers;
    for (var name : required) {
      int property = property(name);
      canBeQuiet &= property >= 0 && quiet[property] != null;
    }
  }

  /** Whether a property has quiet values. */
  boolean hasQuiet() {
    return hasQuiet;
  }

  /** Whether an object of it can have nothing but quiet values. */
  boolean canBeQuiet() {
    return canBeQuiet;
  }

  QuietMember quiet(int property) {
    return quiet[property];
  }

  /**
   * The number of the property that has quiet values and whose name stands at an index, trying
   * {@code guess} first, or -1.
   */
  int quiet(byte[] bytes, int at, int guess) {
    if (guess < quiet.length && isQuiet(guess, bytes, at)) {
      return guess;
    }
    for (int i = 0; i < quiet.length; i++) {
      if (isQuiet(i, bytes, at)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isQuiet(int property, byte[] bytes, int at) {
    var member = quiet[property];
    return member != null && member.named(bytes, at);
  }

  /** The number of the property with that name, trying {@code guess} first, or -1. */
  int find(byte[] buffer, int start, int end, int guess) {
    if (guess < expected.length && expected[guess].is(buffer, start, end)) {
      return guess;
    }
    for (int i = 0; i < expected.length; i++) {
      if (expected[i].is(buffer, start, end)) {
        return i;
      }
    }
    return -1;
  }

  int size() {
    return names.length;
  }

  int words() {
    return names.length + 63 >>> 6;
  }

  String name(int property) {
    return names[property];
  }

  Set<String> nameSet() {
    return new java.util.LinkedHashSet<>(Arrays.asList(names));
  }

  Node child(int property) {
    return children[property];
  }

  int slotOf(int property) {
    return slotOf[property];
  }

  ObjectRule[] rules() {
    return rules;
  }

  boolean hasLists() {
    return hasLists;
  }

  boolean dependsOnSchemas() {
    return !dependentSchemas.isEmpty();
  }

  /** Whether one look-up by name decides everything about a member. */
  boolean simple() {
    return patterns.isEmpty() && propertyNames == null && dependentNames.isEmpty();
  }
}
