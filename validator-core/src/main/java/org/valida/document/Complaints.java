package org.valida.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.violation.Failure;
import org.valida.violation.NearestName;

/** Collects what is wrong with a document, so that all of it can be said at once. */
public final class Complaints {

  private final List<Failure> failures = new ArrayList<>();

  public void add(String kind, Place place, Map<String, Object> arguments) {
    failures.add(new Failure(kind, place.toString(), arguments));
  }

  /** A name that is none of those known, with the nearest of them if one is near. */
  public void unknown(String kind, Place place, String name, Collection<String> known) {
    var arguments = new HashMap<String, Object>(Map.of("name", name));
    NearestName.of(name, known).ifPresent(nearest -> arguments.put("suggestion", nearest));
    add(kind, place, arguments);
  }

  /**
   * @throws DocumentException if there is any
   */
  public void verify() throws DocumentException {
    if (!failures.isEmpty()) {
      throw new DocumentException(failures);
    }
  }
}
