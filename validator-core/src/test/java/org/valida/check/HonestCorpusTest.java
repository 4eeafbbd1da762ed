package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.contract.ContractInfo;
import org.valida.json.JsonStop;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.violation.Violation;

/**
 * The payloads of each contract as each stack would print them: what is reported is what is
 * reported of the payload as it is kept, but for what a rule says of the printing itself.
 *
 * <p>Usually each payload is printed by some of the stacks only. {@code -Dvalida.honest=N} prints
 * every payload by every stack, N times, each time with another seed.
 */
class HonestCorpusTest {

  private static final int ROUNDS = Integer.getInteger("valida.honest", 0);

  private static final long SEED = 20_260_131;

  /** Of how many stacks one prints a payload, usually. */
  private static final int OF_STACKS = 3;

  /** The same for an invalid one. */
  private static final int OF_STACKS_IF_INVALID = 20;

  /** What another writing of numbers, or the loss of a byte order mark, may take away. */
  private static final Set<String> WRITING =
      Set.of("integer-as-decimal", "decimal-exponent", "decimal-trailing-zeros", "json-bom");

  /** What is said of an absent attribute, and what is said once it is there as null. */
  private static final String ABSENT = "attribute-recommended";

  private static final String EMPTY = "value-empty";

  private static final List<Payload> PAYLOADS = payloads();

  private static final Map<String, AttributeUse> KNOWN = known();

  /** Contracts are compiled once for each set of options. */
  private static final Map<List<String>, Valida> ENGINES = new ConcurrentHashMap<>();

  /** What is said of a payload as it is kept. */
  private static final Map<String, List<Said>> KEPT = new ConcurrentHashMap<>();

  /**
   * A payload as it is kept.
   *
   * @param contract that it is of
   * @param options that it is checked with
   * @param exported whether it is one that a system of a network writes, and a right one: where it
   *     has no value for an attribute, it may as well print null
   */
  private record Payload(
      String path,
      String contract,
      List<String> options,
      byte[] bytes,
      JsonValue document,
      boolean exported) {

    boolean valid() {
      return !path.contains("/invalid/");
    }
  }

  private static List<Payload> payloads() {
    var payloads = new ArrayList<Payload>();
    Intents.all()
        .forEach(
            (path, intent) ->
                Intents.contract(path)
                    .filter(contract -> path.endsWith(".json") && !path.contains("/json-"))
                    .flatMap(contract -> payload(path, contract, intent))
                    .ifPresent(payloads::add));
    return payloads;
  }

  /** Empty if its bytes are what is wrong with it, and another printing cures that. */
  private static Optional<Payload> payload(String path, String contract, JsonValue intent) {
    var bytes = TestData.bytes(TestData.testdata().resolve(path));
    boolean marked = bytes.length > 2 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb;
    var unmarked = marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    boolean exported = !path.contains("/invalid/") && !contract.startsWith("sgp/lote-");
    try {
      var document = JsonValue.read(unmarked, Limits.defaults());
      return Optional.of(
          new Payload(path, contract, Intents.options(intent), bytes, document, exported));
    } catch (JsonStop stop) {
      return Optional.empty();
    }
  }

  private static Map<String, AttributeUse> known() {
    var known = new HashMap<String, AttributeUse>();
    for (var payload : PAYLOADS) {
      var use = known.computeIfAbsent(payload.contract(), contract -> new AttributeUse());
      if (payload.path().contains("/valid/")) {
        use.add(payload.document());
      }
    }
    return known;
  }

