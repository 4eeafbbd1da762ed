package org.valida.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** How a stack prints numbers: the same values, written otherwise. */
@SuppressWarnings("ImmutableEnumChecker") // Its set is a constant.
enum NumberHabit {
  AS_WRITTEN,

  /** A decimal type with the two digits of its column. */
  TWO_DECIMALS {
    @Override
    String decimal(BigDecimal value, Random random) {
      return value.setScale(Math.max(2, value.stripTrailingZeros().scale())).toPlainString();
    }
  },

  /** The type {@code money} of SQL Server. */
  FOUR_DECIMALS("decimal-trailing-zeros") {
    @Override
    String decimal(BigDecimal value, Random random) {
      return value.setScale(Math.max(4, value.stripTrailingZeros().scale())).toPlainString();
    }
  },

  /** The type {@code float} of SQL Server: 1.500000000000000e+000. */
  SQL_FLOAT("decimal-exponent", "decimal-trailing-zeros") {
    @Override
    String decimal(BigDecimal value, Random random) {
      var printed = String.format(Locale.ROOT, "%.15e", value);
      return printed.replaceFirst("e([+-])(\\d\\d)$", "e$10$2");
    }
  },

  /** {@code Double.toString}: 1.234567891E7, and 100.0. */
  JAVA_DOUBLE("decimal-exponent") {
    @Override
    String decimal(BigDecimal value, Random random) {
      return Double.toString(value.doubleValue());
    }
  },

  /** {@code BigDecimal.toString} of what was stripped of its zeros: 1E+2. */
  JAVA_BIG_DECIMAL("decimal-exponent") {
    @Override
    String decimal(BigDecimal value, Random random) {
      return value.stripTrailingZeros().toString();
    }
  },

  /** JavaScript, Go, PHP: a whole number has no decimals. */
  SHORTEST {
    @Override
    String decimal(BigDecimal value, Random random) {
      return plain(value);
    }
  },

  /** Python's floats: 100.0, and 1e+16 beyond their precision. */
  PYTHON_FLOAT {
    @Override
    String decimal(BigDecimal value, Random random) {
      return pointed(value);
    }
  },

  /** Whole numbers of a column with a gap turn to floats. */
  PANDAS("integer-as-decimal") {
    @Override
    String decimal(BigDecimal value, Random random) {
      return pointed(value);
    }

    @Override
    String whole(BigDecimal value, Random random) {
      return pointed(value);
    }
  },

  /** All ways there are. */
  ANY("decimal-exponent", "decimal-trailing-zeros", "integer-as-decimal") {
    @Override
    String decimal(BigDecimal value, Random random) {
      return switch (random.nextInt(6)) {
        case 0 -> value.toPlainString();
        case 1 -> TWO_DECIMALS.decimal(value, random);
        case 2 -> plain(value) + (plain(value).contains(".") ? "0" : ".0");
        case 3 -> exponent(value, random);
        case 4 -> value.unscaledValue() + (random.nextBoolean() ? "e" : "E") + -value.scale();
        default -> JAVA_BIG_DECIMAL.decimal(value, random);
      };
    }

    @Override
    String whole(BigDecimal value, Random random) {
      return random.nextInt(4) == 0 ? decimal(value, random) : value.toPlainString();
    }
  };

  /** The warnings that this writing itself earns. */
  private final Set<String> brings;

  NumberHabit(String... brings) {
    this.brings = Set.of(brings);
  }

  Set<String> brings() {
    return brings;
  }

  /**
   * The number in this writing; as it was where this writing would lose digits of it.
   *
   * @param decimal whether the attribute is one whose numbers have decimals
   */
  String print(String raw, boolean decimal, Random random) {
    if (this == AS_WRITTEN || raw.length() > 20 || raw.matches(".*[eE].*\\d{3}")) {
      return raw;
    }
    var value = new BigDecimal(raw);
    if (value.precision() > 15 || Math.abs(value.scale()) > 15) {
      return raw;
    }
    var printed = decimal ? decimal(value, random) : whole(value, random);
    if (new BigDecimal(printed).compareTo(value) != 0) {
      throw new IllegalStateException(this + " prints " + raw + " as " + printed);
    }
    return printed;
  }

  String decimal(BigDecimal value, Random random) {
    return value.toPlainString();
  }

  String whole(BigDecimal value, Random random) {
    return value.toPlainString();
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String pointed(BigDecimal value) {
    var plain = plain(value);
    return plain.contains(".") ? plain : plain + ".0";
  }

  /** One digit before the point, or a few after it. */
  private static String exponent(BigDecimal value, Random random) {
    int shift = random.nextInt(5) - 2;
    var mantissa = value.movePointLeft(shift).round(MathContext.UNLIMITED);
    var sign = shift < 0 ? "-" : random.nextBoolean() ? "+" : "";
    return mantissa
            .setScale(Math.max(0, mantissa.scale()), RoundingMode.UNNECESSARY)
            .toPlainString()
        + (random.nextBoolean() ? "e" : "E")
        + sign
        + Math.abs(shift);
  }
}
