package org.valida.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.junit.jupiter.api.Test;
import org.valida.violation.Printable;

class MarkdownReportTest {

  private final Node document = ReadBack.markdown(SampleRun.written("markdown", "en"));

  @Test
  void beginsWithTheVerdictAndTheTotals() {
    assertThat(SampleRun.written("markdown", "en"))
        .startsWith(
            """
            ## ❌ Valida: not everything could be checked

            3 files, 24 records,""");
  }

  @Test
  void everyTextOfAPayloadComesBackAsCodeCharacterForCharacter() {
    var codes =
        ReadBack.nodes(document).stream()
            .filter(Code.class::isInstance)
            .map(node -> ((Code) node).getLiteral())
            .toList();

    for (int i = 0; i < SampleRun.HOSTILE.size(); i++) {
      var text = Printable.of(SampleRun.HOSTILE.get(i));
      assertThat(codes).contains("school-unknown-" + i + " sees " + text).contains(text);
    }
    assertThat(codes).contains(SampleRun.HOSTILE_PATH);
  }

  @Test
  void everyRowHasTheCellsOfItsTable() {
    int tables = 0;
    for (var node : ReadBack.nodes(document)) {
      if (node instanceof TableBlock table) {
        tables++;
        int columns = cells(table.getFirstChild().getFirstChild());
        assertThat(table.getFirstChild()).isInstanceOf(TableHead.class);
        for (var row : ReadBack.nodes(table.getLastChild())) {
          if (row instanceof TableRow) {
            assertThat(cells(row)).isEqualTo(columns);
          }
        }
      }
    }
    // Files, school, stage; rules of two files; and each of their rules.
    assertThat(tables).isEqualTo(5 + 3 + SampleRun.HOSTILE.size());
  }

  private static int cells(Node row) {
    return (int) ReadBack.nodes(row).stream().filter(TableCell.class::isInstance).count();
  }

  @Test
  void everyRuleHasItsHeadingWithItsTrueCount() {
    assertThat(ReadBack.nodes(document))
        .filteredOn(Heading.class::isInstance)
        .extracting(MarkdownReportTest::words)
        .contains("❌ cod-fonte-unknown: 4 violations", "ℹ️ old-rule: 1 violation");
    assertThat(SampleRun.written("markdown", "en")).contains("2 more not shown");
  }

  private static String words(Node top) {
    var words = new StringBuilder();
    for (var node : ReadBack.nodes(top)) {
      if (node instanceof Text text) {
        words.append(text.getLiteral());
      } else if (node instanceof Code code) {
        words.append(code.getLiteral());
      }
    }
    return words.toString();
  }

  @Test
  void aCodeSpanHoldsAnyText() {
    for (var text :
        new String[] {"`", "``a", "a `b` ```", " a ", "   ", "\\", "a\\`", "|", "\\|"}) {
      var document = ReadBack.markdown(MarkdownText.code(text));

      assertThat(ReadBack.nodes(document))
          .filteredOn(Code.class::isInstance)
          .singleElement()
          .satisfies(code -> assertThat(((Code) code).getLiteral()).isEqualTo(text));
    }
  }
}
