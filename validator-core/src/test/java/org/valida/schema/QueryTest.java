package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

  @Test
  void keepsTheFiltersInTheirOrder() {
    var query = Query.parse("num_ano=2024&sgl_uf=RS&cod_municipio=4314902&num_periodo=2");

    assertThat(query.filters())
        .containsExactly(
            java.util.Map.entry("num_ano", "2024"),
            java.util.Map.entry("sgl_uf", "RS"),
            java.util.Map.entry("cod_municipio", "4314902"),
            java.util.Map.entry("num_periodo", "2"));
    assertThat(query.filter("sgl_uf")).contains("RS");
    assertThat(query.filter("cod_tc")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "num_ano=2024",
        "?num_ano=2024",
        "https://tce.example/consulta/despesa?num_ano=2024",
        "https://tce.example/consulta/despesa?num_ano=2024#top",
        "&num_ano=2024&&",
        "num_ano=%32024",
        " num_ano=2024 ",
        "num_ano=2024&sgl_uf=&cod_municipio",
        "cod_tc=1&num_ano=2024&dat_inicio=2024-01-01&dat_fim=x",
      })
  void readsAQueryHoweverItIsGiven(String text) {
    assertThat(Query.parse(text).filters()).containsOnly(java.util.Map.entry("num_ano", "2024"));
  }

  @Test
  void takesTheFilterForStatesOnly() {
    assertThat(Query.parse("cod_municipio=-1").filter("cod_municipio")).contains("-1");
  }

  @ParameterizedTest
  @CsvSource({
    "'num_anos=2024', unknown, num_anos, num_ano",
    "'NUM_ANO=2024', unknown, NUM_ANO, num_ano",
    "'zzzzzzzz=1', unknown, zzzzzzzz, ''",
    "'num_ano=24', malformed, num_ano, ''",
    "'num_ano=２０２４', malformed, num_ano, ''",
    "'sgl_uf=rs', malformed, sgl_uf, ''",
    "'sgl_uf=RSS', malformed, sgl_uf, ''",
    "'num_periodo=7', malformed, num_periodo, ''",
    "'num_periodo=0', malformed, num_periodo, ''",
    "'cod_municipio=x', malformed, cod_municipio, ''",
    "'cod_municipio=1234567890123456789', malformed, cod_municipio, ''",
    "'num_ano=2024&num_ano=2024', twice, num_ano, ''",
  })
  void saysWhatIsWrongWithAQuery(String text, String kind, String name, String suggestion) {
    var problem = catchThrowableOfType(Query.Problem.class, () -> Query.parse(text));

    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.name()).isEqualTo(name);
    assertThat(problem.suggestion()).isEqualTo(suggestion);
    assertThat(problem).hasMessageContaining(name);
  }

  @Test
  void saysItInASentence() {
    var near = catchThrowableOfType(Query.Problem.class, () -> Query.parse("num_anos=2024"));
    var far = catchThrowableOfType(Query.Problem.class, () -> Query.parse("zzzzzzzz=1"));

    assertThat(near).hasMessage("unknown query parameter num_anos; did you mean num_ano?");
    assertThat(near.value()).isEqualTo("2024");
    assertThat(far).hasMessage("unknown query parameter zzzzzzzz");
  }

  @Test
  void aParameterNeedsAName() {
    var problem = catchThrowableOfType(Query.Problem.class, () -> Query.parse("=2024"));

    assertThat(problem.kind()).isEqualTo("unknown");
    assertThat(problem.name()).isEmpty();
    assertThat(problem.value()).isEqualTo("2024");
  }

  @Test
  void refusesABrokenPercentEscape() {
    var problem = catchThrowableOfType(Query.Problem.class, () -> Query.parse("sgl_uf=%GG"));

    assertThat(problem.kind()).isEqualTo("malformed");
  }

  @Test
  void anEmptyQueryFiltersNothing() {
    assertThat(Query.parse("").filters()).isEmpty();
    assertThat(Query.parse("#top").filters()).isEmpty();
    assertThat(Query.parse("https://tce.example/consulta/despesa?").filters()).isEmpty();
  }
}
