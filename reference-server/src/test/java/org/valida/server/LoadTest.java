package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.valida.check.Source;
import org.valida.server.consulta.Method;
import org.valida.server.load.LoadResult;
import org.valida.server.load.LoadResult.Invalid;
import org.valida.server.load.LoadResult.Loaded;
import org.valida.server.load.LoadResult.Reason;
import org.valida.server.load.LoadResult.Refused;
import org.valida.server.load.LoadResult.Unchecked;

/** What is loaded is what is answered, to the cent and the letter. */
@ParameterizedClass
@EnumSource(Engine.class)
class LoadTest {

  private static final String DESPESA =
      "{'sgl_uf':'RS','cod_municipio':4314902,'num_ano':2024,'num_periodo':2,'despesa':[%s]}";
  private static final String ITEM =
      "{'cod_fonte':540,'des_elemento_despesa':'31901100','vlr_despesa_empenhada':%s,"
          + "'vlr_despesa_liquidada':%s,'vlr_despesa_paga':%s}";

  private final SampleServer server;

  LoadTest(Engine engine) {
    server = SampleServer.sharedToLoad(engine);
    server.clear();
  }

  private LoadResult load(Source payload) {
    return server.load(payload);
  }

  private String answer(String path) {
    var answer = server.client().get(path);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body().replaceFirst("\"dat_consulta\":\"[^\"]*\",", "").replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 0.01",
    "1, 1.00",
    "1.1, 1.10",
    "1.100, 1.10",
    "0, 0.00",
    "-0.00, 0.00",
    "1.0E7, 10000000.00",
    "0e-999999999999, 0.00",
    "0.29, 0.29",
    "9999999999999.99, 9999999999999.99",
    "-9999999999999.99, -9999999999999.99",
    "9007199254740.93, 9007199254740.93"
  })
  void anAmountComesBackAsItWasToTheCent(String written, String answered) {
    var item = ITEM.formatted(written, written, written);

    assertThat(load(Payload.of(DESPESA.formatted(item))))
        .isEqualTo(new Loaded("payload.json", Method.DESPESA, 1, 1));
    assertThat(answer("/consulta/despesa?num_ano=2024"))
        .isEqualTo(
            "{'ente':[" + DESPESA.formatted(ITEM.formatted(answered, answered, answered)) + "]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.1.90.11.00",
        "31901100000000000000000000000A",
        "ação é ü ñ — “x”",
        "\\\\ / \\\" \\u00e7 \\t",
        "𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞",
        "'; drop table ente; --",
        "  blanks  "
      })
  void aTextComesBackAsItWasToTheLetter(String text) {
    var json =
        Payload.of(DESPESA.formatted(ITEM.formatted("1", "1", "1")))
            .json()
            .replace("31901100", text);

    assertThat(load(new Payload("a.json", json))).isInstanceOf(Loaded.class);

    var despesa =
        server
            .client()
            .get("/consulta/despesa?num_ano=2024")
            .json()
            .member("ente")
            .orElseThrow()
            .elements()
            .get(0)
            .member("despesa")
            .orElseThrow();
    var sent =
        org.valida.json.JsonValue.parse(json)
            .member("ente")
            .orElseThrow()
            .elements()
            .get(0)
            .member("despesa")
            .orElseThrow();
    assertThat(despesa.elements().get(0).member("des_elemento_despesa").orElseThrow().string())
        .isEqualTo(sent.elements().get(0).member("des_elemento_despesa").orElseThrow().string());
  }

  @Test
  void aCodeThatIsTextKeepsItsZeros() {
    load(
        Payload.of(
            "{'sgl_uf':'RS','cod_municipio':'','num_ano':2024,'num_periodo':1,'indicador':["
                + "{'cod_indicador':'2.1','vlr_indicador':1},{'cod_indicador':'2.10','vlr_indicador':2}]}"));

    assertThat(answer("/consulta/indicador?num_ano=2024"))
        .isEqualTo(
            "{'ente':[{'sgl_uf':'RS','cod_municipio':'','num_ano':2024,'num_periodo':1,'indicador':["
                + "{'cod_indicador':'2.1','vlr_indicador':1.00},{'cod_indicador':'2.10','vlr_indicador':2.00}]}]}");
  }

  @Test
  void whatValidaOnlyWarnsAboutIsReadAsItWasMeant() {
    assertThat(
            load(
                Payload.inFull(
                    "{'ente':[{'despesa':["
                        + ITEM.formatted("1", "1", "1").replace("540", "'540'")
                        + "],'num_periodo':'2','num_ano':2024.0,'cod_municipio':'431490','sgl_uf':'RS'}],"
                        + "'dat_consulta':'2024-12-31 12:00:00.123-03:00'}")))
        .isInstanceOf(Loaded.class);

    assertThat(answer("/consulta/despesa?num_ano=2024"))
        .isEqualTo("{'ente':[" + DESPESA.formatted(ITEM.formatted("1.00", "1.00", "1.00")) + "]}");
  }

  @ParameterizedTest
  @CsvSource({"''", "5300108", "530010", "null", "'5300108'"})
  void theDistritoFederalIsAStateHoweverItIsWritten(String code) {
    var municipio = code.isEmpty() ? "''" : code;
    load(
        Payload.of(
            "{'sgl_uf':'DF','cod_municipio':"
                + municipio
                + ",'num_ano':2024,'num_periodo':1,'divergencia':['x']}"));

    assertThat(answer("/consulta/divergencia?num_ano=2024&cod_municipio=5300108"))
        .isEqualTo(
            "{'ente':[{'sgl_uf':'DF','cod_municipio':'','num_ano':2024,'num_periodo':1,'divergencia':['x']}]}");
  }

  @Test
  void anEnteThatComesAgainReplacesItselfAndNoOther() {
    var item = ITEM.formatted("1.00", "1.00", "1.00");
    var other = DESPESA.formatted(item).replace("4314902", "4314407");
    load(Payload.of(DESPESA.formatted(item + "," + item.replace("540", "541")) + "," + other));
    load(Payload.of(DESPESA.formatted(item.replace("1.00", "2.00"))));

    assertThat(answer("/consulta/despesa?num_ano=2024"))
        .isEqualTo(
            "{'ente':[" + other + "," + DESPESA.formatted(item.replace("1.00", "2.00")) + "]}");
  }

  @Test
  void anEmptyListStaysAnEmptyList() {
    load(Payload.of(DESPESA.formatted("")));

    assertThat(answer("/consulta/despesa?num_ano=2024"))
        .isEqualTo("{'ente':[" + DESPESA.formatted("") + "]}");
  }

  @Test
  void loadingARectificationAgainAddsNone() {
    var row = "{'sgl_uf':'RS','cod_municipio':'','num_ano':2024,'num_periodo':1}";
    var payload = Payload.of(row + "," + row);

    assertThat(load(payload)).isEqualTo(new Loaded("payload.json", Method.RETIFICADORA, 2, 0));
    load(payload);

    assertThat(answer("/consulta/retificadora?dat_inicio=2024-12-31T12:00:00Z"))
        .isEqualTo("{'ente':[" + row + "," + row + "]}");
  }

  @Test
  void aPayloadWithAnErrorIsRefusedAsAWhole() {
    var good = DESPESA.formatted(ITEM.formatted("1", "1", "1"));
    var bad = good.replace("4314902", "4314407").replace("540", "999");

    var result = load(Payload.of(good + "," + bad));

    assertThat(result).isInstanceOf(Invalid.class);
    assertThat(((Invalid) result).result().byRule()).containsOnlyKeys("cod-fonte-unknown");
    assertThat(answer("/consulta/despesa?num_ano=2024")).isEqualTo("{'ente':[]}");
  }

  @Test
  void whatIsNoAnswerOfConsultaIsRefused() {
    assertThat(
            load(
                Payload.inFull(
                    "{'access_token':'a','expires_in':1,'token_type':'Bearer','scope':'','refresh_token':'b'}")))
        .isEqualTo(new Refused("payload.json", Reason.NO_CONSULTA));
    assertThat(load(Payload.inFull("{'a':1}"))).isInstanceOf(Unchecked.class);
    assertThat(load(Payload.inFull("{'a':"))).isInstanceOf(Invalid.class);
  }

  @Test
  void payloadsInLinesAreRefused() {
    var one = Payload.of(DESPESA.formatted(ITEM.formatted("1", "1", "1"))).json();

    assertThat(load(new Payload("two.jsonl", one + "\n" + one + "\n")))
        .isEqualTo(new Refused("two.jsonl", Reason.LINES));
    assertThat(answer("/consulta/despesa?num_ano=2024")).isEqualTo("{'ente':[]}");
  }

  @ParameterizedTest
  @CsvSource({"\\u0000", "\\ud800", "\\udc00x"})
  void aTextThatADatabaseDoesNotKeepIsRefused(String text) {
    var payload =
        Payload.of(
            "{'sgl_uf':'RS','cod_municipio':'','num_ano':2024,'num_periodo':1,'divergencia':['a"
                + text
                + "']}");

    assertThat(load(payload)).isEqualTo(new Refused("payload.json", Reason.UNSTORABLE_TEXT));
    assertThat(answer("/consulta/divergencia?num_ano=2024")).isEqualTo("{'ente':[]}");
  }

  /** Reads otherwise at each time. */
  private record Changing(AtomicInteger times, Source first, Source later) implements Source {
    @Override
    public String path() {
      return first.path();
    }

    @Override
    public InputStream open() throws IOException {
      return (times.getAndIncrement() == 0 ? first : later).open();
    }

    @Override
    public boolean rereadable() {
      return true;
    }

    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }
  }

  @Test
  void aFileThatChangesWhileItIsReadIsRefused() {
    var first = Payload.of(DESPESA.formatted(ITEM.formatted("1", "1", "1")));
    for (var later :
        new Payload[] {
          Payload.of(DESPESA.formatted(ITEM.formatted("2", "2", "2"))),
          Payload.of(DESPESA.formatted(ITEM.formatted("2.005", "2", "2"))),
          Payload.of(DESPESA.formatted("{}")),
          Payload.inFull(first.json() + "x"),
          Payload.inFull(""),
        }) {
      assertThat(load(new Changing(new AtomicInteger(), first, later)))
          .as(later.json())
          .isEqualTo(new Refused("payload.json", Reason.CHANGED));
    }
    assertThat(answer("/consulta/despesa?num_ano=2024")).isEqualTo("{'ente':[]}");
  }
}
