package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.valida.Contract;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.json.Limits;

/**
 * The short way through objects, which passes values that nobody has anything to say of, and the
 * long way of every rule find the same. A limit on names lower than what the short way passes keeps
 * an engine on the long way.
 */
class QuietAgreementTest {

  private static final long SEED = 20_261_122;

  /** PIT runs the test for each of its changes. */
  private static final int DAMAGES = Boolean.getBoolean("valida.mutating") ? 1 : 12;

  static final int NAME_BYTES = 4095;
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

  /** What stands near the edge of a quiet value, or just beyond it. */
  private static final List<String> EDGES =
      List.of(
          "0",
          "00",
          "-",
          "-0",
          "9",
          "99999999",
          "0.",
          ".0",
          ".00",
          ".000",
          ".1",
          "e0",
          "E+2",
          " ",
          "\t",
          "\r\n",
          "\n",
          "\"",
          "\\u0030",
          "\\\"",
          "\\",
          "&",
          "&amp;",
          "\u007f",
          "é",
          "\u00a0",
          ",",
          "}",
          "{",
          "]",
          "null",
          "\"\"",
          "\":",
          "/",
          "2021-02-29",
          "2020-02-29",
          "9999-12-31",
          "1899-12-31",
          "2026-02-01",
          "00000000000",
          "12345678909",
          "1000000",
          "SP",
          " SP",
          "sp",
          "999999999999999999",
          "9999999999999.99",
          "99999999999999.99",
          "9999999999999.999");

  private record Payload(String name, Contract contract, byte[] bytes) {}

  private static List<Payload> payloads() {
    var payloads = new ArrayList<Payload>();
    for (var folder : List.of("mce/valid", "mce/invalid", "sgp/valid", "sgp/invalid")) {
      for (var file : TestData.files(TestData.testdata().resolve(folder), ".json")) {
        byte[] bytes = TestData.bytes(file);
        // A longer one may hold a name that only one of the limits lets pass.
        if (!file.getParent().endsWith(Path.of("recognition")) && bytes.length < NAME_BYTES) {
          var contract = folder.substring(0, 4) + file.getParent().getFileName();
          payloads.add(new Payload(TestData.name(file), Contract.of(contract), bytes));
        }
      }
    }
    return payloads;
  }

  static Valida engine(Limits limits) {
    return Valida.builder().today(TODAY).limits(limits).showPersonal(true).build();
  }

  static Limits onTheLongWay() {
    var usual = Limits.defaults();
    return new Limits(
        usual.nesting(),
        NAME_BYTES,
        usual.stringBytes(),
        usual.numberBytes(),
        usual.members(),
        usual.keys(),
        usual.captureBytes(),
        usual.inflatedBytes());
  }

  @Test
  void bothWaysFindTheSame() {
    var quick = engine(Limits.defaults());
    var slow = engine(onTheLongWay());
    var random = new Random(SEED);
    int compared = 0;
    for (var payload : payloads()) {
      compare(quick, slow, payload.name(), payload.contract(), payload.bytes());
      for (int i = 0; i < DAMAGES; i++) {
        byte[] damaged = damaged(payload.bytes(), random);
        compare(quick, slow, payload.name() + ", damage " + i, payload.contract(), damaged);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(400 * DAMAGES);
  }

  /** What led to a member once leads to it again only at the same place of the grammar. */
  @Test
  void aMissingCommaIsSeenBeforeWhatIsKnown() {
    var payload =
        """
        {"dat_consulta":"2026-01-15T10:00:00Z","ente":[\
        {"sgl_uf":"RO","num_ano":2021,"num_periodo":1,"despesa":[]},\
        {"outro":"a""sgl_uf":"RO","num_ano":2021,"num_periodo":2,"despesa":[]}]}"""
            .getBytes(StandardCharsets.UTF_8);
    var contract = Contract.of("mce/despesa");

    var found = found(engine(Limits.defaults()), contract, payload);

    assertThat(found).anyMatch(one -> one.contains("id=json-syntax"));
    assertThat(found).isEqualTo(found(engine(onTheLongWay()), contract, payload));
  }

  static void compare(Valida quick, Valida slow, String name, Contract contract, byte[] payload) {
    var found = judged(quick, contract, payload);
    var foundSlowly = judged(slow, contract, payload);
    if (!found.equals(foundSlowly)) {
      int at = 0;
      while (at < found.size() - 1
          && at < foundSlowly.size() - 1
          && found.get(at).equals(foundSlowly.get(at))) {
        at++;
      }
      var text = new String(payload, StandardCharsets.UTF_8);
      assertThat(found.get(at))
          .as("%s: %s", name, text.substring(0, Math.min(text.length(), NAME_BYTES)))
          .isEqualTo(foundSlowly.get(at));
    }
  }

  static List<String> found(Valida valida, Contract contract, byte[] payload) {
    return judged(valida, contract, payload).stream().map(Object::toString).toList();
  }

  /** What was reported, and in the end the whole. */
  private static List<Object> judged(Valida valida, Contract contract, byte[] payload) {
    var judged = new ArrayList<Object>();
    try {
      var report = valida.check(contract, new ByteArrayInputStream(payload), judged::add);
      judged.add(report);
      return judged;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts an edge in the place of some bytes, often of a value or the end of one. */
  static byte[] damaged(byte[] payload, Random random) {
    byte[] bytes = payload;
    for (int times = 1 + random.nextInt(2); times > 0; times--) {
      int at = random.nextInt(bytes.length + 1);
      if (random.nextBoolean()) {
        while (at < bytes.length && bytes[at] != ':' && bytes[at] != ',') {
          at++;
        }
      }
      int until = Math.min(bytes.length, at + random.nextInt(4));
      byte[] edge =
          random.nextInt(8) == 0
              ? Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(60)))
              : EDGES.get(random.nextInt(EDGES.size())).getBytes(StandardCharsets.UTF_8);
      byte[] next = new byte[at + edge.length + bytes.length - until];
      System.arraycopy(bytes, 0, next, 0, at);
      System.arraycopy(edge, 0, next, at, edge.length);
      System.arraycopy(bytes, until, next, at + edge.length, bytes.length - until);
      bytes = next;
    }
    return bytes;
  }
}
