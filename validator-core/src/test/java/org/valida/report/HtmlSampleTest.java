package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HtmlSampleTest {

  @Test
  void keepsSoManyOfEachRuleInEachFile() {
    var sample = new HtmlSample(2, 100);

    for (int i = 0; i < 5; i++) {
      sample.add("a.json", Samples.fonte());
      sample.add("b.json", Samples.fonte());
    }
    sample.add("a.json", Samples.bom());

    assertThat(sample.all()).hasSize(5);
    assertThat(sample.size()).isEqualTo(5);
  }

  @Test
  void allRulesAndFilesGiveWayAlikeWhereThereAreTooMany() {
    var sample = new HtmlSample(0, 10);

    for (int i = 0; i < 50; i++) {
      sample.add("first.json", Samples.fonte("" + i, i));
    }
    for (int i = 0; i < 50; i++) {
      sample.add("second.json", Samples.fonte("" + i, i));
    }
    sample.add("first.json", Samples.bom());

    // 10 and 0, then 5 and 5, then 2 and 2 and the one that came last.
    assertThat(sample.most()).isEqualTo(2);
    assertThat(sample.size()).isEqualTo(5);
    assertThat(sample.all()).hasSize(5);
    assertThat(sample.all().stream().map(HtmlSample.Found::path).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("first.json", "second.json");
    assertThat(sample.all()).anyMatch(found -> found.violation().equals(Samples.bom()));
    assertThat(sample.all().get(0).violation().value()).contains("0");
  }

  @Test
  void moreOriginsThanPlacesStillFit() {
    var sample = new HtmlSample(1000, 10);

    for (int i = 0; i < 50; i++) {
      sample.add(i + ".json", Samples.fonte());
    }

    assertThat(sample.all()).hasSize(10);
    assertThat(sample.most()).isEqualTo(1);
  }
}
