package org.valida.document;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.valida.contract.ContractCatalog;
import org.valida.contract.ContractFiles;
import org.valida.json.Limits;
import org.valida.json.Utf8Cursor;
import org.valida.rule.PlainVocabulary;
import org.valida.schema.Checker;
import org.valida.schema.Program;
import org.valida.schema.RunMemory;
import org.valida.schema.SchemaCompiler;
import org.valida.schema.Settings;
import org.valida.text.Draft;
import org.valida.violation.Failure;
import org.valida.violation.Severity;
import org.valida.violation.Violation;

/** The published JSON Schema of a kind of document. Immutable. */
public final class DocumentSchema {

  private final Program program;

  private DocumentSchema(Program program) {
    this.program = program;
  }

  /**
   * A schema that comes with Valida.
   *
   * @param name of its file in {@code schemas/}
   */
  public static DocumentSchema of(String name) {
    var catalog = ContractCatalog.builtIn();
    var compiler =
        new SchemaCompiler(
            name,
            uri -> Optional.empty(),
            catalog.rules(),
            new PlainVocabulary(),
            table -> {
              throw new IllegalArgumentException("no document has a table");
            });
    var at = URI.create("https://valida.org/schemas/" + name);
    return new DocumentSchema(compiler.compile(name, catalog.document(name), at, Draft.DRAFT7));
  }

  /**
   * The text of a schema that comes with Valida.
   *
   * @param name of its file in {@code schemas/}
   */
  public static String text(String name) {
    return ContractFiles.builtIn().text(name).orElseThrow();
  }

  /**
   * @throws DocumentException if the document is no JSON, or breaks the schema
   */
  void judge(Written document) throws DocumentException {
    var failures = new ArrayList<Failure>();
    // What stands in a document for Valida is the user's own and public: nothing is masked.
    new Checker(
            program,
            Settings.defaults(),
            new RunMemory(null),
            violation -> {
              if (violation.severity() == Severity.ERROR) {
                failures.add(failure(document, violation));
              }
            })
        .check(Utf8Cursor.over(document.json(), Limits.defaults()), document.shown());
    if (!failures.isEmpty()) {
      throw new DocumentException(List.copyOf(failures));
    }
  }

  private static Failure failure(Written document, Violation violation) {
    var place = document.place(violation.offset(), violation.line(), violation.column());
    return Wrong.of(violation, place);
  }
}
