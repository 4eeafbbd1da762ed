package org.valida.session;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.valida.Valida;
import org.valida.baseline.Baseline;
import org.valida.baseline.FileNames;
import org.valida.baseline.Findings;
import org.valida.baseline.IdentityKey;
import org.valida.baseline.Standing;
import org.valida.document.DocumentException;
import org.valida.violation.Note;

/**
 * The baseline that a run goes by.
 *
 * @param shown how messages name its file
 * @param findings what it had to do in this run
 */
record Accepted(
    Baseline baseline,
    String shown,
    FileNames names,
    IdentityKey key,
    LocalDate today,
    Findings findings) {

  /**
   * Reads it.
   *
   * @param shown how messages name the file
   * @throws RequestException if it cannot be followed, or the key would protect nobody
   */
  static Accepted read(Request request, Path file, String shown) throws RequestException {
    verify(request.identityKey());
    try {
      var names = new FileNames(request.folder(), file);
      return new Accepted(
          Baseline.read(file, shown),
          shown,
          names,
          request.identityKey(),
          request.dayOrToday(),
          new Findings(names));
    } catch (DocumentException e) {
      throw new RequestException(e.failures());
    }
  }

  static void verify(IdentityKey key) throws RequestException {
    if (key.isTooShort()) {
      throw Refusal.of("baseline-key-short", Map.of("least", IdentityKey.LEAST_LENGTH));
    }
  }

  /** Lets an engine go by it. */
  void give(Valida.Builder builder) {
    builder.suppression(baseline.suppression(names, today));
    if (baseline.keySign().isPresent()) {
      builder.identityKey(key.text());
    }
  }

  List<Note> notes() {
    return new Standing(baseline, shown, findings).notes(key, today);
  }
}
