package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.valida.Valida;
import org.valida.check.SchemaFile;
import org.valida.json.JsonValue;
import org.valida.schema.Value.Meaning;
import org.valida.text.Draft;

/** Which values of each attribute of the contracts go the short way; whatever else is judged. */
class QuietValueTest {

  private static final long OPEN = 999_999_999_999_999_999L;

  private static final String EXPECTED =
      """
      decimals of 13 digits, ..: vlr_indicador vlr_linha vlr_receita_realizada
      decimals of 13 digits, 0..: vlr_despesa_empenhada vlr_despesa_liquidada vlr_despesa_paga
      free texts ..: cpf detalhesValidacao erro errors message next nome numeroNIS previous scope
      free texts .. as CODE, known: cod_indicador
      free texts 1..: client_id detail matriculaRede noInstituicaoEnsinoFormacaoAcademica nome nomeInstituicaoEnsinoFormacaoAcademica nomeMaeEstudante nomeSocial password title type username
      free texts 1.. as NUMBER, ..: email
      free texts 1..10: orgaoEmissor
      free texts 1..100: bairro logradouro
      free texts 1..11: cnh telefone
      free texts 1..20: rg
      free texts 1..30 as NUMBER, ..: cod_conta des_elemento_despesa
      free texts 1..32: certidaoNascimento
      free texts 1..5 as NUMBER, ..: num_linha
      free texts 1..6: numero
      none: ativarMatricula dat_consulta grant_type status status_processamento success token_type
      numbers, ..: justificativaEdicao
      numbers, .., known: areaDoConhecimentoFormacaoAcademica cod_fonte cod_subfuncao codigoFuncao estudanteAnoPeriodo estudanteIntegral estudantePpl estudanteSituacaoFinal formaOrganizacaoTurma genero justificativaEdicaoFrequencia nivelEscolaridade racaCor tipoEnsinoMedio tipoFormacaoAcademica tipoVinculo
      numbers, 0..: count current_page hlOfertadaPeriodo hlPresentePeriodo per_page total total_pages turmaOrganizacaoQuantidadeTotal
      numbers, 1..: expires_in instituicao
      numbers, 1..12: mesReferencia
      numbers, 1..6: num_periodo
      numbers, 1..60: cargaHoraria cargaHorariaSemanal
      numbers, 1000000..9999999, known: cod_municipio
      numbers, 10000000..99999999, known: inep
      numbers, 1900..2100: anoConclusaoFormacaoAcademica anoInicioFormacaoAcademica anoMatricula anoReferencia
      numbers, 2005..9999, THIS_YEAR: num_ano
      numbers, free texts .., ..: anoReferencia codigoMatriculaSgp mesReferencia
      numbers, texts .. as NUMBER, .., known: estudanteSituacaoFinal serieAno
      numbers, texts .. as NUMBER, 1..: codigoMatriculaSgp
      numbers, texts 1.. as NUMBER, .., known: justificativaSuspensaoAulas municipio sexo uf
      numbers, texts 1.. as NUMBER, 1..: codigoMatriculaSgp
      texts .. as DAY, -25566..84005: dataConclusaoEnsinoMedio dataFimOuAprovacao
      texts .. as DAY, -25566..84005, TODAY: dataIngresso dataInicioMatricula dataNascimento
      texts .. as PERSON: cpfNis
      texts .. like ^[!-~]+$: access_token refresh_token
      texts .. like ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$: id
      texts .. like ^[A-Z]{2}$ as CODE, known: sgl_uf
      texts ..11 as PERSON: cpf
      texts 1.. as DAY, -25566..84005: dataConclusaoEnsinoMedio dataFim
      texts 1.. as DAY, -25566..84005, TODAY: dataIngresso dataInicioMatricula dataInicioPeriodoLetivo dataNascimento
      texts 1..11 as PERSON: cpf cpfResponsavel numeroNIS numeroNISResponsavel
      texts 1..8 like ^([0-9]{8})?$: cep
      """;

  private static String described(QuietValue quiet) {
    if (quiet == null) {
      return "none";
    }
    var told = new ArrayList<String>();
    if (quiet.numbers) {
      told.add(quiet.decimal ? "decimals of " + quiet.wholeDigits + " digits" : "numbers");
    }
    if (quiet.texts) {
      int longest = quiet.longest;
      told.add(
          (quiet.free ? "free texts " : "texts ")
              + range(quiet.shortest, 0, longest, QuietValue.LONGEST_TEXT)
              + (quiet.pattern == null ? "" : " like " + quiet.pattern.pattern())
              + (quiet.reader == null ? "" : " as " + quiet.textMeaning));
    }
    if (quiet.numbers || quiet.textMeaning == Meaning.NUMBER || quiet.textMeaning == Meaning.DAY) {
      told.add(range(quiet.least, -OPEN, quiet.greatest, OPEN));
    }
    if (quiet.codes != null) {
      told.add("known");
    }
    if (quiet.until != QuietValue.Until.OPEN) {
      told.add(quiet.until.name());
    }
    return String.join(", ", told);
  }

