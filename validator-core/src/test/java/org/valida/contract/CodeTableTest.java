package org.valida.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodeTableTest {

  private static final CodeTable TABLE =
      CodeTable.parse(
          "table",
          "code,name,note\r\n"
              + "1100015,\"Alta Floresta D'Oeste, a\",\r\n"
              + "\r\n"
              + "1100023,\"says \"\"hello\"\"\",\"two\nlines\"\n"
              + "31,plain,last");

  @Test
  void readsQuotedCellsWithCommasQuotesAndLineFeeds() {
    assertThat(TABLE.size()).isEqualTo(3);
    assertThat(TABLE.text(0, "name")).isEqualTo("Alta Floresta D'Oeste, a");
    assertThat(TABLE.text(0, "note")).isEmpty();
    assertThat(TABLE.text(1, "name")).isEqualTo("says \"hello\"");
    assertThat(TABLE.text(1, "note")).isEqualTo("two\nlines");
    assertThat(TABLE.text(2, "note")).isEqualTo("last");
  }

  @Test
  void knowsItsColumns() {
    assertThat(TABLE.hasColumn("note")).isTrue();
    assertThat(TABLE.hasColumn("none")).isFalse();
    assertThat(TABLE.text(0, "none")).isEmpty();
    assertThat(TABLE.name()).isEqualTo("table");
  }

  @Test
  void findsANumberByItsValue() {
    assertThat(TABLE.numeric("code")).isTrue();
    assertThat(TABLE.find("code", 1100023)).isEqualTo(1);
    assertThat(TABLE.find("code", 31)).isEqualTo(2);
    assertThat(TABLE.find("code", 32)).isEqualTo(CodeTable.NONE);
    assertThat(TABLE.code(1, "code")).contains(1100023L);
    assertThat(TABLE.code(0, "note")).isEmpty();
  }

  @Test
  void findsACodeByItsBeginning() {
    assertThat(TABLE.findByPrefix("code", 110002, 10)).isEqualTo(1);
    assertThat(TABLE.findByPrefix("code", 11000, 100)).isNotEqualTo(CodeTable.NONE);
    assertThat(TABLE.findByPrefix("code", 110003, 10)).isEqualTo(CodeTable.NONE);
  }

  @Test
  void findsATextByItsBytes() {
    var table = CodeTable.parse("t", "code,label\n2.10,ten\n2.1,one\nRS,\né,\n");

    assertThat(table.numeric("code")).isFalse();
    assertThat(table.find("code", CodeTable.pack("2.1"))).isEqualTo(1);
    assertThat(table.find("code", CodeTable.pack("2.10"))).isZero();
    assertThat(table.find("code", CodeTable.pack("é"))).isEqualTo(3);
    assertThat(table.find("code", CodeTable.pack("2.100"))).isEqualTo(CodeTable.NONE);
    assertThat(table.code(2, "code")).contains(CodeTable.pack("RS"));
  }

  @Test
  void packsUpToEightBytes() {
    assertThat(CodeTable.unpack(CodeTable.pack("4.15"))).isEqualTo("4.15");
    assertThat(CodeTable.unpack(CodeTable.pack("12345678"))).isEqualTo("12345678");
    assertThat(CodeTable.unpack(CodeTable.pack("ção"))).isEqualTo("ção");
    assertThat(CodeTable.pack("123456789")).isEqualTo(-1);
    assertThat(CodeTable.pack("")).isEqualTo(-1);
    byte[] bytes = "xRSx".getBytes(StandardCharsets.UTF_8);
    assertThat(CodeTable.pack(bytes, 1, 3)).isEqualTo(CodeTable.pack("RS"));
  }

  @Test
  void callsARowByItsLabelOrItsName() {
    var both = CodeTable.parse("t", "code,name,label\n1,name,label\n2,name,\n");

    assertThat(both.label(0)).isEqualTo("label");
    assertThat(both.label(1)).isEqualTo("name");
    assertThat(CodeTable.parse("t", "code\n1\n").label(0)).isEmpty();
  }

  @Test
  void refusesATextWithoutAHeaderAndAColumnThatIsNotThere() {
    assertThatThrownBy(() -> CodeTable.parse("empty", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty");
    assertThatThrownBy(() -> TABLE.find("none", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none");
  }

  @Test
  void aTableWithOnlyAHeaderFindsNothing() {
    var table = CodeTable.parse("t", "code,name\n");

    assertThat(table.size()).isZero();
    assertThat(table.find("code", 0)).isEqualTo(CodeTable.NONE);
  }

  @Test
  void findsEachOfManyCodes() {
    var csv = new StringBuilder("code\n");
    for (int i = 0; i < 5_000; i++) {
      csv.append(i * 1024L).append('\n');
    }
    var table = CodeTable.parse("many", csv.toString());

    for (int i = 0; i < 5_000; i++) {
      assertThat(table.find("code", i * 1024L)).isEqualTo(i);
    }
    assertThat(table.find("code", 1)).isEqualTo(CodeTable.NONE);
  }

  @Test
  void aTableWithItsRowsWrittenDownAnswersAsOneThatIsRead() {
    var csv = new StringBuilder("code,name,uf\n");
    for (int i = 0; i < 300; i++) {
      csv.append(1_100_015 + i * 701L).append(",São ").append(i).append(",RO\n");
    }
    var read = CodeTable.parse("t", csv.toString());
    var written = CodeTable.written("t", csv::toString, read.rowsText().orElseThrow());

    assertThat(written.size()).isEqualTo(300);
    assertThat(written.numeric("code")).isTrue();
    // More often than a search goes before a hash index is made.
    for (int divisor : new int[] {1, 10, 1000}) {
      var index = written.index("code", divisor);
      var same = read.index("code", divisor);
      for (long code = 1_100_000 / divisor;
          code < 1_320_000 / divisor;
          code += divisor == 1 ? 7 : 1) {
        assertThat(index.find(code)).isEqualTo(same.find(code));
      }
      for (int row = 0; row < 300; row++) {
        long code = read.code(row, "code").orElseThrow() / divisor;
        assertThat(written.index("code", divisor).find(code)).isEqualTo(same.find(code));
      }
      assertThat(index.find(-1)).isEqualTo(CodeTable.NONE);
    }
    for (int row = 0; row < 300; row++) {
      assertThat(
              CodeTable.written("t", csv::toString, read.rowsText().orElseThrow())
                  .find("code", 1_100_015 + row * 701L))
          .isEqualTo(row);
      assertThat(written.text(row, "name")).isEqualTo("São " + row);
      assertThat(written.text(row, "uf")).isEqualTo("RO");
    }
    assertThat(written.find("uf", CodeTable.pack("RO")))
        .isEqualTo(read.find("uf", CodeTable.pack("RO")));
  }

  @Test
  void rowsAreWrittenDownOnlyWhereTheirOrderIsThatOfTheirCodes() {
    assertThat(CodeTable.parse("t", "code\n1\n2\n").rowsText()).isPresent();
    assertThat(CodeTable.parse("t", "code\n2\n1\n").rowsText()).isEmpty();
    assertThat(CodeTable.parse("t", "code\n1\n1\n").rowsText()).isEmpty();
    assertThat(CodeTable.parse("t", "code\n1\nRS\n").rowsText()).isEmpty();
    assertThat(CodeTable.parse("t", "code\r\n1\r\n2\r\n").rowsText()).isEmpty();
    assertThat(CodeTable.parse("t", "code\n1\n\n2\n").rowsText()).isEmpty();
    assertThat(CodeTable.parse("t", "code,name\n1,\"a\"\n").rowsText()).isEmpty();
  }
}
