package org.valida.report;

/**
 * A path in two parts, so that a long one breaks before the name of the file and not in it.
 *
 * @param folder with the slash at its end; empty where there is none
 */
record HtmlPath(String folder, String name) {

  static HtmlPath of(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
    return new HtmlPath(path.substring(0, slash), path.substring(slash));
  }
}
