package org.valida;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packages point one way, and what the engine must not touch it does not touch. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.valida");

  /** Each package of this module, and the others of it that it may use. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("json", Set.of()),
          Map.entry("resource", Set.of()),
          Map.entry("text", Set.of()),
          Map.entry("privacy", Set.of()),
          Map.entry("output", Set.of()),
          Map.entry("violation", Set.of("resource")),
          Map.entry("contract", Set.of("json", "resource", "violation")),
          Map.entry("schema", Set.of("text", "contract", "json", "privacy", "violation")),
          Map.entry("rule", Set.of("text", "schema", "contract", "json", "privacy", "violation")),
          Map.entry("document", Set.of("text", "rule", "schema", "contract", "json", "violation")),
          Map.entry(
              "check",
              Set.of(
                  "document",
                  "text",
                  "rule",
                  "schema",
                  "contract",
                  "json",
                  "privacy",
                  "violation")),
          Map.entry("baseline", Set.of("document", "json", "privacy", "violation")),
          Map.entry("report", Set.of("output", "resource", "violation")),
          Map.entry(
              "", Set.of("check", "rule", "schema", "contract", "json", "privacy", "violation")),
          Map.entry(
              "session",
              Set.of(
                  "",
                  "baseline",
                  "document",
                  "check",
                  "rule",
                  "schema",
                  "contract",
                  "json",
                  "violation")),
          Map.entry("fix", Set.of("check", "report", "output", "json", "privacy", "violation")),
          Map.entry("split", Set.of("check", "output", "schema", "json", "violation")),
          Map.entry(
              "probe", Set.of("", "check", "schema", "contract", "json", "privacy", "violation")),
          Map.entry("assertj", Set.of("", "violation")));

  /** Libraries, each with the only packages that may use it. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "com.fasterxml.jackson.", Set.of("report"),
          "com.google.re2j.", Set.of("text"),
          "gg.jte.", Set.of("report"),
          "javax.xml.stream.", Set.of("report"),
          "org.snakeyaml.", Set.of("document"),
          "javax.crypto.", Set.of("privacy"),
          "javax.net.ssl.", Set.of("check", "probe"),
          "org.assertj.", Set.of("assertj"));

  static Stream<String> packages() {
    return MAY_USE.keySet().stream();
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(CLASSES.stream().map(ArchitectureTest::part).distinct())
        .as("packages below org.valida; a new one needs its place in MAY_USE")
        .containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyThoseBelowIt(String name) {
    var wrong = new ArrayList<String>();
    for (var type : CLASSES) {
      if (part(type).equals(name)) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(use -> use.getTargetClass().getPackageName().startsWith("org.valida"))
            .filter(use -> !part(use.getTargetClass()).equals(name))
            .filter(use -> !MAY_USE.get(name).contains(part(use.getTargetClass())))
            .forEach(use -> wrong.add(use.getDescription()));
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static String part(JavaClass type) {
    var name = type.getPackageName();
    return name.equals("org.valida") ? "" : name.substring("org.valida.".length());
  }

  @Test
  void thereIsNoCycle() {
    slices().matching("org.valida.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void aLibraryHasItsPlaceAndThereIsNoOther() {
    var wrong = new ArrayList<String>();
    for (var type : CLASSES) {
      for (var use : type.getDirectDependenciesFromSelf()) {
        var target = use.getTargetClass().getPackageName();
        boolean ours = target.isEmpty() || target.startsWith("java.") || isOurs(target);
        if (!ours && !mayUse(part(type), target + ".")) {
          wrong.add(use.getDescription());
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static boolean isOurs(String target) {
    return target.equals("org.valida") || target.startsWith("org.valida.");
  }

  private static boolean mayUse(String part, String target) {
    return LIBRARIES.entrySet().stream()
        .anyMatch(
            library -> target.startsWith(library.getKey()) && library.getValue().contains(part));
  }

  @Test
  void nobodyUsesACommandLineAServerOrALoggingFramework() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "picocli..",
                    "io.javalin..",
                    "javax.servlet..",
                    "jakarta.servlet..",
                    "com.sun.net.httpserver..",
                    "java.sql..",
                    "java.util.logging..",
                    "org.slf4j..",
                    "org.apache.logging..",
                    "org.apache.commons.logging..")));
  }

  /**
   * So that the client is loaded only by who gives an address or probes a service, and nothing else
   * goes online.
   */
  @Test
  void onlyTwoFeaturesGoOnline() {
    check(
        noClasses()
            .that()
            .haveNameNotMatching(
                "org\\.valida\\.(check\\.Fetch|probe\\.(ProbeClient|Authorities)(\\$.*)?)")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "javax.net.."))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection"));
  }

  @Test
  void everitIsOnlyAnOracleOfTests() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("org.everit..", "org.json..", "br.com.caelum..")));
  }

  @Test
  void timeIsJavaTime() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Calendar")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.text\\.(Simple)?DateFormat"));
  }

  @Test
  void nothingWritesToTheConsoleOrEndsTheProgram() {
    check(
        noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Throwable.class, "printStackTrace"));
  }

  /** Calls whose answer depends on the machine's charset, language or zone. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          "java.lang.String.getBytes()",
          "java.lang.String.<init>([B)",
          "java.lang.String.<init>([B, int, int)",
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.formatted([Ljava.lang.Object;)",
          "java.io.InputStreamReader.<init>(java.io.InputStream)",
          "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
          "java.io.FileReader.<init>(java.lang.String)",
          "java.io.FileReader.<init>(java.io.File)",
          "java.io.FileWriter.<init>(java.lang.String)",
          "java.io.FileWriter.<init>(java.io.File)",
          "java.io.PrintStream.<init>(java.io.OutputStream)",
          "java.io.PrintWriter.<init>(java.io.OutputStream)",
          "java.io.ByteArrayOutputStream.toString()",
          "java.util.Scanner.<init>(java.io.InputStream)",
          "java.nio.charset.Charset.defaultCharset()",
          "java.util.Locale.getDefault()",
          "java.time.ZoneId.systemDefault()",
          "java.time.LocalDate.now()",
          "java.time.LocalDateTime.now()",
          "java.text.NumberFormat.getInstance()",
          "java.text.DecimalFormat.<init>(java.lang.String)");

  @Test
  void noAnswerDependsOnTheMachinesCharsetLanguageOrZone() {
    var callers = new TreeSet<String>();
    for (var type : CLASSES) {
      for (var access : type.getAccessesFromSelf()) {
        if (OF_THE_MACHINE.contains(access.getTarget().getFullName())) {
          callers.add(type.getName() + "." + access.getOrigin().getName());
        }
      }
    }

    assertThat(callers)
        .as(
            "callers of what depends on the machine: give the call a charset, Locale.ROOT or a"
                + " zone")
        .isEmpty();
  }

  @Test
  void theListOfCallsNamesCallsThatThereAre() throws Exception {
    for (var call : OF_THE_MACHINE) {
      var owner = call.substring(0, call.lastIndexOf('.', call.indexOf('(')));
      var name = call.substring(owner.length() + 1, call.indexOf('('));
      var type = Class.forName(owner);
      var names =
          new ArrayList<>(List.of(type.getMethods()).stream().map(m -> m.getName()).toList());
      names.add("<init>");
      assertThat(names).as(call).contains(name);
    }
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
