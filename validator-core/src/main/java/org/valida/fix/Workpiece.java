package org.valida.fix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.valida.check.HashedSource;
import org.valida.check.Source;
import org.valida.violation.FileResult;
import org.valida.violation.Violation;

/** One input on its way to being repaired. */
final class Workpiece {

  private static final String LATIN_1 = "latin-1";

  private final Source source;
  private final HashedSource hashed;
  private Source base;
  private boolean recoded;
  private boolean inLatin1;
  private boolean encodingBroken;
  private List<Finding> findings = new ArrayList<>();
  private Places before = new Places();
  private List<Repair> repairs = List.of();
  private final Map<Repair, String> refused = new HashMap<>();
  private Patch patch = Patch.empty();
  private FileResult result;
  private boolean lost;

  Workpiece(Source source) {
    this.source = source;
    this.hashed = new HashedSource(source);
    this.base = source;
  }

  String path() {
    return source.path();
  }

  Source source() {
    return source;
  }

  /** What is checked first: its hash tells later whether the input has changed. */
  Source hashing() {
    return recoded ? base : hashed;
  }

  /** The input, in UTF-8 if it was recoded. */
  Source base() {
    return base;
  }

  /** As it would be with its repairs made. */
  Source patched() {
    return patch.isEmpty() ? base : new PatchedSource(base, patch);
  }

  Optional<String> sha256() {
    return hashed.sha256();
  }

  boolean recoded() {
    return recoded;
  }

  Patch patch() {
    return patch;
  }

  /** Repairs that are not made, each with the rule that would speak up. */
  Map<Repair, String> refused() {
    return refused;
  }

  /** All repairs that there are, in the order of their offsets. */
  List<Repair> repairs() {
    return repairs;
  }

  FileResult result() {
    return result;
  }

  // ---- the check before

  void found(Violation violation, Map<String, Remedy> remedies) {
    var rule = violation.rule().id();
    before.add(rule, violation.offset());
    boolean encoding = rule.equals(Remedies.ENCODING);
    encodingBroken |= encoding;
    inLatin1 |= encoding && violation.variant().equals(LATIN_1);
    var remedy = remedies.get(rule);
    if (remedy != null) {
      findings.add(Finding.of(violation, remedy));
    }
  }

  void read(FileResult file) {
    result = file;
  }

  /** Whether it is not in UTF-8 but in Windows-1252. */
  boolean inLatin1() {
    return inLatin1;
  }

  /** Whether it is not in UTF-8. */
  boolean isEncodingBroken() {
    return encodingBroken;
  }

  /** From here on it counts as in UTF-8, or again as it is. */
  void recode(boolean wanted) {
    recoded = wanted;
    base = wanted ? new RecodedSource(source) : source;
  }

  void forget() {
    findings = new ArrayList<>();
    before = new Places();
    inLatin1 = false;
    encodingBroken = false;
  }

  /** Works out the repairs from the bytes that stand at the places found. */
  void derive(Map<String, Remedy> remedies) {
    try {
      if (!findings.isEmpty()) {
        read(remedies);
      }
    } catch (IOException e) {
      lost = true;
    }
  }

  private void read(Map<String, Remedy> remedies) throws IOException {
    findings.sort(Comparator.comparingLong(Finding::offset));
    var made = new ArrayList<Repair>();
    boolean monthsFirst = false;
    try (var tokens = new TokenReader(base.open())) {
      for (var finding : findings) {
        if (finding.rule().id().equals(Remedies.BYTE_ORDER_MARK)) {
          made.add(new Repair(finding, tokens.bytes(3), new byte[0]));
          continue;
        }
        var token = tokens.at(finding.offset());
        if (token.isEmpty()) {
          continue;
        }
        var text = new String(token.get(), UTF_8);
        monthsFirst |= finding.rule().id().equals(Remedies.DATE) && Dates.isMonthFirst(text);
        remedies
            .get(finding.rule().id())
            .cure()
            .of(text, finding)
            .map(better -> better.getBytes(UTF_8))
            .ifPresent(bytes -> made.add(new Repair(finding, token.get(), bytes)));
      }
    }
    if (monthsFirst) {
      made.removeIf(
          repair -> repair.rule().equals(Remedies.DATE) && Dates.isEither(repair.originalText()));
    }
    findings = List.of();
    repairs = List.copyOf(made);
    patch = Patch.of(repairs);
  }

  /** Whether it could be checked, but not read once more. */
  boolean lost() {
    return lost;
  }

  // ---- the checks after

  /** Whether that was reported before, and no repair was made for it. */
  boolean isOld(String rule, long original) {
    if (patch.find(rule, original).isPresent()) {
      return false;
    }
    // Where a byte order mark goes, what stood behind it stands at the beginning.
    return before.contains(rule, original)
        || original == 0 && before.contains(rule, 3) && !patch.isEmpty();
  }

  /** Leaves out these repairs, each with the rule that would speak up. */
  void refuse(Map<Repair, String> unwanted) {
    refused.clear();
    refused.putAll(unwanted);
    patch = Patch.of(repairs.stream().filter(repair -> !refused.containsKey(repair)).toList());
  }
}
