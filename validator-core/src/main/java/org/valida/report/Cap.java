package org.valida.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** Decides which violations are shown: so many per rule and file. Counts those it hides. */
public final class Cap {

  private static final class Count {
    long shown;
    long hidden;
  }

  private final long most;
  private final Map<String, Map<String, Count>> files = new HashMap<>();

  /**
   * @param most shown per rule and file; 0 shows all, and then nothing is remembered
   */
  public Cap(long most) {
    this.most = most;
  }

  /** Whether one more violation of that rule in that file is shown. */
  public boolean admits(String path, String rule) {
    if (most == 0) {
      return true;
    }
    var count =
        files
            .computeIfAbsent(path, p -> new LinkedHashMap<>())
            .computeIfAbsent(rule, r -> new Count());
    if (count.shown < most) {
      count.shown++;
      return true;
    }
    count.hidden++;
    return false;
  }

  /**
   * Names the rules of which something was hidden in that file, with how many, and forgets the
   * file.
   */
  public void close(String path, ObjLongConsumer<String> hidden) {
    var rules = files.remove(path);
    if (rules != null) {
      rules.forEach(
          (rule, count) -> {
            if (count.hidden > 0) {
              hidden.accept(rule, count.hidden);
            }
          });
    }
  }
}
