package org.valida.schema;

import org.valida.json.JsonCursor;
import org.valida.json.JsonCursor.Token;
import org.valida.json.Limits;

/**
 * The short way through an object: passes its members one after another as long as each is an
 * attribute of the schema, there for the first time, with a {@link QuietValue}. It leaves what the
 * long way would leave: the same slots, the same bits. At the first member that is anything else it
 * stops before it, and that one goes the long way. So the short way never reports and never decides
 * that something is wrong.
 */
final class QuietMembers {

  private final boolean allowed;

  /** Index of the name that was found. */
  private int name;

  QuietMembers(Limits limits) {
    // Limits on tokens that are lower than what is passed here are judged the long way only.
    allowed =
        limits.stringBytes() >= QuietValue.LONGEST_TEXT
            && limits.numberBytes() >= QuietValue.LONGEST_NUMBER
            && limits.nameBytes() >= QuietValue.LONGEST_TEXT;
  }

  /** Whether the limits leave room for the short way at all. */
  boolean allowed() {
    return allowed;
  }

  /**
   * Passes members.
   *
   * @param own the frame of the object, in which the cursor stands behind the brace or a value
   * @return how many were passed
   */
  int pass(JsonCursor cursor, Frame own) {
    var plan = own.plan();
    int count = 0;
    if (!allowed || !plan.hasQuiet()) {
      return count;
    }
    while (true) {
      var lead = own.lead();
      int at = cursor.toValue(lead);
      boolean led = at >= 0 && !own.hasSeen(lead.property());
      int property = led ? lead.property() : find(cursor, plan, own);
      if (property < 0) {
        return count;
      }
      var member = plan.quiet(property);
      if (!led) {
        at = cursor.toValue(name + member.nameLength() + 1);
        if (at < 0) {
          return count;
        }
        cursor.learn(lead, at, property);
      }
      byte[] bytes = cursor.buffer();
      var slot = own.target(property);
      int end = member.read(bytes, at, slot, own);
      if (end < 0) {
        slot.clear();
        return count;
      }
      if (led) {
        cursor.follow(lead);
      }
      slot.stands(cursor.offset(at), cursor.line(), cursor.column(at), end - at);
      own.came(property);
      cursor.passed(end, bytes[at] == '"' ? Token.STRING : Token.NUMBER);
      count++;
    }
  }

  /**
   * Goes to the next name; tells the property that it is, or -1 if that is none with quiet values
   * or came before.
   */
  private int find(JsonCursor cursor, ObjectPlan plan, Frame own) {
    name = cursor.toName();
    if (name < 0) {
      return -1;
    }
    int property = plan.quiet(cursor.buffer(), name, own.expected());
    return property < 0 || own.hasSeen(property) ? -1 : property;
  }
}
