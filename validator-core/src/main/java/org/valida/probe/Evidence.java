package org.valida.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was asked of a method, for the checks to judge.
 *
 * @param method its name
 * @param expected address where the manual has it
 * @param found why its address was asked for: {@link Purpose#ALL} where it is as the manual says,
 *     {@link Purpose#SUFFIX} or {@link Purpose#CAPITALS} where it is served so only; empty where it
 *     was not found
 * @param login whether there are credentials
 * @param slow the first byte should not take longer
 * @param silence why nothing was asked; empty where something was
 * @param exchanges in their order
 */
record Evidence(
    String method,
    String expected,
    Optional<Purpose> found,
    boolean login,
    Duration slow,
    Optional<Phrase> silence,
    List<Exchange> exchanges) {

  Evidence {
    exchanges = List.copyOf(exchanges);
  }

  Optional<Exchange> of(Purpose purpose) {
    return exchanges.stream().filter(exchange -> exchange.purpose() == purpose).findFirst();
  }

  /** The requests that the manual has an answer of 200 for. */
  Stream<Exchange> correct() {
    return exchanges.stream().filter(exchange -> exchange.purpose().correct());
  }

  /** The rows of the year; empty where there are none, or none that could be read. */
  Optional<Rows> rows() {
    return of(Purpose.ALL).flatMap(Exchange::rows).filter(rows -> !rows.isEmpty());
  }

  /** Why the filters cannot be judged. */
  Phrase noRows() {
    return silence.orElseGet(
        () -> Phrase.of(method.equals("retificadora") ? "skip.retificadora" : "skip.no-rows"));
  }
}
