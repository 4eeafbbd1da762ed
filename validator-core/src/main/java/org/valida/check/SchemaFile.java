package org.valida.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.valida.contract.RuleCatalog;
import org.valida.json.JsonStop;
import org.valida.json.JsonValue;
import org.valida.json.Limits;
import org.valida.rule.ContractVocabulary;
import org.valida.rule.PlainVocabulary;
import org.valida.schema.Program;
import org.valida.schema.SchemaCompiler;
import org.valida.schema.SchemaDocuments;
import org.valida.schema.SchemaException;
import org.valida.schema.Vocabulary;
import org.valida.text.Draft;

/**
 * A JSON Schema of the user's own. References lead to files beside it and to the meta-schemas,
 * never to the network.
 */
public final class SchemaFile {

  private SchemaFile() {}

  /**
   * Compiles a schema file.
   *
   * @param name how messages name it
   * @throws SchemaException if it is no JSON, or no right schema; with its line
   * @throws UncheckedIOException if it cannot be read
   */
  public static Program compile(Path file, String name, RuleCatalog rules) {
    var at = file.toAbsolutePath().normalize().toUri();
    return compiler(name, documents(), rules, new PlainVocabulary())
        .compile(name, read(file, name), at, Draft.DRAFT7);
  }

  /**
   * Compiles a schema that is at hand, as found at that URI, written in that draft unless it says
   * otherwise.
   */
  public static Program compile(
      JsonValue schema, URI at, Draft draft, SchemaDocuments documents, RuleCatalog rules) {
    SchemaDocuments all = uri -> MetaSchemas.find(uri).or(() -> documents.find(uri));
    return compiler(at.toString(), all, rules, new ContractVocabulary())
        .compile(at.toString(), schema, at, draft);
  }

  private static SchemaCompiler compiler(
      String name, SchemaDocuments documents, RuleCatalog rules, Vocabulary vocabulary) {
    return new SchemaCompiler(
        name,
        documents,
        rules,
        vocabulary,
        table -> {
          throw new IllegalArgumentException(
              "x-table needs a folder of contracts: use --contracts");
        });
  }

  private static SchemaDocuments documents() {
    return uri -> {
      if (!uri.startsWith("file:")) {
        return MetaSchemas.find(uri);
      }
      var file = Path.of(URI.create(uri));
      return Files.isRegularFile(file)
          ? Optional.of(read(file, file.toString()))
          : Optional.empty();
    };
  }

  private static JsonValue read(Path file, String name) {
    try {
      return JsonValue.read(Files.readAllBytes(file), Limits.defaults());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonStop stop) {
      throw new SchemaException(
          name,
          stop.line(),
          stop.column(),
          "the schema is no well-formed JSON (" + stop.cause() + ")");
    }
  }
}
