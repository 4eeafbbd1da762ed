package org.valida.server.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Why a request is refused, as RFC 9457 writes it.
 *
 * @param status of HTTP
 * @param detail a sentence about this request
 * @param parameter the wrong one, empty where the fault is another
 * @param suggestion the parameter that was probably meant, empty where there is none
 * @param headers to be sent with it
 */
record Problem(
    int status, String detail, String parameter, String suggestion, Map<String, String> headers) {

  static final String MEDIA_TYPE = "application/problem+json";

  Problem {
    headers = Map.copyOf(headers);
  }

  static Problem of(int status, String detail) {
    return new Problem(status, detail, "", "", Map.of());
  }

  Problem with(String header, String value) {
    return new Problem(status, detail, parameter, suggestion, Map.of(header, value));
  }

  /** What the status means, as HTTP calls it. */
  String title() {
    return HttpStatus.getMessage(status);
  }
}
