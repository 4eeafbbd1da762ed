package org.valida.maven;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.valida.check.Glob;
import org.valida.check.Inputs;
import org.valida.check.Source;

/**
 * Which files a module has to check.
 *
 * @param top folder that paths in reports are relative to
 * @param directory of the payloads
 * @param includes patterns below the directory; none stands for every payload
 * @param excludes patterns below the directory
 */
record Payloads(Path top, Path directory, List<String> includes, List<String> excludes) {

  Payloads {
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
  }

  /** As the command line would be told. */
  List<String> arguments() {
    return includes.isEmpty()
        ? List.of(shown())
        : includes.stream().map(include -> prefix() + include).toList();
  }

  /** What is there, without what is excluded. */
  Inputs find() {
    if (!Files.isDirectory(directory)) {
      return new Inputs(List.of(), List.of());
    }
    var inputs = Inputs.of(arguments(), top, InputStream.nullInputStream());
    return new Inputs(inputs.sources().stream().filter(this::wanted).toList(), inputs.failures());
  }

  private boolean wanted(Source source) {
    var below = source.path().substring(prefix().length());
    return excludes.stream().noneMatch(exclude -> Glob.of(exclude).matches(below));
  }

  /** Why nothing was found, to be said to the user. */
  String reason(Words words) {
    var parts = Map.of("folder", shown(), "patterns", includes);
    if (!Files.isDirectory(directory)) {
      return words.text("nothing.folder", parts);
    }
    if (!Inputs.of(arguments(), top, InputStream.nullInputStream()).sources().isEmpty()) {
      return words.text("nothing.excluded", parts);
    }
    return words.text(includes.isEmpty() ? "nothing.files" : "nothing.includes", parts);
  }

  private String prefix() {
    return shown().equals(".") ? "" : shown() + "/";
  }

  private String shown() {
    var path = directory.startsWith(top) ? top.relativize(directory) : directory;
    var text = path.toString().replace(path.getFileSystem().getSeparator(), "/");
    return text.isEmpty() ? "." : text;
  }
}
