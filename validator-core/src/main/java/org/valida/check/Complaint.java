package org.valida.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.valida.violation.Failure;
import org.valida.violation.NearestName;

/** Makes the exceptions about a configuration. */
final class Complaint {

  private Complaint() {}

  static ConfigurationException at(
      String kind, Configuration.Place place, Map<String, Object> arguments) {
    return new ConfigurationException(new Failure(kind, place.toString(), arguments));
  }

  /** With the nearest known name, if one is near. */
  static ConfigurationException unknown(
      String kind, Configuration.Place place, String name, Collection<String> known) {
    var arguments = new HashMap<String, Object>(Map.of("name", name));
    NearestName.of(name, known).ifPresent(nearest -> arguments.put("suggestion", nearest));
    return at(kind, place, arguments);
  }

  /** A value that is none of those allowed. */
  static ConfigurationException value(
      Configuration.Place place, String name, String value, Collection<String> allowed) {
    var arguments =
        new HashMap<String, Object>(
            Map.of("name", name, "value", value, "expected", String.join(", ", allowed)));
    NearestName.of(value, allowed).ifPresent(nearest -> arguments.put("suggestion", nearest));
    return at("configuration-value", place, arguments);
  }
}
