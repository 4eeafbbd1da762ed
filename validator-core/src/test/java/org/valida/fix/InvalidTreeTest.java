package org.valida.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.TestData;
import org.valida.Valida;

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
        wrong.addAll(Promises.broken(name, input, before, after, fixing));
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(repaired.keySet()).containsAll(Remedies.safe());
  }
}
