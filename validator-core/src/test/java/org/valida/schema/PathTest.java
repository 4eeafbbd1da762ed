package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathTest {

  private final Path path = new Path();

  @Test
  void isThePointerOfTheStepsThatWereTaken() {
    assertThat(path.pointer()).isEmpty();
    path.member("a/b~c");
    path.item(7);
    path.member("");
    assertThat(path.pointer()).isEqualTo("/a~1b~0c/7/");
    assertThat(path.pointer(2)).isEqualTo("/a~1b~0c/7");
    path.up();
    path.up();
    path.member("d");
    assertThat(path.pointer()).isEqualTo("/a~1b~0c/d");
    assertThat(path.depth()).isEqualTo(2);
    path.clear();
    assertThat(path.pointer()).isEmpty();
  }

  @Test
  void knowsThePositionOfTheInnermostItem() {
    assertThat(path.isItem()).isFalse();
    assertThat(path.index()).isZero();
    path.item(7);
    assertThat(path.isItem()).isTrue();
    assertThat(path.index()).isEqualTo(7);
    path.item(8);
    path.member("a");
    assertThat(path.isItem()).isFalse();
    assertThat(path.index()).isZero();
    path.up();
    assertThat(path.index()).isEqualTo(8);
    path.up();
    assertThat(path.index()).isEqualTo(7);
  }

  @Test
  void isAsLongAsADocumentIsDeep() {
    for (int i = 0; i < 100; i++) {
      path.member("m" + i);
    }
    for (int i = 0; i < 200; i++) {
      path.item(i);
    }

    assertThat(path.pointer(33)).endsWith("/m31/m32");
    assertThat(path.pointer()).startsWith("/m0/m1/").endsWith("/m99/" + items(200));
  }

  private static String items(int count) {
    var text = new StringBuilder("0");
    for (int i = 1; i < count; i++) {
      text.append('/').append(i);
    }
    return text.toString();
  }
}
