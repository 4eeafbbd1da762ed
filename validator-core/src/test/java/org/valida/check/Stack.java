package org.valida.check;

/**
 * What common libraries make of a payload: its layout, its escapes, its numbers, the order of its
 * members, and whether what has no value is there as null.
 */
@SuppressWarnings("ImmutableEnumChecker") // Layouts and habits hold texts and numbers only.
enum Stack {
  JACKSON(Layout.COMPACT, TextHabit.PLAIN, NumberHabit.AS_WRITTEN),
  JACKSON_DOUBLE(Layout.COMPACT, TextHabit.PLAIN, NumberHabit.JAVA_DOUBLE),
  JACKSON_BIG_DECIMAL(Layout.COMPACT, TextHabit.PLAIN, NumberHabit.JAVA_BIG_DECIMAL),
  JACKSON_ESCAPING_NON_ASCII(
      Layout.COMPACT, TextHabit.PLAIN.inAscii().inUpperCase(), NumberHabit.TWO_DECIMALS),
  JACKSON_PRETTY(
      Layout.indented("  ").withColon(" : ").withListsInLine(),
      TextHabit.PLAIN,
      NumberHabit.AS_WRITTEN,
      Order.AS_WRITTEN,
      true),
  JACKSON_PRETTY_ON_WINDOWS(
      Layout.indented("  ").withColon(" : ").withListsInLine().withLines("\r\n"),
      TextHabit.PLAIN,
      NumberHabit.JAVA_DOUBLE),
  GSON(Layout.COMPACT, TextHabit.PLAIN.escaping("<>&='\u2028\u2029"), NumberHabit.JAVA_DOUBLE),
  GSON_PRETTY_WITH_NULLS(
      Layout.indented("  "),
      TextHabit.PLAIN.escaping("<>&='\u2028\u2029"),
      NumberHabit.AS_WRITTEN,
      Order.AS_WRITTEN,
      true),
  GO(
      Layout.COMPACT.withEnd("\n"),
      TextHabit.PLAIN.escaping("<>&\u2028\u2029"),
      NumberHabit.SHORTEST,
      Order.BY_NAME,
      false),
  GO_INDENTED_BY_TABS(
      Layout.indented("\t").withEnd("\n"),
      TextHabit.PLAIN.escaping("<>&\u2028\u2029"),
      NumberHabit.SHORTEST,
      Order.AS_WRITTEN,
      true),
  PYTHON(Layout.SPACED, TextHabit.PLAIN.inAscii(), NumberHabit.PYTHON_FLOAT),
  PYTHON_UTF_8_INDENTED(Layout.indented("    "), TextHabit.PLAIN, NumberHabit.PYTHON_FLOAT),
  PYTHON_SORTED_WITH_NULLS(
      Layout.SPACED.withEnd("\n"),
      TextHabit.PLAIN.inAscii(),
      NumberHabit.PYTHON_FLOAT,
      Order.BY_NAME,
      true),
  PANDAS(
      Layout.COMPACT,
      TextHabit.PLAIN.inAscii().escaping("/"),
      NumberHabit.PANDAS,
      Order.AS_WRITTEN,
      true),
  PHP(Layout.COMPACT, TextHabit.PLAIN.inAscii().escaping("/"), NumberHabit.SHORTEST),
  PHP_PRETTY_WITH_NULLS(
      Layout.indented("    "),
      TextHabit.PLAIN.inAscii().escaping("/"),
      NumberHabit.SHORTEST,
      Order.AS_WRITTEN,
      true),
  PHP_HEX(
      Layout.COMPACT,
      TextHabit.PLAIN.inAscii().escaping("<>&'\"").inUpperCase(),
      NumberHabit.PYTHON_FLOAT),
  SYSTEM_TEXT_JSON(
      Layout.COMPACT,
      TextHabit.PLAIN.inAscii().inUpperCase().escaping("\"&'+<>`"),
      NumberHabit.TWO_DECIMALS,
      Order.AS_WRITTEN,
      true),
  SYSTEM_TEXT_JSON_INDENTED(
      Layout.indented("  ").withLines("\r\n"),
      TextHabit.PLAIN.inAscii().inUpperCase().escaping("\"&'+<>`"),
      NumberHabit.SHORTEST),
  NEWTONSOFT(
      Layout.indented("  ").withLines("\r\n"),
      TextHabit.PLAIN.escaping("\u0085\u2028\u2029"),
      NumberHabit.PYTHON_FLOAT,
      Order.AS_WRITTEN,
      true),
  POWERSHELL(
      Layout.indented("    ").withColon(":  ").withLines("\r\n").withEnd("\r\n"),
      TextHabit.PLAIN.escaping("<>&'"),
      NumberHabit.TWO_DECIMALS),
  ORACLE_JSON_OBJECT(Layout.COMPACT, TextHabit.PLAIN, NumberHabit.SHORTEST, Order.AS_WRITTEN, true),
  ORACLE_APEX_JSON(
      Layout.COMPACT.withComma("\n,").withEnd("\n"),
      TextHabit.PLAIN.inAscii().inUpperCase().escaping("/"),
      NumberHabit.SHORTEST),
  SQL_SERVER_FLOAT(Layout.COMPACT, TextHabit.PLAIN.escaping("/"), NumberHabit.SQL_FLOAT),
  SQL_SERVER_MONEY(
      Layout.COMPACT,
      TextHabit.PLAIN.escaping("/"),
      NumberHabit.FOUR_DECIMALS,
      Order.AS_WRITTEN,
      true),
  MYSQL(Layout.SPACED, TextHabit.PLAIN, NumberHabit.TWO_DECIMALS, Order.BY_LENGTH, true),
  POSTGRESQL_JSONB(Layout.SPACED, TextHabit.PLAIN, NumberHabit.TWO_DECIMALS, Order.BY_LENGTH, true),
  POSTGRESQL_JSON_AGG(
      Layout.COMPACT.withComma(", \n "),
      TextHabit.PLAIN,
      NumberHabit.TWO_DECIMALS,
      Order.AS_WRITTEN,
      true),
  R_JSONLITE(Layout.COMPACT, TextHabit.PLAIN, NumberHabit.SHORTEST),
  R_JSONLITE_PRETTY(
      Layout.indented("  ").withEnd("\n"),
      TextHabit.PLAIN,
      NumberHabit.SHORTEST,
      Order.AS_WRITTEN,
      true),
  DELPHI(
      Layout.COMPACT, TextHabit.PLAIN.inAscii().inUpperCase().escaping("/"), NumberHabit.SHORTEST),
  DELPHI_FORMATTED(
      Layout.indented("    ").withLines("\r\n"),
      TextHabit.PLAIN.inAscii().inUpperCase().escaping("/"),
      NumberHabit.JAVA_DOUBLE),
  VISUAL_BASIC(
      Layout.indented("\t").withLines("\r\n").withColon(" : ").withEnd("\r\n"),
      TextHabit.PLAIN.inAscii().inUpperCase(),
      NumberHabit.TWO_DECIMALS),
  NODE(Layout.COMPACT, TextHabit.PLAIN, NumberHabit.SHORTEST),
  NODE_INDENTED(Layout.indented("  "), TextHabit.PLAIN, NumberHabit.SHORTEST),
  RAILS(
      Layout.COMPACT,
      TextHabit.PLAIN.escaping("<>&\u2028\u2029"),
      NumberHabit.PYTHON_FLOAT,
      Order.AS_WRITTEN,
      true),
  PERL(
      Layout.indented("   ").withColon(" : ").withEnd("\n"),
      TextHabit.PLAIN.inAscii(),
      NumberHabit.SHORTEST,
      Order.BY_NAME,
      false),
  SWIFT(
      Layout.indented("  ").withColon(" : "),
      TextHabit.PLAIN.escaping("/"),
      NumberHabit.SHORTEST,
      Order.SHUFFLED,
      false),
  OLD_MAC(Layout.indented(" ").withLines("\r"), TextHabit.PLAIN, NumberHabit.AS_WRITTEN),
  BY_HAND(
      Layout.ANYWHERE, TextHabit.PLAIN.atRandom(10), NumberHabit.AS_WRITTEN, Order.SHUFFLED, false),
  EVERYTHING_AT_ONCE(
      Layout.ANYWHERE, TextHabit.PLAIN.atRandom(50), NumberHabit.ANY, Order.SHUFFLED, true),
  ALL_ESCAPED(
      Layout.COMPACT, TextHabit.PLAIN.atRandom(100), NumberHabit.AS_WRITTEN, Order.SHUFFLED, false);

  /** The order of members. */
  enum Order {
    AS_WRITTEN,
    BY_NAME,
    BY_LENGTH,
    SHUFFLED
  }

  private final Layout layout;
  private final TextHabit texts;
  private final NumberHabit numbers;
  private final Order order;
  private final boolean nulls;

  Stack(Layout layout, TextHabit texts, NumberHabit numbers) {
    this(layout, texts, numbers, Order.AS_WRITTEN, false);
  }

  Stack(Layout layout, TextHabit texts, NumberHabit numbers, Order order, boolean nulls) {
    this.layout = layout;
    this.texts = texts;
    this.numbers = numbers;
    this.order = order;
    this.nulls = nulls;
  }

  Layout layout() {
    return layout;
  }

  TextHabit texts() {
    return texts;
  }

  NumberHabit numbers() {
    return numbers;
  }

  Order order() {
    return order;
  }

  /** Whether what has no value is printed as null. */
  boolean nulls() {
    return nulls;
  }
}
