package org.valida.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.valida.check.Everit;
import org.valida.text.Draft;

/**
 * Verdicts of this engine and of everit-json-schema agree on generated schemas and instances. What
 * everit is known to judge otherwise than the drafts is not generated, but listed below: whole
 * numbers written as 1.0, alone from draft 6 on and inside of what {@code enum} and {@code const}
 * list; members that are null there, and for {@code const} also in the instance. Nor is what everit
 * cannot load: keywords beside {@code $ref}, identifiers that move the base, a {@code minLength} of
 * 2.0.
 */
class EveritAgreementTest {

  /** Fewer while mutants are tried, each of which all of them would be tried on. */
  private static final int SCHEMAS = Boolean.getBoolean("valida.mutating") ? 60 : 600;

  private static final int INSTANCES = 6;

  @ParameterizedTest
  @EnumSource(Draft.class)
  void verdictsAgreeOnGeneratedSchemasAndInstances(Draft draft) {
    var generator = new SchemaMaker(draft, new Random(4711 + draft.ordinal()));
    var disagreements = new ArrayList<String>();
    int valid = 0;
    for (int i = 0; i < SCHEMAS; i++) {
      var schema = generator.document();
      var program = Verdicts.compile(schema, draft);
      var everit = Everit.load(schema);
      for (int k = 0; k < INSTANCES; k++) {
        var instance = generator.value(3);
        if (SchemaMaker.isMisjudgedByEverit(schema, instance)) {
          continue;
        }
        boolean ours = Verdicts.accepts(program, instance);
        valid += ours ? 1 : 0;
        if (ours != everit.accepts(instance)) {
          disagreements.add(
              (ours ? "only Valida accepts " : "only everit accepts ")
                  + instance
                  + "\n  under "
                  + schema);
        }
      }
    }

    assertThat(disagreements).isEmpty();
    assertThat(valid)
        .as("valid pairs: the generator must make both kinds")
        .isBetween(SCHEMAS * INSTANCES / 5, SCHEMAS * INSTANCES * 4 / 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DRAFT6; {\"type\": \"integer\"}; 1.0; true",
        "DRAFT7; {\"type\": \"integer\"}; 1.0; true",
        "DRAFT7; {\"enum\": [[2]]}; [2.0]; true",
        "DRAFT7; {\"const\": {\"a\": 2}}; {\"a\": 2.0}; true",
        // Jazzer's finding.
        "DRAFT7; {\"const\": {\"a\": -3}}; {\"b\": null}; false",
        "DRAFT4; {\"enum\": [{\"b\": null}]}; {\"a\": 2}; false",
      })
  void whereEveritIsWrongTheEngineFollowsTheDraft(
      Draft draft, String schema, String instance, boolean valid) {
    var full = "{\"$schema\": \"" + draft.metaSchema() + "\", " + schema.substring(1);

    assertThat(Verdicts.accepts(Verdicts.compile(full, draft), instance)).isEqualTo(valid);
    assertThat(Everit.load(full).accepts(instance))
        .as("everit's verdict: if it is right now, the generator need not avoid this any more")
        .isNotEqualTo(valid);
  }

  @Test
  void theGeneratorMakesTheSameEveryTime() {
    var first = new SchemaMaker(Draft.DRAFT7, new Random(1));
    var second = new SchemaMaker(Draft.DRAFT7, new Random(1));

    assertThat(first.document() + first.value(3)).isEqualTo(second.document() + second.value(3));
  }
}
