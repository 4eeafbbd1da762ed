package org.valida.cli;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.report.Phrases;
import org.valida.violation.Failure;
import org.valida.violation.NearestName;

/** Values that must be one of a few words. */
final class Choice {

  private Choice() {}

  /** A value that is none of those allowed, with the nearest of them. */
  static UseException wrong(
      Phrases phrases, String option, String value, Collection<String> allowed) {
    var sentence =
        phrases.text("use.value", Map.of("option", option, "value", value, "allowed", allowed));
    return new UseException(sentence + suggestion(phrases, value, allowed));
  }

  /** A name that is not known, such as a rule's, with the nearest of those that are. */
  static UseException unknown(
      Terminal terminal, String kind, String name, Collection<String> known) {
    var arguments = new HashMap<String, Object>(Map.of("name", name));
    NearestName.of(name, known).ifPresent(near -> arguments.put("suggestion", near));
    return UseException.of(terminal, new Failure(kind, "", arguments));
  }

  /** {@code text} or {@code json}, for commands that list. */
  static boolean json(Arguments command, Phrases phrases) throws UseException {
    String format = command.matchedOptionValue("--format", "text");
    var allowed = List.of("text", "json");
    if (!allowed.contains(format)) {
      throw wrong(phrases, "--format", format, allowed);
    }
    return format.equals("json");
  }

  private static String suggestion(Phrases phrases, String wrong, Collection<String> known) {
    return NearestName.of(wrong, known)
        .map(near -> " " + phrases.text("suggestion", Map.of("suggestion", near)))
        .orElse("");
  }
}
