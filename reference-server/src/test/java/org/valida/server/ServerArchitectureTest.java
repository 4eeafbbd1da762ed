package org.valida.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Packages point one way, and each library has its place. */
class ServerArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.valida.server");

  /** Each package of this module, and the others of it that it may use. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "consulta", Set.of(),
          "oauth", Set.of("consulta"),
          "store", Set.of("consulta", "lote"),
          "lote", Set.of(),
          "load", Set.of("consulta", "store"),
          "roundtrip", Set.of("consulta", "store", "load", "web", ""),
          "sample", Set.of("consulta"),
          "web", Set.of("consulta", "lote", "oauth", "store"),
          "", Set.of("lote", "oauth", "store", "web"));

  /** Libraries, each with the only packages that may use it. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "com.fasterxml.jackson.", Set.of("consulta", "web"),
          "io.javalin.", Set.of("web"),
          "kotlin.", Set.of("web"),
          "org.eclipse.jetty.", Set.of("web"),
          "jakarta.servlet.", Set.of("web"),
          "org.jdbi.", Set.of("store"),
          "com.zaxxer.", Set.of("store"),
          "org.flywaydb.", Set.of("store"),
          "java.sql.", Set.of("store"));

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(CLASSES.stream().map(ServerArchitectureTest::part).distinct())
        .containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
  }

  @Test
  void aPackageUsesOnlyThoseBelowItAndALibraryHasItsPlace() {
    var wrong = new ArrayList<String>();
    for (var type : CLASSES) {
      for (var use : type.getDirectDependenciesFromSelf()) {
        if (!allowed(part(type), use.getTargetClass())) {
          wrong.add(use.getDescription());
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static boolean allowed(String part, JavaClass target) {
    var name = target.getPackageName() + ".";
    if (name.startsWith("org.valida.server.")) {
      return part(target).equals(part) || MAY_USE.get(part).contains(part(target));
    }
    var library = LIBRARIES.keySet().stream().filter(name::startsWith).findFirst();
    return library
        .map(prefix -> LIBRARIES.get(prefix).contains(part))
        .orElse(name.equals(".") || name.startsWith("java.") || name.startsWith("org.valida."));
  }

  private static String part(JavaClass type) {
    var name = type.getPackageName();
    return name.equals("org.valida.server") ? "" : name.substring("org.valida.server.".length());
  }
}
