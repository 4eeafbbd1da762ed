package org.valida.check;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.valida.contract.ContractCatalog;
import org.valida.contract.ContractInfo;
import org.valida.contract.RuleCatalog;
import org.valida.json.JsonBoolean;
import org.valida.json.JsonStop;
import org.valida.json.JsonValue;
import org.valida.rule.ContractVocabulary;
import org.valida.schema.Program;
import org.valida.schema.SchemaCompiler;
import org.valida.schema.SchemaDocuments;
import org.valida.schema.SchemaException;
import org.valida.text.Draft;

/**
 * The contracts of a run, the user's own before the built-in ones, each compiled on first use.
 * Thread-safe.
 */
public final class Contracts {

  /** Where the schemas of contracts stand, as their {@code $id}s say. */
  private static final String BASE = "https://valida.org/schemas/";

  private final List<ContractCatalog> catalogs;
  private final Map<String, Program> programs = new ConcurrentHashMap<>();
  private final Recogniser recogniser;

  /**
   * @param own contracts of the user's, found before the built-in ones
   */
  public Contracts(Optional<ContractCatalog> own, ContractCatalog builtIn) {
    catalogs = own.map(catalog -> List.of(catalog, builtIn)).orElse(List.of(builtIn));
    recogniser = new Recogniser(catalogs);
  }

  /** The rules of all contracts. */
  public RuleCatalog rules() {
    return catalogs.get(0).rules();
  }

  public List<ContractCatalog> catalogs() {
    return catalogs;
  }

  /** Every contract, the user's own first. */
  public List<ContractInfo> all() {
    return catalogs.stream().flatMap(catalog -> catalog.all().stream()).toList();
  }

  /**
   * The contract as one self-contained schema of draft 7, for any other tool.
   *
   * @throws IllegalArgumentException if there is no such contract
   */
  public String export(String id) {
    for (var catalog : catalogs) {
      if (catalog.find(id).isPresent()) {
        return SchemaExport.export(catalog, id);
      }
    }
    throw new IllegalArgumentException("there is no contract " + id);
  }

  Recogniser recogniser() {
    return recogniser;
  }

  public Optional<ContractInfo> find(String id) {
    return catalogs.stream().flatMap(catalog -> catalog.find(id).stream()).findFirst();
  }

  /**
   * The compiled contract.
   *
   * @throws IllegalArgumentException if there is no such contract
   * @throws org.valida.schema.SchemaException if a contract of the user's is broken
   */
  public Program program(String id) {
    return programs.computeIfAbsent(id, this::compile);
  }

  private Program compile(String id) {
    for (var catalog : catalogs) {
      var info = catalog.find(id);
      if (info.isPresent()) {
        var path = info.get().schema();
        return compiler(path, documents(catalog, path), name -> catalog.table(path, name))
            .compile(id, schema(catalog, path), URI.create(BASE + path), Draft.DRAFT7);
      }
    }
    throw new IllegalArgumentException("there is no contract " + id);
  }

  private static JsonValue schema(ContractCatalog catalog, String path) {
    try {
      return catalog.document(path);
    } catch (JsonStop stop) {
      throw new SchemaException(
          path,
          stop.line(),
          stop.column(),
          "the schema is no well-formed JSON (" + stop.cause() + ")");
    } catch (IllegalArgumentException e) {
      throw new SchemaException(path, 0, 0, e.getMessage());
    }
  }

  private SchemaCompiler compiler(
      String file,
      SchemaDocuments documents,
      java.util.function.Function<String, org.valida.contract.CodeTable> tables) {
    return new SchemaCompiler(file, documents, rules(), new ContractVocabulary(), tables);
  }

  private static SchemaDocuments documents(ContractCatalog catalog, String schema) {
    var folder = schema.substring(0, schema.lastIndexOf('/') + 1);
    return uri -> {
      if (uri.startsWith(BASE)) {
        return catalog.documentIfThere(uri.substring(BASE.length()));
      }
      var meta = MetaSchemas.find(uri);
      return meta.isPresent()
          ? meta
          : catalog.documentIfThere(folder + uri.substring(uri.lastIndexOf('/') + 1));
    };
  }

  /**
   * A program that knows nothing of the document but that it must be JSON, and shows nothing of it.
   */
  Program anyJson() {
    return programs.computeIfAbsent(
        "",
        none ->
            compiler("", uri -> Optional.empty(), name -> null)
                .masked()
                .compile("", new JsonBoolean(true), URI.create(BASE), Draft.DRAFT7));
  }
}
