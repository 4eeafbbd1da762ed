package org.valida.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.valida.violation.Failure;
import org.valida.violation.Violation;

/**
 * What tells a tool that two reports speak of the same violation. Made of the rule, the pattern of
 * its pointer and the position, never of a value or a message, so that it is the same in every
 * language and gives nothing away. The position is made of the indexes in the pointer and, among
 * violations that agree in all this, of the order in which they are found: moved lines keep it.
 */
final class Fingerprints {

  private static final Pattern INDEX = Pattern.compile("(?<=/)(0|[1-9][0-9]*)(?=/|\\z)");

  private final MessageDigest digest;

  /** How often each place was named; 64 bits of a hash stand for it. */
  private final Map<Long, Integer> times = new HashMap<>();

  Fingerprints() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The pointer with a star for each index. */
  static String pattern(String pointer) {
    return INDEX.matcher(pointer).replaceAll("*");
  }

  /** The same for all violations of the rule at such places, whatever their position: 64 digits. */
  String ofPattern(Violation violation) {
    return hex(hash(violation.rule().id(), pattern(violation.pointer())));
  }

  /** Another one for each call, the same in the next run: 64 hexadecimal digits. */
  String ofPosition(String path, Violation violation) {
    return next(
        hash(path, violation.rule().id(), pattern(violation.pointer()), indexes(violation)));
  }

  /** As {@link #ofPosition}, of what could not be checked. */
  String ofFailure(Failure failure) {
    return next(hash(failure.path(), failure.kind()));
  }

  private String next(byte[] place) {
    int time = times.merge(first(place), 1, Integer::sum);
    return hex(hash(hex(place), Integer.toString(time)));
  }

  private static String indexes(Violation violation) {
    var indexes = new StringBuilder();
    var matcher = INDEX.matcher(violation.pointer());
    while (matcher.find()) {
      indexes.append(matcher.group()).append('.');
    }
    return indexes.toString();
  }

  private byte[] hash(String... parts) {
    for (var part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return digest.digest();
  }

  private static long first(byte[] hash) {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | hash[i] & 0xFF;
    }
    return value;
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
