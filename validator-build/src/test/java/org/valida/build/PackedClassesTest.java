package org.valida.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedClassesTest {

  /** Characters of one, two and three bytes, more of them than a constant can have. */
  private static final String LONG = "aé€\u0000\uD83D\uDE00\n".repeat(20_000);

  private static final Map<String, String> TEXTS =
      Map.of(
          "/org/valida/schemas/a.json", "{}",
          "/org/valida/schemas/long.csv", LONG,
          "/org/valida/schemas/empty.csv", "",
          // Two names with one hash.
          "/org/valida/schemas/Aa", "first",
          "/org/valida/schemas/BB", "second",
          "/org/valida/x_pt.properties", "key.one=um\nkey.other = dois\\n\u00E9\n");

  @Test
  void textsAreFoundByTheirNames() {
    TEXTS.forEach(
        (name, text) -> {
          if (!name.endsWith(".properties")) {
            assertThat(call("text", name)).as(name).isEqualTo(text);
          }
        });
    assertThat(call("text", "/org/valida/schemas/b.json")).isNull();
  }

  @Test
  void sentencesAreFoundByTheirKeys() {
    var bundle = "/org/valida/x_pt.properties";
    assertThat(call("sentence", bundle, "key.one")).isEqualTo("um");
    assertThat(call("sentence", bundle, "key.other")).isEqualTo("dois\n\u00E9");
    assertThat(call("sentence", bundle, "key")).isNull();
    assertThat(call("sentence", "/org/valida/y_pt.properties", "key.one")).isNull();
    assertThat(call("isBundle", bundle)).isEqualTo(true);
    assertThat(call("isBundle", "/org/valida/y_pt.properties")).isEqualTo(false);
  }

  private static Object call(String method, Object... arguments) {
    try {
      var packed = new Loader(PackedClasses.of(TEXTS)).loadClass("org.valida.resource.Packed");
      var lookup = MethodHandles.privateLookupIn(packed, MethodHandles.lookup());
      var result = method.equals("isBundle") ? boolean.class : String.class;
      var type = MethodType.genericMethodType(arguments.length);
      for (int i = 0; i < arguments.length; i++) {
        type = type.changeParameterType(i, String.class);
      }
      return lookup
          .findStatic(packed, method, type.changeReturnType(result))
          .invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(PackedClassesTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      var content = classes.get(name.replace('.', '/') + ".class");
      if (content == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, content, 0, content.length);
    }
  }
}
