package org.valida.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.valida.json.Examples.Refused;

class GrammarTest {

  static final List<String> ACCEPTED = Examples.ACCEPTED;
  static final List<Refused> REFUSED = Examples.REFUSED;

  @ParameterizedTest
  @FieldSource("ACCEPTED")
  void acceptsWhatIsJson(String text) {
    assertThat(Trace.stop(Trace.bytes(text))).isNull();
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void refusesWhatIsNotJsonAndSaysWhatIsWrongAndWhere(Refused example) {
    var stop = Trace.stop(Trace.bytes(example.text()));
    assertThat(stop).isNotNull();
    assertThat(stop.cause() + " at " + stop.offset() + ": " + stop.detail())
        .isEqualTo(example.cause() + " at " + example.at() + ": " + example.detail());
  }

  @Test
  void everyCauseIsInTheTableAndNamesItsRule() {
    var seen = new HashSet<String>();
    for (var example : REFUSED) {
      var stop = Trace.stop(Trace.bytes(example.text()));
      seen.add(stop.kind() + " " + stop.cause());
    }
    var all =
        Arrays.stream(StopCause.values())
            .filter(cause -> cause != StopCause.DUPLICATE_NAME)
            .map(cause -> cause.kind() + " " + cause.label())
            .collect(Collectors.toSet());
    assertThat(seen).isEqualTo(all);
  }

  @Test
  void detailsAreShortAndPrintable() {
    for (var example : REFUSED) {
      String detail = Trace.stop(Trace.bytes(example.text())).detail();
      assertThat(detail.length()).isLessThanOrEqualTo(StopCause.DETAIL_LENGTH);
      assertThat(detail.chars()).noneMatch(Character::isISOControl);
    }
  }

  @Test
  void whatStandsBeforeTheMistakeIsStillRead() {
    assertThat(Trace.of(Trace.bytes("{\"a\": 1,\n \"b\": 02}")))
        .containsExactly(
            "START_OBJECT { at 0 1:1 in 0",
            "NAME a at 1 1:2 in 1",
            "NUMBER 1 at 6 1:7 in 1 integral",
            "NAME b at 10 2:2 in 1",
            "SYNTAX leading-zero 02 at line 2, column 7, byte 15");
  }

  @Test
  void everyPrefixOfADocumentIsADocumentOrIsCutShort() {
    for (String text : ACCEPTED) {
      byte[] whole = Trace.bytes(text);
      for (int length = 0; length < whole.length; length++) {
        var stop = Trace.stop(Arrays.copyOf(whole, length));
        if (stop == null) {
          continue;
        }
        assertThat(stop.cause())
            .as("the first %d bytes of %s", length, text)
            .isIn("truncated", "empty", "truncated-character");
        int missing = stop.cause().equals("truncated-character") ? 3 : 0;
        assertThat(stop.offset())
            .as("the first %d bytes of %s", length, text)
            .isBetween((long) length - missing, (long) length);
      }
    }
  }

  @Test
  void onlyNumbersCanBeCutAndStayWhole() {
    assertThat(Trace.stop(Trace.bytes("12"))).isNull();
    assertThat(Trace.stop(Trace.bytes("[12"))).isNotNull();
  }
}
