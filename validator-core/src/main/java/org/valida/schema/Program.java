package org.valida.schema;

import java.util.Optional;
import java.util.Set;

/**
 * A compiled contract or schema, ready to run over documents. Immutable and shared by all threads.
 */
public final class Program {

  private final String name;
  private final Node root;
  private final EngineRules rules;
  private final boolean lowercaseNames;
  private final boolean masked;
  private final boolean countsRecords;
  private final Set<String> keywords;
  private final ObjectPlan anyObject;

  Program(
      String name,
      Node root,
      EngineRules rules,
      boolean lowercaseNames,
      boolean masked,
      boolean countsRecords,
      Set<String> keywords) {
    this.name = name;
    this.root = root;
    this.rules = rules;
    this.lowercaseNames = lowercaseNames;
    this.masked = masked;
    this.countsRecords = countsRecords;
    this.keywords = Set.copyOf(keywords);
    this.anyObject = new ObjectPlan();
  }

  /** The contract's id, or the name of the schema file. */
  public String name() {
    return name;
  }

  Node root() {
    return root;
  }

  EngineRules rules() {
    return rules;
  }

  /** Whether names with capitals are wrong and matched all the same (MCE 3). */
  boolean lowercaseNames() {
    return lowercaseNames;
  }

  /** Whether values are masked unless their schema calls them public. */
  boolean masked() {
    return masked;
  }

  /** Whether the contract says what a record is. */
  public boolean countsRecords() {
    return countsRecords;
  }

  /** Whether a keyword of the vocabulary stands anywhere in it. */
  public boolean has(String keyword) {
    return keywords.contains(keyword);
  }

  /**
   * The attribute whose list holds the records, empty where the document itself is that list;
   * nothing where the contract has no such list at the top.
   */
  public Optional<String> recordList() {
    if (holdsRecords(root)) {
      return Optional.of("");
    }
    var plan = root.object;
    return plan == null
        ? Optional.empty()
        : plan.nameSet().stream()
            .filter(name -> holdsRecords(plan.child(plan.property(name))))
            .findFirst();
  }

  private static boolean holdsRecords(Node node) {
    var items = node.array == null ? null : node.array.items;
    return items != null && items.object != null && items.object.record != null;
  }

  /** An object of which nothing is known. */
  ObjectPlan anyObject() {
    return anyObject;
  }
}
