package org.valida.violation;

import java.util.Map;
import java.util.Optional;

/**
 * What is known of one input once it was read.
 *
 * @param path as the user named it, {@code -} for standard input
 * @param contractId null where none was recognised
 * @param verdict of this input alone
 * @param records ente rows, lote records, or documents
 * @param bytes read
 * @param errors violations of that severity, those suppressed not counted; likewise the next two
 * @param suppressed violations that are known and accepted
 * @param byRule how many violations each rule has here
 * @param failureOrNull why it could not be checked
 */
public record FileResult(
    String path,
    String contractId,
    Verdict verdict,
    long records,
    long bytes,
    long errors,
    long warnings,
    long infos,
    long suppressed,
    Map<String, Long> byRule,
    Failure failureOrNull) {

  public Optional<String> contract() {
    return Optional.ofNullable(contractId);
  }

  public Optional<Failure> failure() {
    return Optional.ofNullable(failureOrNull);
  }
}