  @ParameterizedTest
  @EnumSource(Stack.class)
  void isJudgedTheSameHoweverItIsPrinted(Stack stack) {
    var wrong = new ArrayList<String>();
    for (int i = 0; i < PAYLOADS.size(); i++) {
      var payload = PAYLOADS.get(i);
      int of = payload.valid() ? OF_STACKS : OF_STACKS_IF_INVALID;
      if (ROUNDS > 0 || (i + stack.ordinal()) % of == 0) {
        wrong.addAll(complaints(stack, payload));
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void everyContractIsAmongThePayloads() {
    var contracts = Valida.withDefaults().contracts().all().stream().map(ContractInfo::id).toList();
    assertThat(PAYLOADS.stream().filter(Payload::valid).map(Payload::contract).distinct())
        .containsExactlyInAnyOrderElementsOf(contracts);
  }

  private static List<String> complaints(Stack stack, Payload payload) {
    boolean nulls = stack.nulls() && payload.exported();
    var complaints = new ArrayList<String>();
    for (long seed = SEED; seed < SEED + Math.max(1, ROUNDS); seed++) {
      var known = KNOWN.get(payload.contract());
      var printed = Reprint.of(payload.document(), stack, known, nulls, seed);
      var kept = KEPT.computeIfAbsent(payload.path(), path -> said(payload, payload.bytes()));
      var complaint = complaint(stack, kept, said(payload, printed));
      if (!complaint.isEmpty()) {
        complaints.add(payload.path() + " by " + stack + ", seed " + seed + ": " + complaint);
      }
    }
    return complaints;
  }

  /** What is said now and was not before, and the other way round; empty if all is well. */
  private static String complaint(Stack stack, List<Said> kept, List<Said> now) {
    boolean words = stack.numbers() == NumberHabit.AS_WRITTEN;
    var brought = without(now, kept, words);
    var lost = without(kept, now, words);
    var ofWriting =
        brought.stream()
            .filter(one -> !one.isError() && stack.numbers().brings().contains(one.rule()))
            .toList();
    brought.removeAll(ofWriting);
    lost.removeIf(one -> !one.isError() && one.isBesideOneOf(ofWriting));
    var gone = lost.stream().filter(one -> WRITING.contains(one.rule())).toList();
    lost.removeAll(gone);
    brought.removeIf(one -> !one.isError() && one.isBesideOneOf(gone));
    if (stack.nulls()) {
      brought.removeIf(one -> !one.isError() && one.rule().equals(EMPTY));
      lost.removeIf(one -> one.rule().equals(ABSENT));
    }
    return brought.isEmpty() && lost.isEmpty() ? "" : "has besides " + brought + ", misses " + lost;
  }

  /**
   * A violation but for the lines and columns, which each printing has its own of.
   *
   * @param words what its message speaks of, which is the same where numbers are printed as they
   *     are kept
   */
  private record Said(String rule, String severity, String pointer, String variant, String words) {

    static Said of(Violation violation) {
      var words = new TreeMap<String, Object>(violation.arguments());
      words.values().removeIf(value -> !(value instanceof String));
      // The first of several members that may be the envelope, and so a matter of their order.
      words.remove("envelope");
      return new Said(
          violation.rule().id(),
          violation.severity().label(),
          violation.pointer(),
          violation.variant(),
          words + " " + violation.recordKey());
    }

    Said wordless() {
      return new Said(rule, severity, pointer, "", "");
    }

    boolean isError() {
      return severity.equals("error");
    }

    /** A value has one warning, and that of its writing comes first. */
    boolean isBesideOneOf(List<Said> others) {
      return others.stream().anyMatch(other -> other.pointer().equals(pointer));
    }
  }

  private static List<Said> without(List<Said> all, List<Said> those, boolean words) {
    var rest = new ArrayList<>(words ? all : all.stream().map(Said::wordless).toList());
    those.forEach(one -> rest.remove(words ? one : one.wordless()));
    return rest;
  }

  private static List<Said> said(Payload payload, byte[] bytes) {
    var said = new ArrayList<Said>();
    ENGINES
        .computeIfAbsent(payload.options(), HonestCorpusTest::engine)
        .run(
            List.of(new MemorySource(payload.path(), bytes)),
            (file, violation) -> said.add(Said.of(violation)));
    return said;
  }

  private static Valida engine(List<String> options) {
    return Intents.builder(options).contractBy(source -> Intents.contract(source.path())).build();
  }
}
