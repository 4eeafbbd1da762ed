package org.valida.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.valida.check.FailOn;
import org.valida.report.Format;
import org.valida.report.Phrases;
import org.valida.schema.Query;
import org.valida.violation.Level;

/** Turns the text of arguments into options, each with its own sentence where it cannot. */
record CheckArguments(Arguments command, Phrases phrases) {

  CheckOptions read() throws UseException {
    return new CheckOptions(
        command.matchedPositionalValue(List.of()),
        value("--contract"),
        value("--schema"),
        formats(),
        failOn(),
        levels(),
        query(),
        value("--config"),
        value("--lang"),
        number("--max-violations", 0),
        value("--contracts"),
        values("--errors"),
        value("--baseline"),
        number("--max-records", 1),
        date("--today"),
        number("--jobs", 1),
        flag("--quiet"),
        flag("--verbose"),
        flag("--hash"),
        flag("--no-color"),
        flag("--show-personal"),
        flag("--statistics"));
  }

  private Optional<String> value(String option) {
    return Optional.ofNullable(command.matchedOptionValue(option, (String) null));
  }

  private boolean flag(String option) {
    return command.matchedOptionValue(option, false);
  }

  private List<String> values(String option) {
    return command.matchedOptionValue(option, List.of());
  }

  private List<Format.Target> formats() throws UseException {
    var targets = new ArrayList<Format.Target>();
    for (var text : values("--format")) {
      int equals = text.indexOf('=');
      var label = equals < 0 ? text : text.substring(0, equals);
      var file = equals < 0 ? Optional.<String>empty() : Optional.of(text.substring(equals + 1));
      var format = Format.of(label);
      if (format.isEmpty()) {
        throw Choice.wrong(phrases, "--format", label, Format.labels());
      }
      if (file.filter(String::isEmpty).isPresent()) {
        throw new UseException(phrases.text("use.format-file", Map.of("format", label)));
      }
      targets.add(new Format.Target(format.get(), file));
    }
    return List.copyOf(targets);
  }

  private Optional<FailOn> failOn() throws UseException {
    var label = value("--fail-on");
    if (label.isEmpty()) {
      return Optional.empty();
    }
    var failOn = FailOn.of(label.get());
    if (failOn.isEmpty()) {
      throw Choice.wrong(phrases, "--fail-on", label.get(), FailOn.labels());
    }
    return failOn;
  }

  private Map<String, Level> levels() throws UseException {
    var levels = new LinkedHashMap<String, Level>();
    for (var text : values("--rule")) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new UseException(phrases.text("use.rule", Map.of("value", text)));
      }
      var label = text.substring(equals + 1);
      var level = Level.of(label);
      if (level.isEmpty()) {
        var labels = Stream.of(Level.values()).map(Level::label).toList();
        throw Choice.wrong(phrases, "--rule " + text.substring(0, equals), label, labels);
      }
      levels.put(text.substring(0, equals), level.get());
    }
    return levels;
  }

  private Optional<Query> query() throws UseException {
    var text = value("--query");
    if (text.filter(String::isBlank).isPresent()) {
      throw new UseException(phrases.text("use.query.empty"));
    }
    try {
      return text.map(Query::parse);
    } catch (Query.Problem e) {
      var parts = Map.of("name", e.name(), "value", e.value());
      var suggestion =
          e.suggestion().isEmpty()
              ? ""
              : " " + phrases.text("suggestion", Map.of("suggestion", e.suggestion()));
      throw new UseException(phrases.text("use.query." + e.kind(), parts) + suggestion);
    }
  }

  private OptionalLong number(String option, long least) throws UseException {
    var text = value(option);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (text.get().matches("[0-9]{1,18}") && Long.parseLong(text.get()) >= least) {
      return OptionalLong.of(Long.parseLong(text.get()));
    }
    throw new UseException(
        phrases.text("use.number", Map.of("option", option, "value", text.get(), "least", least)));
  }

  Optional<LocalDate> date(String option) throws UseException {
    var text = value(option);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new UseException(
          phrases.text("use.date", Map.of("option", option, "value", text.orElse(""))));
    }
  }
}
