package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EcmaSetTest {

  private static final int LAST = Character.MAX_CODE_POINT;

  @Test
  void aSetHoldsItsBoundsAndNoMore() {
    var set = EcmaSet.ofHex("30-39 7F 3B1-3C9 10FFFF");
    assertThat(List.of(0x30, 0x39, 0x7F, 0x3B1, 0x3C9, LAST)).allMatch(set::contains);
    assertThat(List.of(0, 0x2F, 0x3A, 0x7E, 0x80, 0x3B0, 0x3CA, LAST - 1)).noneMatch(set::contains);
  }

  @Test
  void aUnionMergesWhatTouchesOrOverlaps() {
    var union = EcmaSet.union(List.of(EcmaSet.ofHex("70-79"), EcmaSet.ofHex("61-6F 65-75")));
    assertThat(union)
        .isEqualTo(EcmaSet.range(0x61, 0x79))
        .hasSameHashCodeAs(union.negate().negate());
    assertThat(EcmaSet.union(List.of())).isEqualTo(EcmaSet.NONE);
    assertThat(EcmaSet.of('a')).isNotEqualTo(EcmaSet.of('b')).isNotEqualTo("a");
  }

  @Test
  void negationTakesTheRest() {
    assertThat(EcmaSet.NONE.negate()).isEqualTo(EcmaSet.ALL);
    assertThat(EcmaSet.ALL.negate()).isEqualTo(EcmaSet.NONE);
    assertThat(EcmaSet.range(0, 9).negate()).isEqualTo(EcmaSet.range(10, LAST));
    assertThat(EcmaSet.range(10, LAST).negate()).isEqualTo(EcmaSet.range(0, 9));
    assertThat(EcmaSet.of('a').negate().edges()).containsExactly(0, 97, 98, LAST + 1);
  }

  @Test
  void aSetIsFoundByATest() {
    assertThat(EcmaSet.matching(c -> c >= '0' && c <= '9')).isEqualTo(EcmaSet.DIGIT);
    assertThat(EcmaSet.matching(c -> false)).isEqualTo(EcmaSet.NONE);
    assertThat(EcmaSet.matching(c -> true)).isEqualTo(EcmaSet.ALL);
  }

  @Test
  void onlyOneSurrogateIsALoneOne() {
    assertThat(EcmaSet.of(0xD800).isLoneSurrogate()).isTrue();
    assertThat(EcmaSet.of('a').isLoneSurrogate()).isFalse();
    assertThat(EcmaSet.range(0xD800, 0xD801).isLoneSurrogate()).isFalse();
  }
}
