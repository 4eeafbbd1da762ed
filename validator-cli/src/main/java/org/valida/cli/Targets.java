package org.valida.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.valida.check.Configuration;
import org.valida.report.Format;
import org.valida.session.Preparation;

/**
 * The reports of a run and where they go: those of the command line, else those of the
 * configuration, else text on standard output.
 */
record Targets(List<Format.Target> all) {

  static Targets of(CheckOptions options, Preparation preparation, Terminal terminal)
      throws UseException {
    if (!options.formats().isEmpty()) {
      return new Targets(options.formats());
    }
    var targets = new ArrayList<Format.Target>();
    var configuration = preparation.configuration();
    var reports =
        configuration.isPresent()
            ? configuration.get().reports()
            : List.<Configuration.ReportTarget>of();
    for (var report : reports) {
      var format = Format.of(report.format());
      if (format.isEmpty()) {
        throw Choice.wrong(terminal.phrases(), "formats", report.format(), Format.labels());
      }
      if (report.file().isPresent()) {
        ConfiguredFile.verify(report.file().get(), configuration.get(), preparation, terminal);
      }
      targets.add(new Format.Target(format.get(), report.file().map(Path::toString)));
    }
    return new Targets(
        targets.isEmpty()
            ? List.of(new Format.Target(Format.TEXT, Optional.empty()))
            : List.copyOf(targets));
  }

  /** The files among them, as the user wrote them or as the configuration means them. */
  List<String> files() {
    var files = new ArrayList<String>();
    for (var target : all) {
      if (target.file().isPresent()) {
        files.add(target.file().get());
      }
    }
    return List.copyOf(files);
  }
}
