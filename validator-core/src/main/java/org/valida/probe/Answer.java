package org.valida.probe;

import java.time.Duration;
import java.util.Optional;

/** What came of a request. */
sealed interface Answer {

  /**
   * Nothing, or not all of it.
   *
   * @param reason as in {@link NoAnswerException}
   */
  record None(String reason) implements Answer {}

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param contentType as it came; empty where there was none
   * @param firstByte how long it took to come
   * @param empty whether there was no body
   * @param elsewhere host of a redirect that was not followed; empty where there was none
   * @param content what stood in it, where it was read
   */
  record Got(
      int status,
      String contentType,
      Duration firstByte,
      boolean empty,
      String elsewhere,
      Optional<Content> content)
      implements Answer {

    boolean isOk() {
      return status == 200;
    }

    /** Whether the server says that there is nothing at that address. */
    boolean isMissing() {
      return status == 404 || status == 405;
    }
  }
}
