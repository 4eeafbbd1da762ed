package org.valida.check;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.valida.violation.Failure;

/**
 * What the arguments of a run come to: files, folders, patterns, archives, addresses and {@code -}
 * made into sources, each once, in the order of the arguments and, within a folder, pattern or
 * archive, of their paths. Paths are reported as the user wrote them, with {@code /} on every
 * system.
 *
 * @param sources what can be read
 * @param failures what the user named and there is nothing to read of: {@code not-found}, {@code
 *     no-payloads}, {@code unreadable}, {@code not-regular}, {@code not-plain}, {@code
 *     spreadsheet-unsupported}, {@code address-malformed}, and those of archives
 */
public record Inputs(List<Source> sources, List<Failure> failures) {

  public Inputs {
    sources = List.copyOf(sources);
    failures = List.copyOf(failures);
  }

  /**
   * One file that is to be read as it is: no folder, pattern, archive, address or pipe.
   *
   * @param folder what a relative path is relative to
   */
  public static Inputs file(String argument, Path folder) {
    var expansion = new Expansion(folder, InputStream.nullInputStream());
    expansion.plainFile(argument);
    return expansion.inputs();
  }

  /** Whether an argument is meant as an http address. */
  public static boolean isAddress(String argument) {
    return Address.isOne(argument);
  }

  /**
   * A name that the user gave for whatever file, as messages show it: an address without its user,
   * password and the values of its query.
   */
  public static String shown(String name) {
    return Address.isOne(name) ? Address.shown(name) : name;
  }

  /**
   * @param folder what relative paths are relative to
   * @param standardInput what {@code -} means
   */
  public static Inputs of(List<String> arguments, Path folder, InputStream standardInput) {
    var expansion = new Expansion(folder, standardInput);
    arguments.forEach(expansion::argument);
    return expansion.inputs();
  }
}
