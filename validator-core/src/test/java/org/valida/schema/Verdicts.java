package org.valida.schema;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.valida.Valida;
import org.valida.check.SchemaFile;
import org.valida.contract.RuleCatalog;
import org.valida.json.JsonValue;
import org.valida.json.Utf8Cursor;
import org.valida.text.Draft;
import org.valida.violation.Severity;

/** Whether this engine accepts an instance under a schema. */
final class Verdicts {

  private static final RuleCatalog RULES = Valida.rules();

  private Verdicts() {}

  static Program compile(String schema, Draft draft) {
    return SchemaFile.compile(
        JsonValue.parse(schema),
        URI.create("mem:/schema.json"),
        draft,
        uri -> Optional.empty(),
        RULES);
  }

  static boolean accepts(Program program, String instance) {
    boolean[] wrong = {false};
    var settings = Settings.defaults();
    new Checker(
            program,
            settings,
            new RunMemory(null),
            violation -> wrong[0] |= violation.severity() == Severity.ERROR)
        .check(
            Utf8Cursor.over(instance.getBytes(StandardCharsets.UTF_8), settings.limits()),
            "instance");
    return !wrong[0];
  }
}
