package org.valida.check;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.valida.document.Complaints;
import org.valida.document.DocumentException;
import org.valida.document.Place;
import org.valida.json.Limits;
import org.valida.violation.Level;

/**
 * What one {@code valida.yaml} says; {@code schemas/valida.schema.json} is its form. Paths and
 * patterns in it are relative to its own folder. Immutable.
 *
 * @param file where it stands
 * @param shown how messages name it
 * @param inputs what is checked when nobody says what, as written
 * @param exclude files to pass over where they were found in a folder or by a pattern
 * @param assignments which contract is for which files
 * @param rules rule to its level
 * @param failOn the least severity that makes a run fail
 * @param reports what is written when nobody says what
 * @param baseline the violations that are known and accepted
 * @param lang {@code pt} or {@code en}
 * @param maxViolations shown per rule and file, 0 for all
 * @param maxRecords a limit on a lote's records
 * @param limits the limits on payloads, where the file changes any
 * @param contractsFolder contracts of the user's own
 */
public record Configuration(
    Path file,
    String shown,
    List<String> inputs,
    List<Glob> exclude,
    List<Assignment> assignments,
    List<RuleLevel> rules,
    Optional<FailOn> failOn,
    List<ReportTarget> reports,
    Optional<Path> baseline,
    Optional<String> lang,
    OptionalLong maxViolations,
    OptionalLong maxRecords,
    Optional<Limits> limits,
    Optional<Path> contractsFolder) {

  /** The contract for the files that fit one of the patterns. */
  public record Assignment(List<Glob> files, String contract, Place place) {
    public Assignment {
      files = List.copyOf(files);
    }
  }

  /** The level of one rule. */
  public record RuleLevel(String rule, Level level, Place place) {}

  /**
   * A report.
   *
   * @param format its label
   * @param file where it goes; empty for standard output
   */
  public record ReportTarget(String format, Optional<Path> file, Place place) {}

  public Configuration {
    inputs = List.copyOf(inputs);
    exclude = List.copyOf(exclude);
    reports = List.copyOf(reports);
    assignments = List.copyOf(assignments);
    rules = List.copyOf(rules);
  }

  /**
   * Reads a file.
   *
   * @param shown how messages name the file
   * @throws ConfigurationException with everything that is wrong, if it cannot be read or breaks
   *     its schema; rules and contracts are not looked at, see {@link #verify}
   */
  public static Configuration read(Path file, String shown) throws ConfigurationException {
    return ConfigurationReader.read(file, shown);
  }

  /**
   * Makes sure that the rules and contracts it names exist.
   *
   * @throws ConfigurationException with those that do not
   */
  public void verify(Collection<String> knownRules, Collection<String> knownContracts)
      throws ConfigurationException {
    var complaints = new Complaints();
    for (var assignment : assignments) {
      if (!knownContracts.contains(assignment.contract())) {
        complaints.unknown(
            "configuration-contract-unknown",
            assignment.place(),
            assignment.contract(),
            knownContracts);
      }
    }
    for (var rule : rules) {
      if (!knownRules.contains(rule.rule())) {
        complaints.unknown("configuration-rule-unknown", rule.place(), rule.rule(), knownRules);
      }
    }
    try {
      complaints.verify();
    } catch (DocumentException e) {
      throw new ConfigurationException(e.failures());
    }
  }

  /**
   * The contract that the first fitting pattern gives to an input. An entry of an archive is
   * matched as if the archive were a folder, {@code lote.zip!/a.json}; a file {@code a.json.gz}
   * also fits what {@code a.json} fits.
   */
  public Optional<String> contractFor(Source payload) {
    return payload
        .file()
        .flatMap(this::relative)
        .flatMap(path -> contractFor(path + payload.within()));
  }

  /** As {@link #contractFor(Source)} for a plain file. */
  public Optional<String> contractFor(Path payload) {
    return relative(payload).flatMap(this::contractFor);
  }

  private Optional<String> contractFor(String path) {
    var unpacked = Names.unpacked(path);
    return assignments.stream()
        .filter(
            one ->
                one.files().stream().anyMatch(glob -> glob.matches(path) || glob.matches(unpacked)))
        .map(Assignment::contract)
        .findFirst();
  }

  /** Whether a file that was found in a folder or by a pattern is to be passed over. */
  public boolean excludes(Path payload) {
    return relative(payload)
        .filter(path -> exclude.stream().anyMatch(glob -> glob.matches(path)))
        .isPresent();
  }

  /** Rule to level, in the order of the file. */
  public Map<String, Level> levels() {
    var levels = new LinkedHashMap<String, Level>();
    rules.forEach(rule -> levels.put(rule.rule(), rule.level()));
    return levels;
  }

  private Optional<String> relative(Path payload) {
    try {
      var folder = file.toAbsolutePath().normalize().getParent();
      var path = folder.relativize(payload.toAbsolutePath().normalize());
      return Optional.of(path.toString().replace(path.getFileSystem().getSeparator(), "/"));
    } catch (IllegalArgumentException e) {
      // On another drive no pattern of this file can fit.
      return Optional.empty();
    }
  }
}
