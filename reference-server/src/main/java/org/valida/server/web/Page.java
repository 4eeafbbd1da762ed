package org.valida.server.web;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param number from 1
 * @param size 1 to {@link #MOST}
 */
record Page(long number, int size) {

  /** Items of a page, unless asked for otherwise. */
  static final int USUAL = 10;

  /** Items of a page, at most. */
  static final int MOST = 5_000;

  /** Reads {@code page} and {@code per_page}; empty if one of them is no number or out of range. */
  static Optional<Page> of(Context context) {
    long number = number(context, "page", 1);
    long size = number(context, "per_page", USUAL);
    return number < 1 || size < 1 || size > MOST
        ? Optional.empty()
        : Optional.of(new Page(number, (int) size));
  }

  private static long number(Context context, String name, long usual) {
    var values = context.queryParams(name);
    if (values.isEmpty()) {
      return usual;
    }
    var text = values.get(0);
    return values.size() == 1 && text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
  }

  <T> List<T> of(List<T> all) {
    long first = Math.min((number - 1) * size, all.size());
    return all.subList((int) first, (int) Math.min(first + size, all.size()));
  }

  /** How many pages there are of so many items. */
  long pages(int total) {
    return (total + size - 1L) / size;
  }

  /** The query of another page of the same size. */
  String query(long other) {
    return "?page=" + other + "&per_page=" + size;
  }
}
