package org.valida.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.TestData;
import org.valida.Valida;
import org.valida.violation.Violation;

/**
 * Every payload of testdata that is invalid is repaired and checked again: what was repaired is
 * gone, nothing is new, no other byte has changed, and there is nothing left to repair.
 */
class InvalidTreeTest {

  private static List<Path> payloads() {
    var files = new ArrayList<Path>();
    for (var folder : List.of("mce/invalid", "sgp/invalid", "sgp/privacy", "mce/honest")) {
      files.addAll(TestData.files(TestData.testdata().resolve(folder), ".json"));
    }
    return files;
  }

  private static String contract(Path file) {
    var folder = file.getParent().getFileName().toString();
    var group = TestData.name(file).substring(0, 4);
    var name = folder.equals("privacy") ? file.getFileName().toString().split("\\.", 2)[0] : folder;
    var id = group + name;
    return Valida.withDefaults().contracts().find(id).isPresent() ? id : "";
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void repairsHoldWhatTheyPromise(boolean unsafe) {
    var wrong = new ArrayList<String>();
    var repaired = new TreeMap<String, Integer>();
    for (var file : payloads()) {
      var contract = contract(file);
      var fixing = unsafe ? Fixing.unsafe(contract) : Fixing.safe(contract);
      byte[] before = TestData.bytes(file);
      var input = fixing.run(before).inputs().get(0);
      byte[] after = Fixing.bytes(input);
      input.piece().patch().repairs().forEach(r -> repaired.merge(r.rule(), 1, Integer::sum));
      var name = TestData.name(file) + ": ";
      if (!Arrays.equals(fixing.fixed(after), after)) {
        wrong.add(name + "repairing twice changes something");
      }
      if (!input.recoded()) {
        wrong.addAll(compared(name, input, before, after, fixing));
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(repaired.keySet()).containsAll(Remedies.safe());
  }

  private static List<String> compared(
      String name, FixedInput input, byte[] before, byte[] after, Fixing fixing) {
    var wrong = new ArrayList<String>();
    if (!sameBytesOutside(input.piece().patch().repairs(), before, after)) {
      wrong.add(name + "other bytes have changed");
    }
    var expected = places(fixing.violations(before), input, false);
    for (var repair : input.piece().patch().repairs()) {
      if (!expected.remove(repair.rule() + " " + repair.offset())) {
        wrong.add(name + "repaired what was not reported: " + repair.rule());
      }
    }
    var found = places(fixing.violations(after), input, true);
    var news = new TreeSet<>(found);
    news.removeAll(expected);
    if (!news.isEmpty()) {
      wrong.add(name + "reported only now, or still: " + news);
    }
    return wrong;
  }

  private static Set<String> places(
      List<Violation> violations, FixedInput input, boolean repaired) {
    var places = new TreeSet<String>();
    boolean mark = input.piece().patch().find(Remedies.BYTE_ORDER_MARK, 0).isPresent();
    for (var violation : violations) {
      long offset = violation.offset();
      if (repaired) {
        offset = input.piece().patch().original(offset);
      }
      places.add(violation.rule().id() + " " + (mark && offset == 3 ? 0 : offset));
    }
    return places;
  }

  /** Cuts the repairs out of both and compares the rest, without the code that made them. */
  private static boolean sameBytesOutside(List<Repair> repairs, byte[] before, byte[] after) {
    int from = 0;
    int to = 0;
    for (var repair : repairs) {
      int length = (int) repair.offset() - from;
      if (!Arrays.equals(before, from, from + length, after, to, to + length)) {
        return false;
      }
      from += length + repair.original().length;
      to += length + repair.replacement().length;
    }
    return Arrays.equals(before, from, before.length, after, to, after.length);
  }
}
