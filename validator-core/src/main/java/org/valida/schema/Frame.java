package org.valida.schema;

import java.util.ArrayList;
import java.util.List;
import org.valida.json.MemberLead;

/**
 * One open object: where it began, which of its attributes came, and what the slots remember.
 * Frames are pooled by depth and reused, so nothing may keep one after its object was closed.
 */
public final class Frame {

  private final ObjectPlan plan;
  private final QuietValue.Bounds bounds;
  private final Slot[] slots;
  private final ListState[][] lists;
  final boolean[] listOpen;
  final long[] seen;
  final long[] present;
  private final int[] successor;

  /** Where a value of each property goes, whether anybody remembers it or not. */
  private final Slot[] targets;

  /** What led to each property that has quiet values, by the property before it. */
  private final MemberLead[] leads;

  /** How items of a list that used this frame were printed; null where none was asked for. */
  private ItemLayouts layouts;

  /** The property that came last, -1 for none. */
  private int last;

  /** How many objects were opened with this frame. */
  private long opened;

  // What find() found last, for whom, and in which of the objects around.
  private Slot found;
  private boolean foundHere;
  private String foundName = "";
  private Frame foundFrom;
  private long foundIn;

  final KeySet strangers = new KeySet();
  private final List<Runnable> whenClosed = new ArrayList<>();
  private boolean still;
  private Frame parent;
  private int depth;
  private long index;
  private long offset;
  private long line;
  private long column;

  Frame(ObjectPlan plan, QuietValue.Bounds bounds) {
    this(plan, bounds, plan.newSlots());
  }

