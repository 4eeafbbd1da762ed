package org.valida.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.Valida;
import org.valida.check.MemorySource;
import org.valida.privacy.CheckDigits;
import org.valida.violation.Rule;

/** Every repair, proved by a check before and a check after. */
class RepairsTest {

  private static final Fixing DESPESA = Fixing.safe("mce/despesa");
  private static final Fixing STUDENTS = Fixing.safe(Lote.CONTRACT);
  private static final Fixing BOLD = Fixing.unsafe(Lote.CONTRACT);
  private static final String BIRTH = "\"2014-05-20\"";

  @Test
  void theRulesThatSayTheyHaveARepairAreThoseThatHaveOne() {
    var declared =
        Valida.rules().all().stream()
            .filter(Rule::repair)
            .map(Rule::id)
            .collect(Collectors.toSet());

    assertThat(Remedies.safe()).containsExactlyInAnyOrderElementsOf(declared);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "attribute-not-lowercase | \"sgl_uf\" | \"SGL_UF\" | \"sgl_uf\"",
        "attribute-not-lowercase | \"sgl_uf\" | \"sglUf\" | \"sgl_uf\"",
        "attribute-not-lowercase | \"ente\" | \"\\u0045NTE\" | \"ente\"",
        "text-whitespace | \"31901100\" | \" 31901100\\t\" | \"31901100\"",
        "number-as-string | 2024, | \"2024\", | 2024,",
        "number-as-string | \"cod_fonte\": 540 | \"cod_fonte\": \"0540\" | \"cod_fonte\": 540",
        "integer-as-decimal | 4314902 | 4314902.0 | 4314902",
        "integer-as-decimal | 4314902 | 4.314902E6 | 4314902",
        "decimal-trailing-zeros | 1500.50 | 1500.5000 | 1500.50",
        "decimal-trailing-zeros | 1500.50 | 1500.00000000000000 | 1500.00",
        "decimal-exponent | 1500.50 | 1.50055E3 | 1500.55",
        "decimal-exponent | 1500.50 | 9.99999999999999E12 | 9999999999999.99",
        "decimal-exponent | 1000.00 | 0E-999999999 | 0.00",
        "cod-municipio-six-digits | 4314902 | 431490 | 4314902",
        "cod-municipio-six-digits | 4314902 | \"431490\" | 4314902",
      })
  void inAnAnswerOfACourt(String rule, String piece, String broken, String repaired) {
    provesItself(DESPESA, rule, Lote.despesa(piece, broken), Lote.despesa(piece, repaired));
  }

  @Test
  void ofACpf() {
    var cpf = Lote.cpf(1_234_567);
    var good = student('"' + cpf + '"');

    assertThat(cpf).startsWith("00");
    provesItself(STUDENTS, "cpf-format", student('"' + Lote.punctuated(cpf) + '"'), good);
    provesItself(STUDENTS, "cpf-format", student('"' + cpf.substring(2) + '"'), good);
    provesItself(STUDENTS, "cpf-format", student(cpf.substring(2)), good);
    provesItself(STUDENTS, "cpf-format", student("\" " + cpf + "\""), good);
  }

  @Test
  void notOfACpfWhoseCheckDigitsDisagree() {
    var wrong = Lote.cpf(1_234_567).substring(2, 10) + "x";
    for (int digit = 0; digit < 10; digit++) {
      var number = wrong.replace("x", Integer.toString(digit));
      boolean right = number.equals(Lote.cpf(1_234_567).substring(2));
      var document = student('"' + number + '"');
      assertThat(STUDENTS.fixed(document).equals(document)).as(number).isEqualTo(!right);
    }
  }

  @Test
  void notOfAFewDigits() {
    // 191 is the CPF 000.000.001-91, and much more likely something else.
    var document = student("191");

    assertThat(STUDENTS.fixed(document)).isEqualTo(document);
  }

  @Test
  void ofANis() {
    var nis = Lote.nis(120_445_601);
    var written = nis.substring(0, 3) + "." + nis.substring(3, 8) + "." + nis.substring(8, 10);
    var good = student("null").replace("\"nome\"", "\"numeroNIS\": \"" + nis + "\", \"nome\"");

    provesItself(
        STUDENTS, "nis-format", good.replace(nis, written + "-" + nis.substring(10)), good);
  }

  @Test
  void aNisOfElevenDigitsOutOfAJsonNumber() {
    var nis = Lote.nis(120_445_601);

    provesItself(STUDENTS, "nis-format", nisStudent(nis), nisStudent('"' + nis + '"'));
  }

  @Test
  void notOfANisThatLostADigit() {
    // The check digit of one in ten agrees when zeros stand in front of it.
    var agreeing = 0;
    for (int lost = 1; lost < 10; lost++) {
      for (long beginning = 120_445_601; beginning < 120_445_621; beginning++) {
        var nis = new StringBuilder(Lote.nis(beginning)).deleteCharAt(lost).toString();
        agreeing += CheckDigits.nis(Long.parseLong(nis)) ? 1 : 0;
        var text = nisStudent('"' + nis + '"');
        assertThat(STUDENTS.fixed(text)).isEqualTo(text);
        assertThat(STUDENTS.fixed(nisStudent(nis))).isEqualTo(nisStudent(nis));
      }
    }
    assertThat(agreeing).isPositive();
  }

  @Test
  void aNumberThatMayBeEitherGetsZerosAsACpfOnly() {
    var finding = new Finding(Valida.rules().rule("cpf-format"), "", 0, "", "", 1, true);
    var cpf = Lote.cpf(1_234_567);
    var nis = Lote.nis(120_445_601);
    var shorter = Lote.nis(12_044_560).substring(1);

    assertThat(Persons.eleven('"' + cpf.substring(2) + '"', finding)).contains('"' + cpf + '"');
    assertThat(Persons.eleven(nis, finding)).contains('"' + nis + '"');
    assertThat(CheckDigits.cpf(Long.parseLong(shorter))).isFalse();
    assertThat(Persons.eleven('"' + shorter + '"', finding)).isEmpty();
  }

  private static String nisStudent(String nis) {
    return student("null").replace("\"nome\"", "\"numeroNIS\": " + nis + ", \"nome\"");
  }

  @Test
  void ofADay() {
    var cpf = '"' + Lote.cpf(123_456_789) + '"';

    provesItself(
        STUDENTS,
        "date-format",
        Lote.of(Lote.student(cpf, "\"03/04/2014\"")),
        Lote.of(Lote.student(cpf, "\"2014-04-03\"")));
    var nextYear = Lote.of(Lote.student(cpf, "\"29/02/2015\""));
    assertThat(STUDENTS.fixed(nextYear)).isEqualTo(nextYear);
  }

  @Test
  void notOfADayInAFileThatWritesTheMonthFirst() {
    var first = '"' + Lote.cpf(123_456_789) + '"';
    var second = '"' + Lote.cpf(123_456_788) + '"';
    var third = '"' + Lote.cpf(123_456_787) + '"';
    var document =
        Lote.of(
            Lote.student(first, "\"03/04/2014\""),
            Lote.student(second, "\"04/25/2014\""),
            Lote.student(third, "\"25/04/2014\""));

    assertThat(STUDENTS.fixed(document)).isEqualTo(document.replace("25/04/2014", "2014-04-25"));
  }

  @Test
  void ofAnAttributeUnderItsOtherName() {
    var file =
        org.valida.TestData.testdata()
            .resolve("sgp/invalid/profissionais-funcoes/attribute-alias-carga-horaria.json");
    var before = new String(org.valida.TestData.bytes(file), UTF_8);

    provesItself(
        Fixing.safe("sgp/profissionais-funcoes"),
        "attribute-alias",
        before,
        before.replace("\"cargaHoraria\"", "\"cargaHorariaSemanal\""));
  }

  @Test
  void ofAByteOrderMark() {
    var good = Lote.despesa("2024,", "2024,").replace("\n", "\r\n");

    provesItself(DESPESA, "json-bom", "\uFEFF" + good, good);
  }

  @Test
  void leavesEverythingElseAsItIsWritten() {
    var document =
        Lote.despesa("\"num_ano\": 2024", "\"num_ano\"  :\t\"2024\"")
            .replace("\n", "\r\n")
            .replace("\"RS\"", "\"\\u0052S\"");

    assertThat(DESPESA.fixed(document)).isEqualTo(document.replace("\"2024\"", "2024"));
  }

  // ---- repairs that would bring something else

  @Test
  void aNameIsNotMadeThatOfAnotherAttribute() {
    var document = Lote.despesa("\"sgl_uf\": \"RS\"", "\"sgl_uf\": \"RS\", \"SGL_UF\": \"RS\"");
    var other = Lote.despesa("\"sgl_uf\": \"RS\"", "\"SGL_UF\": \"RS\", \"sgl_uf\": \"RS\"");

    isRefused(DESPESA, document, "json-duplicate-name");
    isRefused(DESPESA, other, "json-duplicate-name");
  }

  @Test
  void aPersonIsNotMadeAnotherRecordOfTheLote() {
    var cpf = Lote.cpf(123_456_789);
    var broken = Lote.student('"' + Lote.punctuated(cpf) + '"', BIRTH);
    var good = Lote.student('"' + cpf + '"', BIRTH);

    isRefused(STUDENTS, Lote.of(good, broken), "lote-duplicate");
    isRefused(STUDENTS, Lote.of(broken, good), "lote-duplicate");
  }

  @Test
  void onlyTheRepairThatBringsSomethingIsLeftOut() {
    var cpf = Lote.cpf(123_456_789);
    var other = '"' + Lote.cpf(123_456_788) + '"';
    var document =
        Lote.of(
            Lote.student('"' + Lote.punctuated(cpf) + '"', BIRTH),
            Lote.student(other, "\"20/05/2014\""),
            // Nothing is wrong with the second day; the first record is to blame.
            Lote.student('"' + cpf + '"', "\"20/05/2014\""));

    assertThat(STUDENTS.fixed(document)).isEqualTo(document.replace("20/05/2014", "2014-05-20"));
  }

  @Test
  void aValueIsNotMadeImplausible() {
    isRefused(DESPESA, Lote.despesa("2024,", "\"1999\","), "num-ano-implausible");
  }

  @Test
  void aRuleThatIsOffRepairsNothing() {
    var valida =
        Valida.builder()
            .contract("mce/despesa")
            .level("number-as-string", org.valida.violation.Level.OFF)
            .build();
    var document = Lote.despesa("2024,", "\"2024\",");

    assertThat(new Fixing(valida, false).fixed(document)).isEqualTo(document);
  }

  // ---- unsafe ones

  @Test
  void latin1BecomesUtf8AndIsThenRepairedOn() {
    var good = student('"' + Lote.cpf(123_456_789) + '"');
    var broken = good.replace("\"2014-05-20\"", "\"20/05/2014\"");
    byte[] latin1 = broken.getBytes(Charset.forName("windows-1252"));

    assertThat(new Fixing(STUDENTS.valida(), false).fixed(latin1)).isEqualTo(latin1);
    assertThat(BOLD.rules(latin1)).contains("json-encoding");
    assertThat(new String(BOLD.fixed(latin1), UTF_8)).isEqualTo(good);
  }

  @Test
  void whatIsNeitherUtf8NorWindows1252StaysAsItIs() {
    var good = student('"' + Lote.cpf(123_456_789) + '"');
    byte[] open = good.getBytes(StandardCharsets.ISO_8859_1);
    byte[] wide = good.getBytes(StandardCharsets.UTF_16);
    open[new String(open, StandardCharsets.ISO_8859_1).indexOf("Jatob")] = (byte) 0x81;

    assertThat(BOLD.fixed(open)).isEqualTo(open);
    assertThat(BOLD.fixed(wide)).isEqualTo(wide);
  }

  @Test
  void joinedExportsBecomeOneEncoding() {
    byte[] utf8 = "[\"é\", \"".getBytes(UTF_8);
    byte[] latin1 = "é€\"]".getBytes(Charset.forName("windows-1252"));
    byte[] both = Arrays.copyOf(utf8, utf8.length + latin1.length);
    System.arraycopy(latin1, 0, both, utf8.length, latin1.length);

    var recoded = new RecodedSource(new MemorySource("", both));

    assertThat(Streams.whole(recoded)).isEqualTo("[\"é\", \"é€\"]".getBytes(UTF_8));
    assertThat(Streams.byteByByte(recoded)).isEqualTo("[\"é\", \"é€\"]".getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "text-mojibake | Ipê Jatobá | IpÃª JatobÃ¡ | Ipê Jatobá",
        "text-whitespace | Ipê Jatobá | Ipê\\n\\tJatobá | Ipê Jatobá",
        "date-format | 2014-05-20 | 3/4/2014 | 2014-04-03",
        "date-format | 2014-05-20 | 2014-05-20T00:00:00.000Z | 2014-05-20",
      })
  void onlyWhenAskedFor(String rule, String piece, String broken, String repaired) {
    var document = student('"' + Lote.cpf(123_456_789) + '"');
    var before = document.replace(piece, broken);

    assertThat(before).isNotEqualTo(document);
    assertThat(STUDENTS.fixed(before)).isEqualTo(before);
    provesItself(BOLD, rule, before, document.replace(piece, repaired));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1500.50 | \"1500.50\" | 1500.50",
        "1500.50 | \"1.500,5\" | 1500.5",
        "1500.50 | \"R$ 1.234.567,89\" | 1234567.89",
      })
  void amountsInQuotesOnlyWhenAskedFor(String piece, String broken, String repaired) {
    var before = Lote.despesa(piece, broken);

    assertThat(DESPESA.fixed(before)).isEqualTo(before);
    provesItself(
        Fixing.unsafe("mce/despesa"), "decimal-15-2", before, Lote.despesa(piece, repaired));
  }

  private static String student(String cpf) {
    return Lote.of(Lote.student(cpf, BIRTH));
  }

  private static void provesItself(Fixing fixing, String rule, String before, String after) {
    assertThat(fixing.rules(before.getBytes(UTF_8))).as("before").contains(rule);
    assertThat(fixing.fixed(before)).isEqualTo(after);
    assertThat(fixing.rules(after.getBytes(UTF_8))).as("after").doesNotContain(rule);
    assertThat(fixing.fixed(after)).as("repaired twice").isEqualTo(after);
  }

  private static void isRefused(Fixing fixing, String document, String because) {
    var input = fixing.run(document.getBytes(UTF_8)).inputs().get(0);

    assertThat(input.changed()).isFalse();
    assertThat(input.piece().refused().values()).containsOnly(because);
  }
}
