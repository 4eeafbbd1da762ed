package org.valida.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.json.JsonStop;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.rule.ServerErrors;

/**
 * Reads what a server answered for the records of a lote, page by page.
 *
 * @param folder what names of files are relative to
 */
public record Answers(Path folder) {

  /**
   * The pages that are missing between those given; their errors are not known.
   *
   * @throws RequestException if a file is no such answer
   */
  public List<Long> missingPages(List<String> files) throws RequestException {
    return ServerErrors.of(read(files)).missingPages();
  }

  /** Gives the answers to the engine. */
  void give(Valida.Builder builder, List<String> files) throws RequestException {
    if (!files.isEmpty()) {
      builder.serverErrors(read(files));
    }
  }

  private List<JsonValue> read(List<String> files) throws RequestException {
    var answers = new ArrayList<JsonValue>();
    for (var file : files) {
      answers.add(read(file));
    }
    return answers;
  }

  private JsonValue read(String file) throws RequestException {
    var inputs = Inputs.file(file, folder);
    if (!inputs.failures().isEmpty()) {
      throw new RequestException(inputs.failures().get(0));
    }
    var path = inputs.sources().get(0).file().orElseThrow();
    try {
      var answer = JsonValue.read(Files.readAllBytes(path), Limits.defaults());
      ServerErrors.of(List.of(answer));
      return answer;
    } catch (JsonStop e) {
      throw refused("errors-json", file, Map.of("line", e.line(), "column", e.column()));
    } catch (IllegalArgumentException e) {
      throw refused("errors-shape", file, Map.of());
    } catch (IOException e) {
      throw refused("errors-unreadable", file, Map.of());
    }
  }

  private static RequestException refused(String kind, String file, Map<String, Object> more) {
    var parts = new HashMap<String, Object>(more);
    parts.put("file", Path.of(file).toString());
    return Refusal.of(kind, parts);
  }
}
