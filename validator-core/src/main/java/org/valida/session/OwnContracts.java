package org.valida.session;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.valida.Valida;
import org.valida.check.Inputs;
import org.valida.schema.SchemaException;

/** The folder of a user's own contracts. */
public final class OwnContracts {

  private OwnContracts() {}

  /**
   * The folder of that name.
   *
   * @param folder what the name is relative to
   * @throws RequestException if there is none
   */
  public static Path named(Path folder, String name) throws RequestException {
    try {
      var contracts = folder.resolve(name);
      if (Files.isDirectory(contracts)) {
        return contracts;
      }
    } catch (InvalidPathException e) {
      // No folder can have this name.
    }
    throw Refusal.of("contracts-folder-missing", Map.of("folder", Inputs.shown(name)));
  }

  /**
   * Lets an engine know them.
   *
   * @throws RequestException if they cannot be used
   */
  public static void use(Valida.Builder builder, Path folder) throws RequestException {
    try {
      builder.contractsFolder(folder);
    } catch (SchemaException e) {
      throw Refusal.brokenSchema(e);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw Refusal.brokenContracts(folder, e);
    }
  }
}
