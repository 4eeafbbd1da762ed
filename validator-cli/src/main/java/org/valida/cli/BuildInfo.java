package org.valida.cli;

import org.valida.resource.Bundle;

/**
 * Which build this is.
 *
 * @param version of Valida
 * @param commit it was made from
 */
record BuildInfo(String version, String commit) {

  static BuildInfo read() {
    var bundle = new Bundle(BuildInfo.class, "/org/valida/cli/build.properties");
    return new BuildInfo(
        bundle.find("version").orElse("unknown"), bundle.find("commit").orElse("unknown"));
  }

  /** As {@code --version} tells it. */
  String line() {
    return "valida " + version + " (commit " + commit + ", Java " + Runtime.version() + ")";
  }
}
