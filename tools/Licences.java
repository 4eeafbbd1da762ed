import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.valida.json.JsonValue;
import org.valida.json.Limits;

/**
 * Lists every library that Valida ships or uses at run time, with its licence, from the bills of
 * materials that the build writes. Exit status 1 where a library names none.
 *
 * <pre>
 * mvn package -DskipTests
 * java -cp validator-core/target/classes tools/Licences.java
 * </pre>
 */
class Licences {

  public static void main(String[] args) throws IOException {
    var libraries = new TreeMap<String, String>();
    for (var bill : bills()) {
      var bom = JsonValue.read(Files.readAllBytes(bill), Limits.defaults());
      for (var component : bom.member("components").map(JsonValue::elements).orElse(List.of())) {
        var name = text(component, "group") + ":" + text(component, "name");
        if (!name.startsWith("org.valida:")) {
          libraries.put(name + " " + text(component, "version"), licences(component));
        }
      }
    }
    if (libraries.isEmpty()) {
      System.err.println("No target/bom.json: run mvn package -DskipTests first.");
      System.exit(2);
    }
    int width = libraries.keySet().stream().mapToInt(String::length).max().orElse(0);
    libraries.forEach((name, licence) -> System.out.printf("%-" + width + "s  %s%n", name, licence));
    System.exit(libraries.containsValue("") ? 1 : 0);
  }

  private static List<Path> bills() throws IOException {
    try (Stream<Path> modules = Files.list(Path.of(""))) {
      return modules
          .map(module -> module.resolve("target/bom.json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static String licences(JsonValue component) {
    return component.member("licenses").map(JsonValue::elements).orElse(List.of()).stream()
        .map(
            choice ->
                choice
                    .member("expression")
                    .map(JsonValue::string)
                    .or(
                        () ->
                            choice
                                .member("license")
                                .map(
                                    licence ->
                                        licence.member("id").isPresent()
                                            ? text(licence, "id")
                                            : text(licence, "name")))
                    .orElse(""))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String text(JsonValue holder, String name) {
    return holder.member(name).map(JsonValue::string).orElse("");
  }
}
