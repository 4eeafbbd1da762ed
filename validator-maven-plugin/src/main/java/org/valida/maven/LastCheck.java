package org.valida.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.valida.report.ReportFile;

/**
 * Remembers the last check that found nothing, so that the same need not be checked again. Whatever
 * is wrong with its file costs a check and nothing else.
 *
 * @param file where its fingerprint stands
 */
record LastCheck(Path file) {

  /** Whether it was one of this fingerprint. */
  boolean was(String fingerprint) {
    try {
      return Files.isRegularFile(file) && Files.readString(file).strip().equals(fingerprint);
    } catch (IOException e) {
      return false;
    }
  }

  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  void remember(String fingerprint) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var state = new ReportFile(file);
    try {
      state.writer().write(fingerprint + "\n");
      state.complete();
    } finally {
      state.abandon();
    }
  }
}