  private static String range(long least, long first, long greatest, long last) {
    return (least == first ? "" : least) + ".." + (greatest == last ? "" : greatest);
  }

  private static void attributes(Node node, Set<Node> seen, Map<String, Set<String>> into) {
    if (node == null || !seen.add(node)) {
      return;
    }
    if (node.array != null) {
      attributes(node.array.items, seen, into);
    }
    if (node.object != null) {
      for (int i = 0; i < node.object.size(); i++) {
        var child = node.object.child(i);
        if (child.object == null && child.array == null) {
          into.computeIfAbsent(described(QuietValue.of(child)), d -> new TreeSet<>())
              .add(node.object.name(i));
        } else {
          attributes(child, seen, into);
        }
      }
    }
  }

  private static QuietValue quiet(String contract, String attribute) {
    var node = Valida.withDefaults().contracts().program(contract).root();
    while (node.array != null || node.object.property(attribute) < 0) {
      var plan = node.object;
      node =
          node.array != null
              ? node.array.items
              : IntStream.range(0, plan.size())
                  .mapToObj(plan::child)
                  .filter(child -> child.array != null)
                  .findFirst()
                  .orElseThrow();
    }
    return QuietValue.of(node.object.child(node.object.property(attribute)));
  }

  /** What a text means there; nothing where it is left to the rules. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sgp/profissionais-funcoes | dataIngresso | 1970-01-01 | 0",
        "sgp/profissionais-funcoes | dataIngresso | 2024-02-29 | 19782",
        "sgp/profissionais-funcoes | dataIngresso | 2024-10-09 | 20005",
        "sgp/profissionais-funcoes | dataIngresso | 1999-12-30 | 10955",
        "sgp/profissionais-funcoes | dataIngresso | 2023-02-29 |",
        "sgp/profissionais-funcoes | dataIngresso | 2024-02-290 |",
        "sgp/profissionais-funcoes | dataIngresso | 2024-02-2 |",
        "sgp/profissionais-funcoes | dataIngresso | 2024-02-/9 |",
        "sgp/profissionais-funcoes | dataIngresso | 2024-02-0: |",
        "sgp/profissionais-funcoes | dataIngresso | 2024-02-1/ |",
        "sgp/profissionais-funcoes | dataIngresso | 2024/02/10 |",
        "sgp/profissionais-funcoes | cpf | 45639494425 | 45639494425",
        "sgp/profissionais-funcoes | cpf | 00000000191 | 191",
        "sgp/profissionais-funcoes | cpf | 17903826964 | 17903826964",
        "sgp/profissionais-funcoes | cpf | 45639494426 |",
        "sgp/profissionais-funcoes | cpf | 4563949442 |",
        "sgp/profissionais-funcoes | cpf | 456394944255 |",
        "sgp/profissionais-funcoes | cpf | 4563949a425 |",
        "sgp/profissionais-funcoes | cpf | 45639494/25 |",
        "sgp/profissionais-funcoes | cpf | 4563949442: |",
        "sgp/frequencia-mensal | codigoMatriculaSgp | 88136944 | 88136944",
        "sgp/frequencia-mensal | codigoMatriculaSgp | 00012 | 12",
        "sgp/frequencia-mensal | codigoMatriculaSgp | 123456789012345678 | 123456789012345678",
        "sgp/frequencia-mensal | codigoMatriculaSgp | 1234567890123456789 |",
        "sgp/frequencia-mensal | codigoMatriculaSgp | '' |",
        "sgp/frequencia-mensal | codigoMatriculaSgp | 12/ |",
        "sgp/frequencia-mensal | codigoMatriculaSgp | 12: |",
        "mce/despesa | des_elemento_despesa | 31901100 | 31901100",
        "mce/despesa | des_elemento_despesa | 3190110a |",
        "mce/despesa | des_elemento_despesa | '' |",
        "mce/despesa | sgl_uf | RR | 21074",
        "mce/despesa | sgl_uf | ' R' |",
        "mce/despesa | sgl_uf | 'R ' |",
      })
  void isReadFromItsBytes(String contract, String attribute, String text, Long number) {
    byte[] bytes = ("\"" + text + "\", 1234567890").getBytes(StandardCharsets.UTF_8);
    long read = quiet(contract, attribute).reader.read(bytes, 1, 1 + text.length());

    assertThat(read).isEqualTo(number == null ? QuietText.SPEAKS : number);
  }

  /** Characters beside the digits could stand for 10 or -1 where check digits are added up. */
  @Test
  void noOtherCharacterCountsAsADigit() {
    var reader = quiet("sgp/profissionais-funcoes", "cpf").reader;
    for (int at = 8; at < 11; at++) {
      for (char other : "/:;.".toCharArray()) {
        for (int number = 0; number < 1_000; number++) {
          var text =
              new StringBuilder("45639494").append(String.format(Locale.ROOT, "%03d", number));
          text.setCharAt(at, other);
          byte[] bytes = ("\"" + text + "\", 12345678").getBytes(StandardCharsets.UTF_8);
          assertThat(reader.read(bytes, 1, 12)).as(text + "").isEqualTo(QuietText.SPEAKS);
        }
      }
    }
  }

