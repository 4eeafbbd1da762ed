package org.valida.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.check.Configuration;
import org.valida.check.FailOn;
import org.valida.check.Source;
import org.valida.json.Limits;
import org.valida.output.HalfWrittenException;
import org.valida.report.FailureText;
import org.valida.session.RequestException;
import org.valida.session.Session;
import org.valida.split.SplitException;
import org.valida.split.SplitFiles;
import org.valida.split.SplitRun;

/** {@code valida split}: parts the clean records of a lote from the others. */
final class SplitCommand {

  private final Terminal started;
  private final CheckOptions options;
  private final Arguments command;

  SplitCommand(Terminal terminal, CheckOptions options, Arguments command) {
    this.started = terminal;
    this.options = options;
    this.command = command;
  }

  Exit run() throws UseException, IOException {
    return Prepared.run(started, options, this::split);
  }

  private Exit split(Prepared prepared) throws RequestException, UseException, IOException {
    var terminal = prepared.terminal();
    var preparation = prepared.preparation();
    // What is accepted here is refused where the records are sent; and by its position a baseline
    // would not know them again.
    var session = preparation.openWithoutBaseline();
    var limits = preparation.configuration().flatMap(Configuration::limits);
    try {
      return split(terminal, session, prepared.failOn(), limits.orElse(Limits.defaults()));
    } catch (SplitException e) {
      terminal.complain(FailureText.of(terminal.language()).line(e.failure()));
      return Exit.TROUBLE;
    }
  }

  private Exit split(Terminal terminal, Session session, FailOn level, Limits limits)
      throws UseException, SplitException, IOException {
    var source = source(terminal, session);
    var good = target(terminal, "--good");
    var bad = target(terminal, "--bad");
    refuse(terminal, source, good, bad);
    var valida = session.valida();
    var run = new SplitRun(valida::run, id -> valida.contracts().program(id), level, limits);
    var result = parted(terminal, run, source, good, bad);
    terminal.print(
        List.of(
            terminal.phrases().counted("split.good", result.good(), Map.of("file", name("--good")))
                + "; "
                + terminal
                    .phrases()
                    .counted("split.bad", result.bad(), Map.of("file", name("--bad")))));
    return result.good() == 0 ? Exit.FOUND : Exit.CLEAN;
  }

  private SplitRun.Result parted(
      Terminal terminal, SplitRun run, Source source, Path good, Path bad)
      throws UseException, SplitException, IOException {
    try {
      return run.run(source, SplitFiles.in(good, bad, force()));
    } catch (FileAlreadyExistsException e) {
      throw use(terminal, "use.split-exists", Map.of("file", e.getFile()));
    } catch (HalfWrittenException e) {
      throw halfWritten(terminal, e.left().get(0));
    } catch (IOException e) {
      throw use(
          terminal, "use.split-unwritable", Map.of("file", name("--good") + ", " + name("--bad")));
    }
  }

  private UseException halfWritten(Terminal terminal, HalfWrittenException.Left left) {
    var parts = new HashMap<String, Object>();
    parts.put("file", name("--bad"));
    parts.put("other", name("--good"));
    left.before().ifPresent(before -> parts.put("before", before));
    return use(
        terminal, left.before().isPresent() ? "use.split-half" : "use.split-half-new", parts);
  }

  private Source source(Terminal terminal, Session session) throws UseException {
    if (!session.failures().isEmpty()) {
      throw UseException.of(terminal, session.failures().get(0));
    }
    if (session.sources().size() != 1 || !session.sources().get(0).rereadable()) {
      throw use(terminal, "use.split-one", Map.of());
    }
    return session.sources().get(0);
  }

  private boolean force() {
    return command.matchedOptionValue("--force", false);
  }

  private String name(String option) {
    return command.matchedOptionValue(option, "");
  }

  private Path target(Terminal terminal, String option) throws UseException {
    var name = name(option);
    if (name.isEmpty()) {
      throw use(terminal, "use.split-targets", Map.of());
    }
    try {
      return terminal.environment().folder().resolve(name);
    } catch (InvalidPathException e) {
      throw use(terminal, "use.split-unwritable", Map.of("file", name));
    }
  }

  private void refuse(Terminal terminal, Source source, Path good, Path bad)
      throws UseException, IOException {
    if (same(good, bad)) {
      throw use(terminal, "use.split-same", Map.of());
    }
    for (var option : List.of("--good", "--bad")) {
      var target = target(terminal, option);
      if (source.file().isPresent() && same(source.file().get(), target)) {
        throw use(terminal, "use.split-input", Map.of());
      }
      boolean there = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
      if (there && (!force() || !Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS))) {
        throw use(terminal, "use.split-exists", Map.of("file", name(option)));
      }
    }
  }

  private static boolean same(Path one, Path other) throws IOException {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
        || Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
  }

  private static UseException use(Terminal terminal, String key, Map<String, ?> parts) {
    return new UseException(terminal.phrases().text(key, parts));
  }
}
