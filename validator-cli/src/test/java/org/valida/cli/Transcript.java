package org.valida.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A session at a shell, with what it prints, as a test.
 *
 * <pre>
 * # A comment, or an empty line between commands.
 * $ cd FOLDER                          from the project's own folder, where every file begins
 * $ LANG=en_US.UTF-8 valida check x.json &lt; FILE
 * a line of standard output, in which [..] stands for anything
 * 2&gt; a line of standard error
 * exit 2
 * </pre>
 *
 * The environment is empty but for what stands before the command: so the language is Portuguese.
 */
record Transcript(Path file, List<Step> steps) {

  /** One command and all that it says. */
  record Step(int line, Path folder, String command, List<String> expected) {}

  static Transcript read(Path file, Path project) throws IOException {
    var steps = new ArrayList<Step>();
    var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    var folder = project;
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith("$ cd ")) {
        folder = project.resolve(line.substring(5));
      } else if (line.startsWith("$ ")) {
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).startsWith("exit ")) {
          end++;
        }
        var expected = lines.subList(i + 1, Math.min(end + 1, lines.size()));
        steps.add(new Step(i + 1, folder, line.substring(2), List.copyOf(expected)));
        i = end;
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalArgumentException(
            file + ":" + (i + 1) + ": expected a command ($ ...), not: " + line);
      }
    }
    return new Transcript(file, List.copyOf(steps));
  }

  /** Runs a command in this process and writes what happened as a transcript does. */
  static List<String> run(Step step) throws IOException {
    var words = words(step.command());
    var variables = new HashMap<String, String>();
    while (words.get(0).contains("=")) {
      var assignment = words.remove(0).split("=", 2);
      variables.put(assignment[0], assignment[1]);
    }
    if (!words.remove(0).equals("valida")) {
      throw new IllegalArgumentException("only valida can be run: " + step.command());
    }
    var in = input(words, step.folder());
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = Main.run(in, out, err, words, environment(variables, step.folder()));
    var said = new ArrayList<String>();
    out.toString(StandardCharsets.UTF_8).lines().forEach(said::add);
    err.toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> ("2> " + line).stripTrailing())
        .forEach(said::add);
    said.add("exit " + exit);
    return said;
  }

  /** Whether a line is what was expected, where {@code [..]} stands for anything. */
  static boolean fits(String expected, String said) {
    var pattern = new StringBuilder();
    for (var part : expected.split(Pattern.quote("[..]"), -1)) {
      pattern.append(pattern.length() == 0 ? "" : ".*").append(Pattern.quote(part));
    }
    return said.matches(pattern.toString());
  }

  static Environment environment(Map<String, String> variables, Path folder) {
    return new Environment(
        Map.copyOf(variables), folder, false, Locale.ROOT, false, StandardCharsets.UTF_8);
  }

  private static InputStream input(List<String> words, Path folder) throws IOException {
    int redirect = words.indexOf("<");
    if (redirect < 0) {
      return InputStream.nullInputStream();
    }
    var file = folder.resolve(words.remove(redirect + 1));
    words.remove(redirect);
    return new ByteArrayInputStream(Files.readAllBytes(file));
  }

  /** Splits as a shell does: quotes keep blanks together. */
  private static List<String> words(String command) {
    var words = new ArrayList<String>();
    var matcher = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+").matcher(command);
    while (matcher.find()) {
      words.add(matcher.group().replaceAll("[\"']", ""));
    }
    return words;
  }
}