  @Test
  void knowsItsCodes() {
    var codes = quiet("sgp/profissionais-funcoes", "tipoVinculo").codes;

    assertThat(codes.row(1, null)).isNotNull();
    assertThat(codes.row(99, null)).isNull();
  }

  /** What no contract of Valida asks for, but others may. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type': 'integer' | numbers, ..",
        "'type': 'integer', 'minimum': 2, 'exclusiveMaximum': 7 | numbers, 2..6",
        "'type': 'integer', 'minimum': 2.5 | none",
        "'type': 'integer', 'multipleOf': 3 | none",
        "'type': 'integer', 'const': 3 | none",
        "'type': 'integer', 'enum': [3] | none",
        "'type': 'integer', 'not': {'const': 3} | none",
        "'type': 'integer', 'allOf': [{'minimum': 3}] | none",
        "'type': 'string', 'minLength': 2, 'maxLength': 9 | free texts 2..9",
        "'type': 'string', 'pattern': '^[a-z]$' | texts .. like ^[a-z]$",
        "'type': 'string', 'format': 'email' | none",
        "'type': 'string', 'x-rule': 'decimal-15-2', 'x-digits': 'warning' | none",
        "'type': ['integer', 'string'], 'x-rule': 'decimal-15-2', 'x-digits': 'both' | numbers, texts .. as NUMBER, ..",
        "'type': ['integer', 'string'], 'multipleOf': 3, 'x-digits': 'both' | none",
        "'type': 'number', 'x-rule': 'decimal-15-2', 'x-decimal': [15, 2] | decimals of 13 digits, ..",
        "'type': 'number', 'x-rule': 'decimal-15-2', 'x-decimal': [18, 2] | decimals of 16 digits, ..",
        "'type': 'number', 'x-rule': 'decimal-15-2', 'x-decimal': [19, 2] | none",
        "'type': 'number', 'x-rule': 'decimal-15-2', 'x-decimal': [15, 3] | none",
        "'type': 'number', 'x-rule': 'decimal-15-2', 'x-decimal': [15, 2], 'minimum': 1 | none",
        "'type': 'number', 'x-rule': 'decimal-15-2', 'x-decimal': [15, 2], 'x-expect': {'rule': 'value-negative', 'minimum': 1, 'maximum': 5} | decimals of 13 digits, 100..500",
        "'type': 'integer', 'x-rule': 'decimal-15-2', 'x-decimal': [15, 2] | none",
      })
  void areOnlyThoseThatCanBeTold(String keywords, String expected) {
    var schema = "{'properties': {'a': {" + keywords + "}}}";
    var program =
        SchemaFile.compile(
            JsonValue.parse(schema.replace('\'', '"')),
            URI.create("mem:/schema.json"),
            Draft.DRAFT7,
            uri -> Optional.empty(),
            Valida.rules());

    assertThat(described(QuietValue.of(program.root().object.child(0)))).isEqualTo(expected);
  }

  @Test
  void areKnownOnceAContractIsCompiled() {
    var despesa = Valida.withDefaults().contracts().program("mce/despesa").root().object;
    var ente = despesa.child(despesa.property("ente")).array.items.object;

    assertThat(despesa.hasQuiet()).isFalse();
    assertThat(ente.hasQuiet()).isTrue();
  }

  @Test
  void areThoseOfEachAttribute() {
    var contracts = Valida.withDefaults().contracts();
    var found = new TreeMap<String, Set<String>>();
    for (var info : contracts.all()) {
      attributes(contracts.program(info.id()).root(), new HashSet<>(), found);
    }
    var told = new StringBuilder();
    found.forEach(
        (described, names) ->
            told.append(described).append(": ").append(String.join(" ", names)).append('\n'));

    assertThat(told.toString()).isEqualTo(EXPECTED);
  }
}
