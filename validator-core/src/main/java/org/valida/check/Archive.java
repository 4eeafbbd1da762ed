package org.valida.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.valida.violation.Failure;

/**
 * A zip file as the payloads that are in it, as if it were a folder: sorted by name, hidden ones
 * left out.
 *
 * @param failures what is in it and cannot be read
 */
record Archive(List<ZipEntrySource> payloads, List<Failure> failures) {

  /**
   * @param shown how the user named it
   */
  static Archive read(String shown, Path location) {
    try {
      return of(shown, location, ZipDirectory.read(location));
    } catch (IOException e) {
      return new Archive(List.of(), List.of(Unreadable.of(shown, e)));
    }
  }

  private static Archive of(String shown, Path location, List<ZipDirectory.Entry> entries) {
    var names = new HashMap<String, Integer>();
    entries.forEach(entry -> names.merge(entry.name(), 1, Integer::sum));
    var wanted = new TreeMap<String, ZipDirectory.Entry>();
    var failures = new TreeMap<String, Failure>();
    for (var entry : entries) {
      var name = entry.name();
      if (entry.isFolder() || Names.isHidden(name)) {
        continue;
      }
      if (Names.isZip(name) || Names.isGzip(name) || Names.isOtherArchive(name)) {
        failures.put(name, failure("archive-nested", shown, name));
      } else if (Names.isPayload(name) && names.get(name) > 1) {
        failures.put(name, failure("archive-duplicate", shown, name));
      } else if (Names.isPayload(name)) {
        wanted.put(name, entry);
      }
    }
    var payloads = new ArrayList<ZipEntrySource>();
    long before = 0;
    for (var entry : wanted.values()) {
      payloads.add(new ZipEntrySource(shown, location, entry, before));
      before = before + entry.size() < 0 ? Long.MAX_VALUE : before + entry.size();
    }
    if (payloads.isEmpty() && failures.isEmpty()) {
      failures.put("", new Failure("no-payloads", shown, Map.of("hint", "archive")));
    }
    return new Archive(payloads, List.copyOf(failures.values()));
  }

  private static Failure failure(String kind, String shown, String name) {
    return new Failure(kind, shown + "!/" + name, Map.of());
  }
}
