package org.valida.bench.peer;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** A payload with networknt's json-schema-validator over the tree of Jackson 3. */
public final class Networknt {

  private Networknt() {}

  /** {@code Networknt SCHEMA FILE}. */
  public static void main(String[] args) throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(Path.of(args[0])));
    var document = JsonMapper.builder().build().readTree(Path.of(args[1]));
    Verdict.tell(schema.validate(document).size());
  }
}
