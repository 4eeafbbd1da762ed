package org.valida.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.json              | a.json",
        "*.json              | .json",
        "?.json              | 😀.json",
        "a*/b?.json          | aX/b1.json",
        "**/*.json           | a.json",
        "**/*.json           | x/y/a.json",
        "mce/**              | mce/x/y",
        "mce/                | mce/x/y",
        "mce/**/a.json       | mce/a.json",
        "{despesa,receita}/* | receita/a",
        "*.{json,jsonl}      | a.jsonl",
        "a{b,c{d,e}}.x       | ace.x",
        "a+(1).json          | a+(1).json",
        "a{.json             | a{.json",
        "a}.json             | a}.json",
      })
  void matches(String glob, String path) {
    assertThat(Glob.of(glob).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.json        | x/a.json",
        "*.json        | ajson",
        "?.json        | ab.json",
        "mce/**        | mce",
        "**/a.json     | xa.json",
        "{a,b}         | {a,b}",
        "a.json        | aXjson",
      })
  void doesNotMatch(String glob, String path) {
    assertThat(Glob.of(glob).matches(path)).isFalse();
  }
}
