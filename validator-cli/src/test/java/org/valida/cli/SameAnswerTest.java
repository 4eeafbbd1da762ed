package org.valida.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.check.Source;
import org.valida.json.JsonValue;
import org.valida.report.Format;
import org.valida.server.ReferenceServer;
import org.valida.server.lote.Operation;
import org.valida.server.store.Database;
import org.valida.server.store.DatabaseUrl;
import org.valida.violation.Messages;
import org.valida.violation.Printable;
import org.valida.violation.Violation;

/**
 * One corpus, whoever asks and wherever: the command line, the Java API, the page and the sandbox
 * of the server find the same, under every locale, zone, encoding and number of jobs. (The plugin
 * is compared with the command line where it is built.)
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SameAnswerTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private static final List<String> CORPUS =
      List.of(
          "testdata/mce/valid",
          "testdata/mce/invalid",
          "testdata/sgp/valid",
          "testdata/sgp/invalid");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path reports;

  private static List<String> found;

  private static Environment environment() {
    return new Environment(Map.of(), Project.root(), false, Locale.ROOT, false, UTF_8);
  }

  private static List<String> lines(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Main.run(InputStream.nullInputStream(), out, err, List.of(arguments), environment());
    return out.toString(UTF_8).lines().toList();
  }

  /** As the command line says it, one line each: the corpus once, in two formats. */
  @BeforeAll
  static void check() {
    var arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(CORPUS);
    arguments.addAll(
        List.of(
            "--lang=pt",
            "--today=" + DAY,
            "--max-violations=0",
            "--format=ndjson",
            "--format=html=" + reports.resolve("report.html")));
    found = lines(arguments.toArray(String[]::new)).stream().map(SameAnswerTest::line).toList();
    assertThat(found).hasSizeGreaterThan(1_500);
  }

  private static String line(String ndjson) {
    var json = JsonValue.parse(ndjson);
    return String.join(
        " | ",
        text(json, "path"),
        text(json, "rule"),
        text(json, "severity"),
        text(json, "line") + ":" + text(json, "column"),
        text(json, "pointer"),
        text(json, "message"));
  }

  private static String text(JsonValue json, String name) {
    return text(json.member(name).orElseThrow());
  }

  private static String text(JsonValue value) {
    if (value instanceof org.valida.json.JsonString string) {
      return string.string();
    }
    var text = new StringBuilder();
    value.canonical(text);
    return new BigDecimal(text.toString()).toPlainString();
  }

  @Test
  void theApiFindsTheSame() {
    var inputs = Inputs.of(CORPUS, Project.root(), InputStream.nullInputStream());
    var messages = Messages.of("pt");
    var seen = new ArrayList<String>();

    Valida.builder()
        .today(DAY)
        .contractBy(SameAnswerTest::contract)
        .build()
        .run(inputs.sources(), (path, violation) -> seen.add(line(path, violation, messages)));

    assertThat(seen).isEqualTo(found);
  }

  /** The folder is named after it, but where it is to be recognised. */
  private static Optional<String> contract(Source source) {
    var parts = source.path().split("/", -1);
    var id = parts[1] + "/" + parts[3];
    return id.equals("mce/recognition") ? Optional.empty() : Optional.of(id);
  }

  private static String line(String path, Violation violation, Messages messages) {
    return String.join(
        " | ",
        path,
        violation.rule().id(),
        violation.severity().label(),
        violation.line() + ":" + violation.column(),
        violation.pointer(),
        messages.message(violation));
  }

  @Test
  void thePageHasTheSame() throws IOException {
    var page = Files.readString(reports.resolve("report.html"));
    var begin = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(begin) + begin.length();
    var data = JsonValue.parse(page.substring(from, page.indexOf("</script>", from)));
    var paths = data.member("paths").orElseThrow().elements();
    var rules = data.member("rules").orElseThrow().elements();
    var seen = new ArrayList<String>();
    for (var row : data.member("rows").orElseThrow().elements()) {
      var cells = row.elements();
      seen.add(
          String.join(
              " | ",
              text(paths.get(number(cells.get(2)))),
              text(rules.get(number(cells.get(1)))),
              List.of("error", "warning", "info").get(number(cells.get(0))),
              text(cells.get(3)) + ":" + text(cells.get(4)),
              text(cells.get(9)),
              text(cells.get(5))));
    }

    // A page shows what would steer a text as it is escaped elsewhere.
    assertThat(seen.stream().sorted().toList())
        .isEqualTo(found.stream().map(Printable::of).sorted().toList());
  }

  private static int number(JsonValue value) {
    return Integer.parseInt(text(value));
  }

  /** What is said of a lote by itself, the errors only: more the sandbox does not tell. */
  private static List<String> errors(Path file, String contract) {
    return lines(
            "check",
            file.toString(),
            "--contract=" + contract,
            "--lang=pt",
            "--today=" + DAY,
            "--max-violations=0",
            "--format=ndjson")
        .stream()
        .map(JsonValue::parse)
        .filter(violation -> text(violation, "severity").equals("error"))
        .map(violation -> text(violation, "message"))
        .toList();
  }

  @Test
  void theSandboxOfTheServerFindsTheSame() throws Exception {
    var noon = Clock.fixed(Instant.parse(DAY + "T15:00:00Z"), ZoneOffset.UTC);
    int lotes = 0;
    try (var database = Database.open(DatabaseUrl.inMemory(), 4);
        var server =
            ReferenceServer.start(database, ReferenceServer.Settings.local(0).with(noon))) {
      for (var operation : Operation.values()) {
        var name = "testdata/sgp/invalid/" + operation.contract().substring(4);
        for (var file :
            Project.files(Project.root().resolve(name), ".json").stream().limit(5).toList()) {
          lotes += same(server.address(), operation, file) ? 1 : 0;
        }
      }
    }
    assertThat(lotes).isGreaterThan(40);
  }

  /** Whether it was taken; a body that is no list of records is refused at once. */
  private static boolean same(URI server, Operation operation, Path file) throws Exception {
    var expected = errors(file, operation.contract());
    var path = operation.subject().path();
    var taken =
        send(
            HttpRequest.newBuilder(server.resolve(path))
                .method(operation.verb().name(), BodyPublishers.ofFile(file)));
    if (taken.member("id").isEmpty()) {
      assertThat(text(taken, "message")).isEqualTo(expected.get(expected.size() - 1));
      return false;
    }
    var lote = path + "/" + text(taken, "id");
    while (!text(send(HttpRequest.newBuilder(server.resolve(lote))), "status_processamento")
        .startsWith("Processado")) {
      LockSupport.parkNanos(1_000_000);
    }
    var errors = send(HttpRequest.newBuilder(server.resolve(lote + "/erros?per_page=5000")));
    assertThat(errors.member("errors").orElseThrow().elements().stream().map(e -> text(e, "erro")))
        .as(file.toString())
        .containsExactlyElementsOf(expected);
    return true;
  }

  private static JsonValue send(HttpRequest.Builder request) throws Exception {
    return JsonValue.parse(
        CLIENT.send(request.header("X-API-KEY", "chave").build(), BodyHandlers.ofString()).body());
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Pacific/Kiritimati, ISO-8859-1, 1",
    "ar-EG-u-nu-arab, Etc/GMT+12, US-ASCII, 8",
  })
  void everyReportIsTheSameToTheByteUnderEveryLocale(
      String locale, String zone, String encoding, int jobs) throws Exception {
    if (usual == null) {
      usual = reports(Locale.forLanguageTag("pt-BR"), "America/Sao_Paulo", "UTF-8", 3);
      assertThat(usual).hasSize(Format.values().length);
    }

    var here = reports(Locale.forLanguageTag(locale), zone, encoding, jobs);

    assertThat(here.keySet()).isEqualTo(usual.keySet());
    for (var format : here.keySet()) {
      assertThat(here.get(format).equals(usual.get(format))).as(format).isTrue();
    }
  }

  private static Map<String, String> usual;

  /** Those of a process of its own, by format. */
  private static Map<String, String> reports(Locale locale, String zone, String encoding, int jobs)
      throws Exception {
    var folder = Files.createTempDirectory(reports, "run");
    var command =
        new ArrayList<>(
            List.of(
                Child.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=" + locale.getLanguage(),
                "-Duser.country=" + locale.getCountry(),
                "-Duser.extensions=" + extensions(locale),
                "-Duser.timezone=" + zone,
                "-Dfile.encoding=" + encoding,
                "-Dstdout.encoding=" + encoding,
                "-Dstderr.encoding=" + encoding,
                "-cp",
                System.getProperty("java.class.path"),
                "org.valida.cli.Main",
                "check"));
    command.addAll(CORPUS);
    command.addAll(List.of("--lang=pt", "--today=" + DAY, "--jobs=" + jobs));
    for (var format : Format.values()) {
      command.add("--format=" + format.label() + "=" + folder.resolve(format.label()));
    }

    var ended = Child.run(command, Project.root());

    // Not all of the corpus can be read to its end.
    assertThat(ended.status()).as(ended.output()).isBetween(1, 2);
    var reports = new TreeMap<String, String>();
    for (var format : Format.values()) {
      reports.put(format.label(), Files.readString(folder.resolve(format.label()), ISO_8859_1));
    }
    return reports;
  }

  private static String extensions(Locale locale) {
    return locale.getExtensionKeys().contains('u') ? "u-" + locale.getExtension('u') : "";
  }
}
