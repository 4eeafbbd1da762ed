package org.valida.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DraftTest {

  @Test
  void aDraftIsKnownByItsMetaSchemaWithOrWithoutTheFragment() {
    for (var draft : Draft.values()) {
      assertThat(Draft.ofMetaSchema(draft.metaSchema())).contains(draft);
      assertThat(Draft.ofMetaSchema(draft.metaSchema().replace("#", ""))).contains(draft);
    }
  }

  @Test
  void otherUrisNameNoDraft() {
    assertThat(Draft.ofMetaSchema("https://json-schema.org/draft/2020-12/schema")).isEmpty();
    assertThat(Draft.ofMetaSchema("http://json-schema.org/draft-07/schema#x")).isEmpty();
    assertThat(Draft.ofMetaSchema("")).isEmpty();
  }
}
