package org.valida.cli;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.check.Source;
import org.valida.report.FailureText;
import org.valida.report.TextReport;
import org.valida.report.Wording;
import org.valida.server.load.LoadResult;
import org.valida.server.load.LoadResult.Invalid;
import org.valida.server.load.LoadResult.Loaded;
import org.valida.server.load.LoadResult.Refused;
import org.valida.server.load.LoadResult.Unchecked;
import org.valida.server.load.Loader;
import org.valida.server.sample.SampleData;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseException;
import org.valida.server.store.DatabaseUrl;
import org.valida.violation.Messages;

/**
 * {@code --load} and {@code --sample}: loads payloads one after the other and says what became of
 * each. A line about a loaded payload stands for data that are in the database for good.
 */
final class ServeLoading {

  private final Terminal terminal;
  private final DatabaseUrl url;
  private final Valida valida = Valida.withDefaults();
  private final Loader loader;

  ServeLoading(Terminal terminal, Database database, DatabaseUrl url) {
    this.terminal = terminal;
    this.url = url;
    this.loader = new Loader(valida, database, Clock.systemUTC());
  }

  void sample() throws UseException, IOException {
    long entes = 0;
    for (var payload : SampleData.payloads()) {
      entes += load(payload) instanceof Loaded loaded ? loaded.entes() : 0;
    }
    terminal.print(List.of(terminal.phrases().text("serve.sample", Map.of("entes", entes))));
  }

  /** Clean if something was loaded; else why not. */
  Exit load(List<String> names) throws UseException, IOException {
    var inputs = Inputs.of(names, terminal.environment().folder(), terminal.in());
    if (!inputs.failures().isEmpty()) {
      throw UseException.of(terminal, inputs.failures().get(0));
    }
    int loaded = 0;
    boolean invalid = false;
    for (var source : inputs.sources()) {
      var result = load(source);
      say(source, result);
      loaded += result instanceof Loaded ? 1 : 0;
      invalid |= result instanceof Invalid;
    }
    if (loaded > 0) {
      return Exit.CLEAN;
    }
    terminal.complain(terminal.phrases().text("serve.nothing"));
    return invalid ? Exit.FOUND : Exit.TROUBLE;
  }

  private LoadResult load(Source source) throws UseException {
    try {
      return loader.load(source);
    } catch (DatabaseException e) {
      throw new UseException(
          terminal.phrases().text("use.serve.database-lost", Map.of("database", url)));
    }
  }

  private void say(Source source, LoadResult result) throws IOException {
    var phrases = terminal.phrases();
    if (result instanceof Loaded loaded) {
      terminal.print(
          List.of(
              phrases.text(
                  "serve.loaded",
                  Map.of(
                      "path",
                      loaded.path(),
                      "method",
                      loaded.method().label(),
                      "entes",
                      loaded.entes(),
                      "items",
                      loaded.items()))));
    } else if (result instanceof Invalid) {
      report(source);
      terminal.complain(phrases.text("serve.invalid", Map.of("path", source.path())));
    } else if (result instanceof Unchecked unchecked) {
      terminal.complain(FailureText.of(terminal.language()).line(unchecked.failure()));
    } else if (result instanceof Refused refused) {
      var key = "serve.refused." + refused.reason().name().toLowerCase(Locale.ROOT);
      terminal.complain(phrases.text(key, Map.of("path", source.path())));
    }
  }

  /** Checks it again, to say what is wrong as {@code valida check} does. */
  private void report(Source source) throws IOException {
    Writer out = terminal.text();
    var language = terminal.language();
    var options =
        new TextReport.Options(
            50, terminal.environment().colour(), TextReport.Detail.NORMAL, false, false);
    valida.run(
        List.of(source), new TextReport(out, Wording.of(Messages.of(language)), language, options));
    out.flush();
  }
}
