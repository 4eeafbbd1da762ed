package org.valida.report;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.valida.Valida;
import org.valida.check.MemorySource;
import org.valida.contract.ContractInfo;

/**
 * Any bytes as a payload, the first says of which contract: every report can be read again by those
 * who read such reports, whatever the payload holds.
 */
public final class ReportsFuzz {

  private static final List<String> CONTRACTS =
      Valida.withDefaults().contracts().all().stream().map(ContractInfo::id).toList();
  private static final Map<String, Valida> ENGINES = new TreeMap<>();
  private static final JsonFactory JSON = new JsonFactory();

  private ReportsFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    var contract = CONTRACTS.get((input[0] & 0xFF) % CONTRACTS.size());
    var language = (input[0] & 0x80) == 0 ? "pt" : "en";
    var engine = ENGINES.computeIfAbsent(contract, id -> Valida.builder().contract(id).build());
    var written = new TreeMap<Format, StringWriter>();
    try (var reports = new Reports(options(language))) {
      for (var format : Format.values()) {
        written.put(format, new StringWriter());
        reports.to(written.get(format), format);
      }
      var payload = new MemorySource("payload.json", Arrays.copyOfRange(input, 1, input.length));
      engine.run(List.of(payload), new Fanout(reports.writers()));
    }
    written.forEach((format, report) -> read(format, report.toString(), language));
  }

  private static void read(Format format, String report, String language) {
    switch (format) {
      case TEXT -> {
        if (report.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
          throw new AssertionError("a control character: " + report);
        }
      }
      case JSON -> json(report);
      case NDJSON -> report.lines().forEach(ReportsFuzz::json);
      case HTML -> html(report);
      default -> ReadBack.all(format.label(), report, language);
    }
  }

  /**
   * Two scripts, as in the template, of which the first holds data; none where nothing is listed.
   */
  private static void html(String page) {
    var scripts = page.split("<script", -1);
    if (scripts.length == 1 && !page.contains("</script")) {
      return;
    }
    if (scripts.length != 3 || page.split("</script", -1).length != 3) {
      throw new AssertionError(scripts.length - 1 + " scripts");
    }
    var data = scripts[1].substring(scripts[1].indexOf('>') + 1, scripts[1].indexOf("</script>"));
    json(data);
  }

  private static void json(String text) {
    try (var parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        parser.getText();
      }
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Reports.Options options(String language) {
    return new Reports.Options(
        language,
        "1.2.3",
        OptionalLong.empty(),
        TextReport.Detail.VERBOSE,
        false,
        false,
        path -> Optional.empty());
  }
}
