package org.valida.cli;

import java.util.HashSet;

/** Options that do not go together, all in one list. */
enum Conflict {
  SCHEMA_CONTRACT("conflict.schema-contract"),
  SCHEMA_QUERY("conflict.schema-query"),
  SCHEMA_CONTRACTS("conflict.schema-contracts"),
  QUIET_VERBOSE("conflict.quiet-verbose"),
  ONE_OUTPUT("conflict.one-output"),
  SAME_FILE("conflict.same-file");

  private final String key;

  Conflict(String key) {
    this.key = key;
  }

  /** Of the sentence that says so. */
  String key() {
    return key;
  }

  /** Whether these options have it. */
  boolean in(CheckOptions options) {
    return switch (this) {
      case SCHEMA_CONTRACT -> options.schema().isPresent() && options.contract().isPresent();
      case SCHEMA_QUERY -> options.schema().isPresent() && options.query().isPresent();
      case SCHEMA_CONTRACTS ->
          options.schema().isPresent() && options.contractsFolder().isPresent();
      case QUIET_VERBOSE -> options.quiet() && options.verbose();
      case ONE_OUTPUT -> options.onWatchedOutput() > 1;
      case SAME_FILE -> sameFile(options);
    };
  }

  private static boolean sameFile(CheckOptions options) {
    var files = new HashSet<String>();
    for (var target : options.formats()) {
      if (target.file().isPresent() && !files.add(target.file().get())) {
        return true;
      }
    }
    return false;
  }
}
