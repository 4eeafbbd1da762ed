package org.valida.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Asks one method all that the checks need. The order is fixed; each request is sent once. */
final class MethodProbe {

  /** How many years back rows are looked for, unless the year is named. */
  private static final int YEARS_BACK = 5;

  /** Before there was a service that anybody could have data of. */
  private static final String YEAR_WITHOUT_DATA = "1990";

  private static final List<Purpose> NARROW =
      List.of(Purpose.UF, Purpose.MUNICIPIO, Purpose.PERIOD, Purpose.ENTE);

  private final Session session;
  private final ProbeSettings settings;
  private final String method;
  private final List<Integer> years;
  private final List<Exchange> exchanges = new ArrayList<>();

  /**
   * @param year that other methods have rows of
   */
  MethodProbe(
      Session session, ProbeSettings settings, String method, OptionalInt year, int thisYear) {
    this.session = session;
    this.settings = settings;
    this.method = method;
    this.years =
        year.isPresent()
            ? List.of(year.getAsInt())
            : IntStream.rangeClosed(0, YEARS_BACK).mapToObj(back -> thisYear - back).toList();
  }

  Evidence run() {
    var place = Optional.<String>empty();
    var found = Optional.<Purpose>empty();
    for (var candidate : places(settings, method)) {
      place = place.isPresent() || !lives() ? place : served(candidate);
    }
    if (place.isPresent()) {
      found = Optional.of(Purpose.ALL);
    } else if (lives()) {
      var missing = exchanges.get(0);
      exchanges.clear();
      for (var purpose : List.of(Purpose.SUFFIX, Purpose.CAPITALS)) {
        if (place.isEmpty()) {
          place = otherName(purpose);
          found = place.map(name -> purpose);
        }
      }
      if (place.isEmpty()) {
        exchanges.add(0, missing);
      } else {
        served(place.get());
      }
    }
    place.ifPresent(this::rest);
    return new Evidence(
        method,
        expected(settings, method),
        found,
        settings.login().isPresent(),
        settings.slow(),
        Optional.empty(),
        exchanges);
  }

  /** Evidence that nothing was asked. */
  static Evidence silent(ProbeSettings settings, String method, Phrase reason) {
    return new Evidence(
        method,
        expected(settings, method),
        Optional.empty(),
        settings.login().isPresent(),
        settings.slow(),
        Optional.of(reason),
        List.of());
  }

  private static String expected(ProbeSettings settings, String method) {
    return settings.base() + "/" + places(settings, method).get(0);
  }

  /** MCE 5 has consulta/despesa; the example of MCE 3 has the method right below the base. */
  private static List<String> places(ProbeSettings settings, String method) {
    return settings.base().getPath().endsWith("/consulta")
        ? List.of(method)
        : List.of("consulta/" + method, method);
  }

  /** Whether every request so far had an answer: no use in waiting for another time-out. */
  private boolean lives() {
    return exchanges.stream().allMatch(exchange -> exchange.got().isPresent());
  }

  /** Looks for the year with rows at a place; empty where there is nothing. */
  private Optional<String> served(String place) {
    var tried = new ArrayList<Exchange>();
    for (int year : years) {
      var exchange = session.ask(Purpose.ALL, place, method, ofYear(year));
      tried.add(exchange);
      var got = exchange.got();
      boolean nothing =
          got.isPresent()
              && (got.get().isMissing()
                  || got.get().empty()
                  || exchange.rows().map(Rows::isEmpty).orElse(false));
      if (!nothing) {
        break;
      }
    }
    var last = tried.get(tried.size() - 1);
    if (tried.stream().allMatch(each -> each.got().map(Answer.Got::isMissing).orElse(false))) {
      exchanges.add(last);
      return Optional.empty();
    }
    exchanges.removeIf(exchange -> exchange.got().map(Answer.Got::isMissing).orElse(false));
    tried.stream().limit(tried.size() - 1).map(MethodProbe::withoutData).forEach(exchanges::add);
    exchanges.add(last);
    return Optional.of(place);
  }

  private static Exchange withoutData(Exchange exchange) {
    return new Exchange(
        Purpose.NO_DATA, exchange.filters(), exchange.url(), exchange.curl(), exchange.answer());
  }

  private Optional<String> otherName(Purpose purpose) {
    var names = purpose == Purpose.SUFFIX ? Names.withSuffix(method) : Names.withCapitals(method);
    var folder = places(settings, method).get(0).replace(method, "");
    for (var name : names) {
      var exchange =
          session.ask(purpose, folder + name, method, ofYear(years.get(years.size() - 1)));
      if (exchange.got().map(Answer.Got::isOk).orElse(false)) {
        exchanges.add(exchange);
        return Optional.of(folder + name);
      }
    }
    return Optional.empty();
  }

  private void rest(String place) {
    var all = exchanges.get(exchanges.size() - 1);
    boolean answered = all.got().map(Answer.Got::isOk).orElse(false);
    if (settings.login().isPresent()) {
      ask(Purpose.NO_TOKEN, place, all.filters());
    }
    if (answered) {
      ask(Purpose.AGAIN, place, all.filters());
    }
    if (method.equals("retificadora")) {
      return;
    }
    ask(Purpose.NO_YEAR, place, Map.of());
    if (answered) {
      ask(Purpose.NO_DATA, place, Map.of("num_ano", YEAR_WITHOUT_DATA));
    }
    var rows = all.rows().filter(some -> !some.isEmpty());
    var sample = answered && rows.isEmpty() ? Optional.<Sample>empty() : Sample.of(rows, settings);
    sample.ifPresent(values -> narrow(place, all.filters(), values));
    if (rows.isPresent()) {
      var filters = new LinkedHashMap<>(all.filters());
      filters.put("cod_municipio", "-1");
      ask(Purpose.STATES, place, filters);
    }
  }

  private void narrow(String place, Map<String, String> ofYear, Sample sample) {
    for (var purpose : NARROW) {
      var filters = new LinkedHashMap<>(ofYear);
      filters.putAll(sample.filters(purpose));
      if (filters.size() > ofYear.size()) {
        ask(purpose, place, filters);
      }
    }
  }

  private void ask(Purpose purpose, String place, Map<String, String> filters) {
    if (lives()) {
      exchanges.add(session.ask(purpose, place, method, filters));
    }
  }

  /** MCE 5.3 asks for an interval of days, the others for a year. */
  private Map<String, String> ofYear(int year) {
    if (!method.equals("retificadora")) {
      return Map.of("num_ano", Integer.toString(year));
    }
    var filters = new LinkedHashMap<String, String>();
    filters.put("dat_inicio", year + "-01-01T00:00:00Z");
    filters.put("dat_fim", (year + 1) + "-12-31T23:59:59Z");
    return filters;
  }
}
