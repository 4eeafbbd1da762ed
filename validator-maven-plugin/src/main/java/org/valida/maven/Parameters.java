package org.valida.maven;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.valida.baseline.IdentityKey;
import org.valida.check.FailOn;
import org.valida.schema.Query;
import org.valida.session.Request;
import org.valida.violation.Level;

/**
 * What a goal was told about the run, as it was told. Its text tells it from another.
 *
 * @param rules level of a rule by its id
 * @param ruleLevels further ones, {@code ID=LEVEL}, which win
 * @param maxViolations shown per rule and file
 */
record Parameters(
    Payloads payloads,
    Optional<String> contract,
    Optional<String> schema,
    Optional<String> contracts,
    Map<String, String> rules,
    List<String> ruleLevels,
    Optional<String> failOn,
    Optional<String> baseline,
    Optional<String> query,
    Optional<String> config,
    Optional<String> today,
    Optional<Long> maxViolations) {

  Parameters {
    // In an order that is the same in every build: the text goes into the fingerprint.
    rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    ruleLevels = List.copyOf(ruleLevels);
  }

  /**
   * What they ask of a run.
   *
   * @throws ParameterException if one has no meaning, or two exclude each other
   */
  Request request() throws ParameterException {
    exclusive("schema", schema, "contract", contract);
    exclusive("schema", schema, "contracts", contracts);
    exclusive("schema", schema, "query", query);
    return Request.in(payloads.top())
        .inputs(payloads.arguments())
        .config(config)
        .contract(contract)
        .schema(schema)
        .contractsFolder(contracts)
        .levels(levels())
        .query(readQuery())
        .baseline(baseline)
        .identityKey(System.getenv().getOrDefault(IdentityKey.VARIABLE, ""))
        .today(day())
        .build();
  }

  private static void exclusive(
      String one, Optional<String> first, String other, Optional<String> second)
      throws ParameterException {
    if (first.isPresent() && second.isPresent()) {
      throw new ParameterException("parameter.exclusive", Map.of("one", one, "other", other));
    }
  }

  /** The least severity that fails the build, where it was said. */
  Optional<FailOn> leastFailing() throws ParameterException {
    if (failOn.isEmpty()) {
      return Optional.empty();
    }
    var level = FailOn.of(failOn.get());
    if (level.isEmpty()) {
      throw wrong("failOn", failOn.get(), FailOn.labels());
    }
    return level;
  }

  /** How many violations are shown per rule and file, where it was said; 0 for all. */
  OptionalLong shown() throws ParameterException {
    if (maxViolations.isEmpty()) {
      return OptionalLong.empty();
    }
    if (maxViolations.get() < 0) {
      throw new ParameterException(
          "parameter.number", Map.of("name", "maxViolations", "value", maxViolations.get()));
    }
    return OptionalLong.of(maxViolations.get());
  }

  /**
   * The day that rules about the future go by, where it was said.
   *
   * @throws ParameterException if it is no date
   */
  Optional<LocalDate> day() throws ParameterException {
    try {
      return today.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new ParameterException("parameter.date", Map.of("value", today.orElse("")));
    }
  }

  private Map<String, Level> levels() throws ParameterException {
    var texts = new LinkedHashMap<>(rules);
    for (var text : ruleLevels) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new ParameterException("parameter.rule", Map.of("value", text));
      }
      texts.put(text.substring(0, equals), text.substring(equals + 1));
    }
    var labels = Stream.of(Level.values()).map(Level::label).toList();
    var levels = new LinkedHashMap<String, Level>();
    for (var entry : texts.entrySet()) {
      var level = Level.of(entry.getValue());
      if (level.isEmpty()) {
        throw wrong("rules: " + entry.getKey(), entry.getValue(), labels);
      }
      levels.put(entry.getKey(), level.get());
    }
    return levels;
  }

  private Optional<Query> readQuery() throws ParameterException {
    try {
      return query.map(Query::parse);
    } catch (Query.Problem e) {
      var suggestion = e.suggestion().isEmpty() ? "" : ".suggestion";
      throw new ParameterException(
          "parameter.query." + e.kind() + suggestion,
          Map.of("name", e.name(), "value", e.value(), "suggestion", e.suggestion()));
    }
  }

  static ParameterException wrong(String name, String value, List<String> allowed) {
    return new ParameterException(
        "parameter.value", Map.of("name", name, "value", value, "allowed", allowed));
  }
}
