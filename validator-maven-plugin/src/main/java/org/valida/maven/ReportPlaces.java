package org.valida.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.valida.report.Format;
import org.valida.report.Reports;
import org.valida.report.UnwritableException;

/**
 * The reports that are asked for, each with its file.
 *
 * @param places in the order of the parameter
 */
record ReportPlaces(List<Place> places) {

  /** A report and where it goes. */
  record Place(Format format, Path file) {}

  /** Endings of the formats whose label is none. */
  private static final Map<String, String> ENDINGS =
      Map.of(
          "text", ".txt",
          "markdown", ".md",
          "junit", "-junit.xml",
          "gitlab", "-gitlab.json",
          "github", "-github.txt");

  ReportPlaces {
    places = List.copyOf(places);
  }

  /**
   * Reads the parameter.
   *
   * @param formats {@code FORMAT} or {@code FORMAT=FILE}
   * @param basedir what files are relative to
   * @param folder where a report goes that has no file named, as {@code valida.FORMAT}
   * @throws ParameterException if there is no such format
   */
  static ReportPlaces of(List<String> formats, Path basedir, Path folder)
      throws ParameterException {
    var places = new ArrayList<Place>();
    for (var text : formats) {
      int equals = text.indexOf('=');
      var label = equals < 0 ? text : text.substring(0, equals);
      var format = Format.of(label);
      if (format.isEmpty()) {
        throw Parameters.wrong("formats", label, Format.labels());
      }
      var file =
          equals < 0
              ? folder.resolve("valida" + ENDINGS.getOrDefault(label, "." + label))
              : basedir.resolve(text.substring(equals + 1));
      if (places.stream().anyMatch(place -> place.file().equals(file))) {
        throw new ParameterException("parameter.formats.twice", Map.of("file", file));
      }
      places.add(new Place(format.get(), file));
    }
    return new ReportPlaces(places);
  }

  List<String> names() {
    return places.stream().map(place -> place.file().toString()).toList();
  }

  /** Whether all of them are there. */
  boolean exist() {
    return places.stream().allMatch(place -> Files.isRegularFile(place.file()));
  }

  void open(Reports reports) throws UnwritableException {
    for (var place : places) {
      try {
        Files.createDirectories(place.file().getParent());
      } catch (IOException e) {
        // Whatever is in the way, the report cannot be opened either, which says so.
      }
      reports.to(place.file().getParent(), place.file().toString(), place.format());
    }
  }
}