  private Frame(ObjectPlan plan, QuietValue.Bounds bounds, Slot[] slots) {
    this.plan = plan;
    this.bounds = bounds;
    this.slots = slots;
    targets = new Slot[plan.size()];
    for (int i = 0; i < targets.length; i++) {
      int number = plan.slotOf(i);
      targets[i] = number < 0 ? new Slot("", Node.ANY) : slots[number];
    }
    lists = new ListState[plan.size()][];
    listOpen = new boolean[plan.size()];
    leads = new MemberLead[plan.hasQuiet() ? plan.size() + 1 : 0];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = new MemberLead();
    }
    seen = new long[plan.words()];
    present = new long[plan.words()];
    successor = new int[plan.size() + 1];
    for (int i = 0; i < successor.length; i++) {
      successor[i] = i;
    }
  }

  /**
   * This open object as a thread sees it that reads a list of it apart. Its slots do not change
   * while the list is open, and are shared.
   */
  Frame still() {
    var same = new Frame(plan, bounds, slots);
    same.open(depth, index, offset, line, column);
    same.parent = parent == null ? null : parent.still();
    same.still = true;
    return same;
  }

  private void open(int atDepth, long atIndex, long atOffset, long atLine, long atColumn) {
    depth = atDepth;
    index = atIndex;
    offset = atOffset;
    line = atLine;
    column = atColumn;
  }

  void open(Frame around, int atDepth, long atIndex, long atOffset, long atLine, long atColumn) {
    if (parent != around) {
      parent = around;
    }
    opened++;
    open(atDepth, atIndex, atOffset, atLine, atColumn);
    last = -1;
    for (var slot : slots) {
      slot.clear();
    }
    for (int i = 0; i < seen.length; i++) {
      seen[i] = 0;
      present[i] = 0;
    }
    if (plan.hasLists()) {
      java.util.Arrays.fill(listOpen, false);
    }
    strangers.clear();
    if (!whenClosed.isEmpty()) {
      whenClosed.clear();
    }
  }

  /** The next item of the list, whose members are those of the item before it. */
  void openAgain(long atIndex, long atOffset, long atLine, long atColumn) {
    opened++;
    index = atIndex;
    offset = atOffset;
    line = atLine;
    column = atColumn;
  }

  /**
   * Makes ready for items that have just these members, and no others.
   *
   * @param members a bit for each property
   */
  void install(long[] members) {
    for (int i = 0; i < targets.length; i++) {
      if ((members[i >> 6] & 1L << i) == 0) {
        targets[i].clear();
      }
    }
    System.arraycopy(members, 0, seen, 0, seen.length);
    System.arraycopy(members, 0, present, 0, present.length);
    if (plan.hasLists()) {
      java.util.Arrays.fill(listOpen, false);
    }
    strangers.clear();
    whenClosed.clear();
  }

  /** Until when numbers or days are right. */
  long latest(QuietValue.Until until) {
    return bounds.latest(until);
  }

  ItemLayouts layouts() {
    if (layouts == null) {
      layouts = new ItemLayouts();
    }
    return layouts;
  }

  /** The property that followed the last one in the object before. */
  int expected() {
    return successor[last + 1];
  }

  /** What led to the member that followed the last one in the object before. */
  MemberLead lead() {
    return leads[last + 1];
  }

  boolean hasSeen(int property) {
    return (seen[property >> 6] & 1L << property) != 0;
  }

  /** A member came. */
  void came(int property) {
    successor[last + 1] = property;
    last = property;
    seen[property >> 6] |= 1L << property;
    present[property >> 6] |= 1L << property;
  }

  /** Where the value of a property is kept, whether anybody remembers it or not. */
  Slot target(int property) {
    return targets[property];
  }

  ListState[] lists(int property) {
    if (lists[property] == null) {
      lists[property] = plan.child(property).array().newStates();
    }
    if (!listOpen[property]) {
      listOpen[property] = true;
      for (var state : lists[property]) {
        state.reset();
      }
    }
    return lists[property];
  }

  void close(Scope scope) {
    if (plan.hasLists()) {
      for (int i = 0; i < listOpen.length; i++) {
        if (listOpen[i]) {
          for (var state : lists[i]) {
            state.closed(this, scope);
          }
        }
      }
    }
    for (var rule : plan.rules()) {
      rule.closed(this, scope);
    }
    if (!whenClosed.isEmpty()) {
      whenClosed.forEach(Runnable::run);
      whenClosed.clear();
    }
  }

  /**
   * The state that a list of this object left, for rules that build on it; null if the list did not
   * come.
   */
  public ListState list(int property, int rule) {
    return property >= 0 && listOpen[property] ? lists[property][rule] : null;
  }

  /** The attribute came twice: nobody knows which value holds, so nothing is built on it. */
  void spoil(int property) {
    var slot = slotOfProperty(property);
    if (slot != null) {
      slot.spoil();
    }
  }

  /** Whether a member of that name, not one of the schema's own, came. */
  boolean strangerSeen(String name, KeySet.Digest digest) {
    byte[] bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return strangers.contains(digest.start().add(bytes, 0, bytes.length).finish());
  }

  /** Runs when this object closes, after its own rules. */
  public void whenClosed(Runnable action) {
    if (still) {
      // It closes where the document is read in turn.
      throw new NotApartException();
    }
    whenClosed.add(action);
  }

  /** The slot that the plan gave this number. */
  public Slot slot(int number) {
    return slots[number];
  }

  Slot slotOfProperty(int property) {
    int number = plan.slotOf(property);
    return number < 0 ? null : slots[number];
  }

  /**
   * The slot of an attribute of that name here or in an object around this one; null if none of
   * them knows the name.
   */
  public Slot find(String name) {
    // Items of a list ask for the same attribute of the object that holds it again and again.
    if (!name.equals(foundName)
        || foundFrom != parent
        || parent != null && foundIn != parent.opened) {
      var holder = holder(name);
      found = holder == null ? null : holder.slots[holder.plan.slotNumber(name)];
      foundHere = holder == this;
      foundName = name;
      foundFrom = parent;
      foundIn = parent == null ? 0 : parent.opened;
    }
    return found;
  }

  /** Whether what {@link #find} told last is an attribute of this object itself. */
  public boolean foundHere() {
    return foundHere;
  }

  /**
   * The frame here or around this one whose object knows an attribute of that name; null if none
   * does.
   */
  public Frame holder(String name) {
    for (var frame = this; frame != null; frame = frame.parent) {
      if (frame.plan.slotNumber(name) >= 0) {
        return frame;
      }
    }
    return null;
  }

  /** The object around this one, null for the outermost. */
  public Frame parent() {
    return parent;
  }

  ObjectPlan plan() {
    return plan;
  }

  int depth() {
    return depth;
  }

  /** Position in the array that holds it, from 0; 0 for a member. */
  public long index() {
    return index;
  }

  /** Byte offset of its opening brace. */
  public long offset() {
    return offset;
  }

  public long line() {
    return line;
  }

  public long column() {
    return column;
  }
}
