package org.valida.cli;

import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The zip that {@code mvn package} makes, as somebody meets it who has Java and nothing else. */
class DistributionIT {

  private static final Path MCE = Project.root().resolve("testdata/mce");

  @TempDir private Path folder;
  private Distribution installed;
  private Map<String, String> user;

  @BeforeEach
  void unpack() throws IOException {
    // As people name folders.
    installed = Distribution.unpackedIn(folder.resolve("Área do João & Cia (2)"));
    user = Map.of("HOME", Files.createDirectory(folder.resolve("home")).toString());
  }

  private Distribution.Ended valida(String... arguments) throws Exception {
    return installed.run(folder, user, arguments);
  }

  private static List<Path> archives(Path cache) throws IOException {
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (var files = Files.list(cache)) {
      return files.filter(file -> file.getFileName().toString().startsWith("classes-")).toList();
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  @Test
  void holdsTheJarsTheLaunchersAndWhatToRead() throws IOException {
    try (var files = Files.walk(installed.home())) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "valida.jar",
              "valida-extra.jar",
              "valida",
              "valida.cmd",
              "LEIA-ME.txt",
              "LICENSE.txt",
              "NOTICE.txt");
    }
  }

  @Test
  void theSameSourcesGiveTheSameBytes() throws IOException {
    var fixed = LocalDateTime.of(2026, 1, 1, 0, 0);
    try (var zip = new ZipFile(Distribution.zip().toFile())) {
      assertThat(zip.stream().map(entry -> entry.getTimeLocal())).containsOnly(fixed);
      assertThat(zip.stream().map(entry -> entry.getName()))
          .allMatch(name -> name.matches("valida-[0-9.]+(-SNAPSHOT)?/[A-Za-z.-]*"));
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsTheExecutableBit() throws IOException {
    assertThat(Files.getPosixFilePermissions(installed.home().resolve("valida")))
        .contains(OWNER_EXECUTE);
    assertThat(Files.getPosixFilePermissions(installed.home().resolve("valida.jar")))
        .doesNotContain(OWNER_EXECUTE);
  }

  @Test
  void whatIsReadOnWindowsHasItsLineEnds() throws IOException {
    for (var name : List.of("LEIA-ME.txt", "NOTICE.txt", "LICENSE.txt", "valida.cmd")) {
      assertThat(text(installed.home().resolve(name)).replace("\r\n", ""))
          .as(name)
          .doesNotContain("\r", "\n");
    }
    assertThat(text(installed.home().resolve("valida"))).doesNotContain("\r");
    assertThat(text(installed.home().resolve("LEIA-ME.txt")))
        .startsWith("\uFEFFVALIDA " + BuildInfo.read().version() + "\r\n")
        .contains("solte-o em cima de valida.cmd")
        .doesNotContain("${");
  }

  @Test
  void theNoticeNamesEveryLibraryInTheJars() throws IOException {
    var roots = new TreeSet<String>();
    for (var name : List.of("valida.jar", "valida-extra.jar")) {
      entries(name).stream()
          .filter(entry -> entry.endsWith(".class") && !entry.startsWith("META-INF/"))
          .map(DistributionIT::root)
          .filter(root -> !root.equals("org.valida"))
          .forEach(roots::add);
    }
    assertThat(roots).contains("com.fasterxml", "picocli", "org.eclipse");
    assertThat(text(installed.home().resolve("NOTICE.txt"))).contains(roots);
  }

  @Test
  void whatFewCommandsNeedIsInAJarOfItsOwn() throws IOException {
    var started = entries("valida.jar");
    var extra = entries("valida-extra.jar");

    // Java reads the first one's table of contents when a class is not in its archive.
    assertThat(started).hasSizeLessThan(2_800);
    assertThat(started).noneMatch(name -> name.matches("org/valida/(server|examples)/.*"));
    assertThat(extra)
        .contains("org/valida/server/store/Answers.class", "org/valida/examples/examples.txt")
        .filteredOn(name -> name.endsWith(".class"))
        .doesNotContainAnyElementsOf(started);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @EnabledForJreRange(max = JRE.JAVA_20) // Later ones look for a logger in all jars as they end.
  void aCheckDoesNotOpenTheSecondJar() throws Exception {
    var variables = new HashMap<>(user);
    variables.put("VALIDA_JAVA_OPTS", "-Dsun.misc.URLClassPath.debug=true");
    var payload = MCE.resolve("invalid/despesa/cod-fonte-unknown.json").toString();

    var checked = installed.run(folder, variables, "check", payload);
    var explained = installed.run(folder, variables, "explain", "cod-fonte-unknown");

    assertThat(checked.err()).contains("Opening", "/valida.jar");
    assertThat(explained.err()).contains("/valida-extra.jar");
    if (isNightInBrasilia() && checked.err().contains("valida-extra.jar")) {
      // Which day it is there only the table of time zones tells, and Java looks for more of them.
      assertThat(checked.err()).contains("java.time.zone.ZoneRulesProvider");
    } else {
      assertThat(checked.err()).doesNotContain("valida-extra.jar");
    }
  }

  /** From 22 to 1 o'clock there, with an hour more at either end. */
  private static boolean isNightInBrasilia() {
    return OffsetDateTime.now(ZoneOffset.UTC).getHour() < 5;
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theFirstJarAloneChecksAndSaysWhatIsMissingForTheRest() throws Exception {
    Files.delete(installed.home().resolve("valida-extra.jar"));

    var checked = installed.run(folder, user, "check", MCE.resolve("valid/despesa").toString());
    var served = installed.run(folder, user, "serve", "--port", "0");
    var explained = installed.run(folder, user, "explain", "cod-fonte-unknown");

    assertThat(checked.status()).as(checked.err()).isZero();
    assertThat(served.status()).isEqualTo(2);
    assertThat(served.err()).contains("valida-extra.jar").doesNotContain("Exception", "Error");
    assertThat(explained.status()).isZero();
    assertThat(explained.out()).contains("cod-fonte-unknown");
    assertThat(explained.err()).contains("valida-extra.jar");
  }

  private List<String> entries(String jar) throws IOException {
    try (var zip = new ZipFile(installed.home().resolve(jar).toFile())) {
      return zip.stream().map(entry -> entry.getName()).toList();
    }
  }

  /** The beginning of a package that tells whose it is. */
  private static String root(String entry) {
    var parts = List.of(entry.split("/", -1));
    int most = parts.get(0).equals("com") && parts.get(1).equals("google") ? 3 : 2;
    return String.join(".", parts.subList(0, Math.min(parts.size() - 1, most)))
        .replaceFirst("^(kotlin|picocli)\\b.*", "$1");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void checksWithTheUsualExitStatusesWhateverTheLocale() throws Exception {
    for (var locale : List.of("C", "C.UTF-8", "pt_BR.ISO-8859-1")) {
      var variables = new HashMap<>(user);
      variables.put("LC_ALL", locale);
      var payload =
          Files.copy(
              MCE.resolve("invalid/despesa/cod-fonte-unknown.json"),
              folder.resolve("não é " + locale + ".json"));

      var clean = installed.run(folder, variables, "check", MCE.resolve("valid").toString());
      var found = installed.run(folder, variables, "check", payload.toString(), "--format=json");
      var trouble = installed.run(folder, variables, "check", "missing.json");

      assertThat(clean).as("%s: %s", locale, clean).returns(0, ended -> ended.status());
      assertThat(found).as("%s: %s", locale, found).returns(1, ended -> ended.status());
      assertThat(found.out()).contains("cod-fonte-unknown", "não é " + locale + ".json");
      assertThat(trouble).as("%s: %s", locale, trouble).returns(2, ended -> ended.status());
      assertThat(Stream.of(clean, found).map(Distribution.Ended::err)).containsOnly("");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void keepsItsArchiveOfClassesBesideTheJar() throws Exception {
    var first = valida("--version");
    var second = valida("--version");

    assertThat(first.status()).as(first.toString()).isZero();
    assertThat(second).isEqualTo(first);
    var made = archives(installed.home().resolve("cache"));
    assertThat(made).hasSize(1).allMatch(file -> file.toFile().length() > 1_000_000);
    assertThat(archives(folder.resolve("home/.cache/valida"))).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void makesAnotherArchiveForAnotherJarOfTheSameSizeAndTime() throws Exception {
    valida("--version");
    var jar = installed.home().resolve("valida.jar");
    var time = Files.getLastModifiedTime(jar);
    try (var file = new RandomAccessFile(jar.toFile(), "rw")) {
      file.seek(10); // The time of its first entry, which nobody reads.
      file.write(new byte[] {1, 1});
    }
    Files.setLastModifiedTime(jar, time);

    assertThat(valida("--version").status()).isZero();
    assertThat(archives(installed.home().resolve("cache"))).hasSize(2);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void compilesWellOnlyWhereMuchMayHaveToBeRead() throws Exception {
    sized("small.json", 5_000);
    sized("more.json", 20_000_000);
    sized("large.json", 2_101_000_000L);
    sized("folder of small/a.json", 5_000);
    sized("folder of large/deep/a.json", 1_100_000_000);
    sized("small.zip", 5_000);

    assertThat(startedWith("check", "small.json"))
        .contains("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=4");
    assertThat(startedWith("check", "--quiet", "small.json", "more.json"))
        .contains("-XX:TieredStopAtLevel=1")
        .doesNotContain("Scaling");
    assertThat(startedWith("check", "--jobs", "1", "more.json", "--format", "json"))
        .contains("-XX:TieredStopAtLevel=1");
    assertThat(startedWith("check", "folder of small")).contains("-XX:TieredStopAtLevel=1");
    for (var much :
        List.of(
            "large.json",
            "folder of large",
            "small.zip",
            "-",
            "*.json",
            "http://a/b",
            "nowhere.json")) {
      assertThat(startedWith("check", much)).as(much).contains("Main").doesNotContain("Tiered");
      assertThat(startedWith("check", "small.json", much).contains("Tiered"))
          .as(much)
          .isEqualTo(much.equals("nowhere.json"));
    }
    assertThat(startedWith("check")).doesNotContain("Tiered");
    assertThat(startedWith("report", "small.json")).doesNotContain("Tiered");
  }

  /** A file of that size, which takes no room. */
  private void sized(String name, long bytes) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  /** What the launcher tells Java, of a Java that only repeats it. */
  private String startedWith(String... arguments) throws Exception {
    var home = folder.resolve("java that says what it is told");
    if (!Files.exists(home)) {
      Files.createDirectories(home.resolve("bin"));
      Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
      var java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n");
      assertThat(java.toFile().setExecutable(true)).isTrue();
    }
    var variables = new HashMap<>(user);
    variables.put("JAVA_HOME", home.toString());
    return installed.run(folder, variables, arguments).out();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anInstallationThatCannotBeWrittenKeepsItsArchiveInTheUsersFolder() throws Exception {
    // Whoever runs the tests may write everywhere; not below a file.
    Files.createFile(installed.home().resolve("cache"));

    assertThat(valida("check", MCE.resolve("valid").toString()).status()).isZero();
    assertThat(archives(folder.resolve("home/.cache/valida"))).hasSize(1);

    var elsewhere = Map.of("HOME", user.get("HOME"), "XDG_CACHE_HOME", folder + "/my cache");
    assertThat(installed.run(folder, elsewhere, "--version").status()).isZero();
    assertThat(archives(folder.resolve("my cache/valida"))).hasSize(1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void runsWithoutAnArchiveWhereNoneCanBeKept() throws Exception {
    Files.createFile(installed.home().resolve("cache"));
    var before = files();

    var ended = installed.run(folder, Map.of(), "--version");

    assertThat(ended.status()).as(ended.toString()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(folder)) {
      return new ArrayList<>(files.sorted().toList());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkOnThePathStartsIt() throws Exception {
    var bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("valida"), installed.home().resolve("valida"));

    var ended =
        Distribution.run(List.of(bin.resolve("valida").toString(), "--version"), folder, user);

    assertThat(ended.status()).as(ended.toString()).isZero();
    assertThat(ended.out()).startsWith("valida " + BuildInfo.read().version());
  }
}
