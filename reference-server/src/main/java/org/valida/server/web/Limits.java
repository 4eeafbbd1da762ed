package org.valida.server.web;

import java.time.Duration;

/**
 * What clients may take of the server.
 *
 * @param threads requests worked on at once; more wait
 * @param connections open at once; more are taken when others close
 * @param idle how long a connection may be without a byte in either direction
 * @param bytesPerSecond a client that reads an answer, or sends a body, more slowly is cut off
 * @param grace what a body, or a piece of an answer, may take beyond that
 * @param stop what requests under way get to end when the server stops
 */
public record Limits(
    int threads,
    int connections,
    Duration idle,
    int bytesPerSecond,
    Duration grace,
    Duration stop) {

  /** Those of a server, unless a test has others. */
  static final Limits USUAL =
      new Limits(
          64, 1_024, Duration.ofSeconds(30), 256, Duration.ofSeconds(10), Duration.ofSeconds(10));
}
