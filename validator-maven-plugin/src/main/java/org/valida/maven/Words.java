package org.valida.maven;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.valida.report.FailureText;
import org.valida.report.NoteText;
import org.valida.report.Phrases;
import org.valida.violation.Failure;
import org.valida.violation.Note;
import org.valida.violation.Printable;

/** What the plugin says, in one language. */
final class Words {

  /** Options of the command line in the core's sentences that are parameters here. */
  private static final Pattern OPTION =
      Pattern.compile(
          "--(contracts?|schema|query|baseline|port|db|load|user|methods|password-file|api-key-file|persist-lotes)"
              + "\\b");

  /** Those of the command that repairs, which are rather said for one run. */
  private static final Pattern FLAG = Pattern.compile("--(write|unsafe|diff)\\b");

  private final Phrases phrases;
  private final FailureText failures;

  private Words(Phrases phrases, FailureText failures) {
    this.phrases = phrases;
    this.failures = failures;
  }

  /**
   * @param language {@code pt}; anything else is {@code en}
   */
  static Words in(String language) {
    return new Words(
        Phrases.read(Words.class, "/org/valida/maven/texts", language), FailureText.of(language));
  }

  /** {@code pt} or {@code en}. */
  String language() {
    return phrases.language();
  }

  String text(String key) {
    return phrases.text(key);
  }

  String text(String key, Map<String, ?> parts) {
    return phrases.text(key, parts);
  }

  String counted(String key, long count, Map<String, ?> parts) {
    return phrases.counted(key, count, parts);
  }

  /** What could not be done, and what to do about it. */
  String sentence(Failure failure) {
    return asParameters(failures.sentence(failure));
  }

  /** A sentence of the core, with parameters in the place of the command line's options. */
  String asParameters(String sentence) {
    var named =
        OPTION.matcher(sentence).replaceAll(option -> "<" + parameter(option.group(1)) + ">");
    return FLAG.matcher(named).replaceAll("-Dvalida.$1");
  }

  private static String parameter(String option) {
    return Pattern.compile("-([a-z])")
        .matcher(option)
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  /** What is worth knowing besides. */
  String sentence(Note note) {
    return asParameters(NoteText.of(language()).line(note));
  }

  /**
   * As {@link #sentence}, behind the place it concerns.
   *
   * @param place empty for none
   */
  String sentence(String place, Failure failure) {
    return place.isEmpty() ? sentence(failure) : Printable.of(place) + ": " + sentence(failure);
  }
}
