package org.valida.json;

/**
 * Every limit that a payload can pass, in one place: its name, its default and what it protects.
 * Passing one ends the reading of that document with {@code json-limit}, which names the limit as
 * written here.
 *
 * @param nesting how many objects and arrays may be open at once; protects the stack
 * @param nameBytes length of a member name as written, in bytes; protects the window and the
 *     pointers of a report
 * @param stringBytes length of a string value as written, in bytes; protects the window
 * @param numberBytes length of a number as written, in bytes; protects arithmetic on it
 * @param members members of one object; protects the memory of names seen
 * @param keys keys remembered for one list (duplicates, account hierarchies); protects their memory
 * @param captureBytes length of a value that must be read twice (anyOf, oneOf, not, if, contains,
 *     enum over objects)
 * @param inflatedBytes size after decompression of one compressed input, of all payloads of an
 *     archive together, or of what is fetched from one address; protects time
 */
public record Limits(
    int nesting,
    int nameBytes,
    int stringBytes,
    int numberBytes,
    int members,
    int keys,
    int captureBytes,
    long inflatedBytes) {

  /** Names of the limits, as users read and configure them. */
  public enum Kind {
    NESTING("nesting"),
    NAME("name-bytes"),
    STRING("string-bytes"),
    NUMBER("number-bytes"),
    MEMBERS("members"),
    KEYS("keys"),
    CAPTURE("capture-bytes"),
    INFLATED("inflated-bytes"),
    /** Steps of one search for a pattern of a user's schema; fixed. */
    PATTERN("pattern-steps");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** Whether users may set it. */
    public boolean configurable() {
      return this != PATTERN;
    }
  }

  /** The deepest nesting that may be configured: beyond it the stack of a thread is at risk. */
  public static final int MAX_NESTING = 3_000;

  public Limits {
    if (nesting < 1 || nesting > MAX_NESTING) {
      throw new IllegalArgumentException(
          "nesting must be 1 to " + MAX_NESTING + ", not " + nesting);
    }
    if (nameBytes < 1
        || stringBytes < 1
        || numberBytes < 1
        || members < 1
        || keys < 1
        || captureBytes < 1
        || inflatedBytes < 1) {
      throw new IllegalArgumentException("a limit must be at least 1");
    }
  }

  /** The documented defaults. */
  public static Limits defaults() {
    return new Limits(512, 10_000, 4 << 20, 1_000, 100_000, 20_000_000, 16 << 20, 8L << 30);
  }
}
