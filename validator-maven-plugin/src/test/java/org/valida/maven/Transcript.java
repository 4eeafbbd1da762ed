package org.valida.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What somebody does in the folder of a project, and what Maven says to it.
 *
 * <pre>
 * # A comment, or an empty line.
 * $ cp testdata/x.json src/y.json     from the top of Valida into the project
 * $ rm src/y.json
 * $ cat target/valida/valida.json     the file follows
 * $ ls target/valida                  the names of files follow
 * $ LANG=en_US.UTF-8 mvn verify       what Maven says follows, as {@link #told} leaves it
 * exit 0
 * </pre>
 *
 * Without a LANG there is no language, which means Portuguese.
 */
final class Transcript {

  /** What frames every build and tells nothing of the plugin. */
  private static final Pattern FRAME =
      Pattern.compile(
          String.join(
              "|",
              "",
              "\\[(INFO|ERROR)]",
              "\\[INFO] (Scanning for projects\\.\\.\\.|Total time: .*|Finished at: .*|-+)",
              "\\[INFO] (Building .*|  from .*|-+[<\\[] .* [>\\]]-+|.* \\[(pom|jar)])",
              "\\[INFO] (Reactor Build Order:|Reactor Summary for .*|Using the MultiThreaded.*)",
              "\\[INFO] .* (SUCCESS|FAILURE|SKIPPED)( \\[.*])?",
              "\\[ERROR] (To see the full stack trace of the errors, re-run|Re-run) Maven .*",
              "\\[ERROR] For more information about the errors .*",
              "\\[ERROR] \\[Help 1] http://cwiki.apache.org/confluence/display/MAVEN/.*",
              "\\[ERROR] After correcting the problems, you can resume the build .*",
              "\\[ERROR]   mvn <args> -rf .*",
              // Why, hangs on what is in the local repository.
              "\\[INFO] Recompiling the module because of .*",
              // Java 25 says so of libraries of Maven.
              "WARNING: .*"));

  private static final Pattern GOAL =
      Pattern.compile(
          "\\[INFO] --- (?:maven-)?([a-z-]+?)(?:-maven)?(?:-plugin)?:[^:]+:([a-zA-Z-]+) \\((.*)\\) @ (.*) ---");

  /** Some Mavens set colours back at their end even where there are none. */
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  private static final Pattern OUTCOME = Pattern.compile("\\[INFO] BUILD (SUCCESS|FAILURE)");

  private static final String VERSION = Project.version();

  private final Path project;
  private final Maven maven;
  private final Workplace workplace;
  private final boolean sorted;

  /**
   * @param project where the commands are given
   * @param sorted whether the lines of a build come in no order: modules that are built at a time
   */
  Transcript(Path project, Maven maven, Workplace workplace, boolean sorted) {
    this.project = project;
    this.maven = maven;
    this.workplace = workplace;
    this.sorted = sorted;
  }

  /** The same commands, with what they say now. */
  List<String> replay(List<String> lines) throws IOException {
    var now = new ArrayList<String>();
    boolean skipping = false;
    for (var line : lines) {
      boolean command = line.startsWith("$ ");
      if (command) {
        skipping = false;
      }
      if (command || !skipping) {
        now.add(line);
      }
      if (command) {
        var said = run(line.substring(2));
        now.addAll(said);
        skipping = !said.isEmpty();
      } else if (line.startsWith("exit ") || line.equals("---")) {
        skipping = false;
      }
    }
    return now;
  }

  private List<String> run(String command) throws IOException {
    var words = new ArrayList<>(List.of(command.split(" +")));
    var environment = new TreeMap<String, String>();
    while (words.get(0).matches("[A-Z_]+=.*")) {
      var assignment = words.remove(0).split("=", 2);
      environment.put(assignment[0], assignment[1]);
    }
    switch (words.remove(0)) {
      case "cp" -> {
        var target = project.resolve(words.get(1));
        Files.createDirectories(target.getParent());
        Files.copy(
            Project.root().resolve(words.get(0)), target, StandardCopyOption.REPLACE_EXISTING);
        return List.of();
      }
      case "rm" -> {
        Files.delete(project.resolve(words.get(0)));
        return List.of();
      }
      case "cat" -> {
        return closed(told(Files.readAllLines(project.resolve(words.get(0)))), "---");
      }
      case "ls" -> {
        try (var files = Files.list(project.resolve(words.get(0)))) {
          return closed(files.map(file -> file.getFileName().toString()).sorted().toList(), "---");
        }
      }
      case "mvn" -> {
        return mvn(words, environment);
      }
      default -> throw new IllegalArgumentException("no such command: " + command);
    }
  }

  private List<String> mvn(List<String> arguments, Map<String, String> environment) {
    var outcome = maven.build(workplace, project, arguments, environment);
    var told = told(outcome.lines());
    return closed(sorted ? told.stream().sorted().toList() : told, "exit " + outcome.exit());
  }

  private static List<String> closed(List<String> lines, String end) {
    var all = new ArrayList<>(lines);
    all.add(end);
    return all;
  }

  /** The lines without Maven's frame, versions of Maven and places on this machine. */
  private List<String> told(List<String> lines) {
    return lines.stream()
        .map(line -> COLOUR.matcher(line).replaceAll("").stripTrailing())
        .filter(line -> OUTCOME.matcher(line).matches() || !FRAME.matcher(line).matches())
        .map(line -> GOAL.matcher(line).replaceFirst("[INFO] --- $1:$2 ($3) @ $4 ---"))
        .map(line -> line.replaceAll("Time elapsed: [0-9.,]+ s", "Time elapsed: TIME"))
        .map(line -> line.replaceAll("(127\\.0\\.0\\.1):[0-9]+", "$1:PORT"))
        .map(line -> line.replace(project.toString(), "/project"))
        .map(line -> line.replace(Project.root().toString(), "/valida"))
        .map(line -> line.replaceAll("([: ])" + Pattern.quote(VERSION) + "(:|$)", "$1VERSION$2"))
        .toList();
  }
}
