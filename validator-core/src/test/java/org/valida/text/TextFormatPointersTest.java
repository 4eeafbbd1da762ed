package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextFormatPointersTest {

  @Test
  void aPointerIsEmptyOrBeginsWithASlash() {
    assertThat(List.of("", "/", "//", "/itens/0/valor", "/a b", "/ç", "/\u0000", "/%25", "/-"))
        .allMatch(TextFormatPointers::isPointer);
    assertThat(List.of("a", "#", "#/a", "0/a", " /a")).noneMatch(TextFormatPointers::isPointer);
  }

  @Test
  void aTildeIsEscapedInAPointer() {
    assertThat(List.of("/~0", "/~1", "/a~0~1b/~1")).allMatch(TextFormatPointers::isPointer);
    assertThat(List.of("/~", "/~2", "/~0~", "/a~/b", "/~~0"))
        .noneMatch(TextFormatPointers::isPointer);
  }

  @Test
  void aRelativePointerCountsLevelsFirst() {
    assertThat(List.of("0", "1/a", "10", "0#", "12#", "0/", "3/~0/b"))
        .allMatch(TextFormatPointers::isRelativePointer);
    assertThat(
            List.of("", "#", "/a", "-1", "+1", "00", "01/a", "0a", "0##", "0#/a", "1/~", "٣", "1 "))
        .noneMatch(TextFormatPointers::isRelativePointer);
  }
}
