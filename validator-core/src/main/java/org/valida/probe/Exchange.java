package org.valida.probe;

import java.util.Map;
import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param filters of the request, by name
 * @param url that was asked for
 * @param curl the line that repeats it
 */
record Exchange(
    Purpose purpose, Map<String, String> filters, String url, String curl, Answer answer) {

  Optional<Answer.Got> got() {
    return answer instanceof Answer.Got got ? Optional.of(got) : Optional.empty();
  }

  Optional<Content> content() {
    return got().flatMap(Answer.Got::content);
  }

  Optional<Rows> rows() {
    return content().flatMap(Content::rows);
  }
}
