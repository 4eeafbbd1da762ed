package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.Valida;

/**
 * Which items and values the short way passes. What it does not pass is judged the same, later, so
 * that nothing but these tests would notice.
 */
class ItemLayoutTest {

  private static final QuietValue.Bounds BOUNDS = new QuietValue.Bounds(LocalDate.of(2026, 1, 31));

  private Frame own;

  @BeforeEach
  void anItemOfAList() {
    var root = Valida.withDefaults().contracts().program("mce/despesa").root().object;
    var ente = root.child(root.property("ente")).array.items.object;
    own = new Frame(ente.child(ente.property("despesa")).array.items.object, BOUNDS);
  }

  /** With zeros behind it, as a reading window has. */
  private static byte[] window(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(bytes, bytes.length + 64);
  }

  private static String item(int number) {
    return """
        {"cod_fonte": 54%d, "des_elemento_despesa" : "3190110%d",
          "vlr_despesa_empenhada": 12.5%d ,"vlr_despesa_liquidada": 7.%d, "vlr_despesa_paga": %d
        }"""
        .formatted(number, number, number, number, number);
  }

  @Test
  void itemsThatArePrintedAlikeAreRead() {
    var text = item(0) + ",\n " + item(1) + ",\n " + item(2) + ",\n " + item(3) + "\n]";
    byte[] bytes = window(text);
    int begin = item(0).length();

    assertThat(ItemLayout.mayBegin(bytes, begin)).isTrue();
    var layout = ItemLayout.learn(bytes, begin, own);

    assertThat(layout).isNotNull();
    int length = (",\n " + item(1)).length();
    for (int number = 1; number <= 3; number++) {
      int from = begin + (number - 1) * length;
      if (number > 1) {
        assertThat(layout.reads(bytes, from, own)).isTrue();
      }
      assertThat(layout.end()).isEqualTo(from + length);
      assertThat(layout.lines()).isEqualTo(3);
      assertThat(layout.lineStart()).isEqualTo(text.lastIndexOf('\n', from + length - 1) + 1);
      layout.install(own);
      layout.stands(own, number, 0, 3L * number, 9);
      var fonte = own.find("cod_fonte");
      var paid = own.find("vlr_despesa_paga");
      assertThat(fonte.number()).isEqualTo(540 + number);
      assertThat(fonte.written()).isEqualTo(3);
      assertThat(fonte.line()).isEqualTo(3 * number + 1);
      assertThat(fonte.column()).isEqualTo(16);
      assertThat(own.find("vlr_despesa_empenhada").number()).isEqualTo(1250 + number);
      assertThat(own.find("vlr_despesa_liquidada").number()).isEqualTo(700 + 10L * number);
      assertThat(paid.number()).isEqualTo(100L * number);
      assertThat(paid.offset()).isEqualTo(text.indexOf("paga\": ", from) + 7);
      assertThat(paid.line()).isEqualTo(3 * number + 2);
      assertThat(own.find("des_elemento_despesa").number()).isEqualTo(31_901_100 + number);
    }
    assertThat(ItemLayout.mayBegin(bytes, begin + 3 * length)).isFalse();
    assertThat(layout.reads(bytes, begin + 3 * length, own)).isFalse();
  }

  @Test
  void inOneLineColumnsAreCounted() {
    var one = item(1).replaceAll("\\s+", " ");
    var text = "[" + one + ", " + one + ", " + one + "]";
    byte[] bytes = window(text);
    int from = 1 + one.length();
    var layout = ItemLayout.learn(bytes, from, own);
    from = layout.end();

    assertThat(layout.reads(bytes, from, own)).isTrue();
    layout.install(own);
    layout.stands(own, 2, 0, 1, from + 1L);

    assertThat(layout.lines()).isZero();
    assertThat(own.column()).isEqualTo(from + 3);
    for (var name : new String[] {"cod_fonte", "des_elemento_despesa", "vlr_despesa_paga"}) {
      int value = text.indexOf(':', text.indexOf(name, from)) + 2;
      assertThat(own.find(name).offset()).isEqualTo(value);
      assertThat(own.find(name).column()).isEqualTo(value + 1);
      assertThat(own.find(name).line()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vlr_despesa_paga | 0 | 0",
        "vlr_despesa_paga | 7 | 700",
        "vlr_despesa_paga | 1234567 | 123456700",
        "vlr_despesa_paga | 12345678 | 1234567800",
        "vlr_despesa_paga | 1234567.8 | 123456780",
        "vlr_despesa_paga | 1234567.89 | 123456789",
        "vlr_despesa_paga | 0.05 | 5",
        "vlr_despesa_paga | 1.09 | 109",
        "vlr_despesa_paga | 1.90 | 190",
        "vlr_despesa_paga | 12345678.90 | 1234567890",
        "vlr_despesa_paga | 123456789.9 | 12345678990",
        "vlr_despesa_paga | 9999999999999.99 | 999999999999999",
        "vlr_despesa_paga | 99999999999999 |",
        "vlr_despesa_paga | 1.234 |",
        "vlr_despesa_paga | 1. |",
        "vlr_despesa_paga | 1./5 |",
        "vlr_despesa_paga | 1.5: |",
        "vlr_despesa_paga | 01 |",
        "vlr_despesa_paga | 012345678 |",
        "vlr_despesa_paga | -1 |",
        "vlr_despesa_paga | - |",
        "vlr_despesa_paga | 1e2 |",
        "vlr_despesa_paga | \"1\" |",
        "cod_fonte | 540 | 540",
        "cod_fonte | 5400 |",
        "cod_fonte | 540.0 |",
        "cod_fonte | \"540\" |",
        "des_elemento_despesa | \"31901100\" | 31901100",
        "des_elemento_despesa | \"319011000\" | 319011000",
        "des_elemento_despesa | \"3190110&\" |",
        "des_elemento_despesa | \"3190\\110\" |",
        "des_elemento_despesa | \"31901100 \" |",
        "des_elemento_despesa | \"\" |",
        "des_elemento_despesa | 31901100 |",
      })
  void valuesAreReadOrLeft(String attribute, String value, Long number) {
    var plan = own.plan();
    int property = plan.property(attribute);
    byte[] bytes = window(value + ",");
    for (int times = 0; times < 2; times++) {
      var slot = own.target(property);
      slot.knowTexts();
      int end = plan.quiet(property).read(bytes, 0, slot, own);

      assertThat(end).isEqualTo(number == null ? -1 : value.length());
      if (number != null) {
        assertThat(slot.number()).isEqualTo(number);
      }
    }
  }
}
