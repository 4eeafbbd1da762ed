package org.valida.document;

/**
 * Where in a document something stands.
 *
 * @param path of the file, as shown to people
 * @param line from 1
 * @param column in code points, from 1
 */
public record Place(String path, long line, long column) {
  @Override
  public String toString() {
    return path + ":" + line + ":" + column;
  }
}
