package org.valida.report;

import java.util.HashMap;
import java.util.Map;
import org.valida.violation.Failure;
import org.valida.violation.Printable;

/**
 * Says in one sentence what the tool could not do and what the user may do about it. The sentence
 * stands under the failure's kind; an argument {@code reason} or {@code hint} that is a stable word
 * has a sentence of its own, and {@code suggestion} adds a question.
 */
public final class FailureText {

  private final Phrases phrases;

  private FailureText(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * @param language {@code pt}; anything else is {@code en}
   */
  public static FailureText of(String language) {
    return new FailureText(Phrases.read(FailureText.class, "/org/valida/check/failures", language));
  }

  /** The sentence, without the path it concerns unless the sentence speaks of it. Safe to print. */
  public String sentence(Failure failure) {
    var parts = new HashMap<String, Object>(failure.arguments());
    parts.putIfAbsent("path", failure.path());
    parts.put("kind", failure.kind());
    explain(parts, "reason", failure.kind());
    explain(parts, "hint", failure.kind());
    explain(parts, "expected", failure.kind());
    var key = phrases.find(failure.kind()).isPresent() ? failure.kind() : "other";
    var sentence = phrases.text(key, parts).strip();
    return parts.containsKey("suggestion")
        ? sentence + " " + phrases.text("suggestion", parts)
        : sentence;
  }

  /** The sentence behind the path it concerns, as compilers write it. */
  public String line(Failure failure) {
    var sentence = sentence(failure);
    return failure.path().isEmpty() ? sentence : Printable.of(failure.path()) + ": " + sentence;
  }

  private void explain(Map<String, Object> parts, String name, String kind) {
    var word = parts.get(name);
    if (word != null) {
      phrases
          .find(kind + "." + name + "." + word)
          .or(() -> phrases.find(name + "." + word))
          .ifPresent(text -> parts.put(name, text));
    }
  }
}
