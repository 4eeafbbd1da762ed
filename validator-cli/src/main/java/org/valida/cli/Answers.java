package org.valida.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.json.JsonStop;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.report.FailureText;
import org.valida.rule.ServerErrors;

/** {@code --errors}: reads what a server answered for the records of a lote, page by page. */
final class Answers {

  private final Terminal terminal;

  Answers(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Gives the answers to the engine; pages that are missing are named first. */
  void give(Valida.Builder builder, List<String> files) throws UseException {
    if (files.isEmpty()) {
      return;
    }
    var answers = new ArrayList<JsonValue>();
    for (var file : files) {
      answers.add(read(file));
    }
    var missing = ServerErrors.of(answers).missingPages();
    if (!missing.isEmpty()) {
      var pages = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
      terminal.complain(terminal.phrases().text("errors.pages-missing", Map.of("pages", pages)));
    }
    builder.serverErrors(answers);
  }

  private JsonValue read(String file) throws UseException {
    var inputs =
        Inputs.of(List.of(file), terminal.environment().folder(), InputStream.nullInputStream());
    if (!inputs.failures().isEmpty()) {
      throw new UseException(FailureText.of(terminal.language()).line(inputs.failures().get(0)));
    }
    var path = inputs.sources().get(0).file().orElseThrow();
    try {
      var answer = JsonValue.read(Files.readAllBytes(path), Limits.defaults());
      ServerErrors.of(List.of(answer));
      return answer;
    } catch (JsonStop e) {
      throw refused("use.errors-json", file, Map.of("line", e.line(), "column", e.column()));
    } catch (IllegalArgumentException e) {
      throw refused("use.errors-shape", file, Map.of());
    } catch (IOException e) {
      throw refused("use.errors-unreadable", file, Map.of());
    }
  }

  private UseException refused(String key, String file, Map<String, Object> more) {
    var parts = new java.util.HashMap<String, Object>(more);
    parts.put("file", Path.of(file).toString());
    return new UseException(terminal.phrases().text(key, parts));
  }
}
