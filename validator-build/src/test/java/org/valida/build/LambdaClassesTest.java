package org.valida.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class LambdaClassesTest {

  /** Lambdas of all kinds; what they say must be the same afterwards. */
  public static class Sample implements Supplier<List<Object>> {
    private final long own = 7;

    private static int twice(int number) {
      return number * 2;
    }

    private long withOwn(int number) {
      return number + own;
    }

    private interface Three<T> {
      T of(T a, long b, char c);

      private String own() {
        return "own";
      }

      default Supplier<String> supplier() {
        return this::own;
      }
    }

    @Override
    public List<Object> get() {
      var said = new ArrayList<Object>();
      long captured = 5;
      double other = 1.5;
      var text = "text";
      Supplier<Object> captures = () -> text + captured + other + own;
      IntUnaryOperator privately = Sample::twice;
      IntToLongFunction bound = this::withOwn;
      Function<Integer, Long> boxed = this::withOwn;
      ToLongFunction<Integer> unboxes = number -> number;
      IntToLongFunction widens = number -> number;
      BiFunction<Sample, Integer, Long> unbound = Sample::withOwn;
      Function<String, StringBuilder> makes = StringBuilder::new;
      IntFunction<int[]> array = int[]::new;
      Consumer<String> drops = said::add;
      Three<String> three = (a, b, c) -> a + b + c;
      Function<String, Integer> length = String::length;
      Function<CharSequence, Object> ofInterface = CharSequence::length;
      said.add(captures.get());
      said.add(privately.applyAsInt(4));
      said.add(bound.applyAsLong(4));
      said.add(boxed.apply(5));
      said.add(unboxes.applyAsLong(6));
      said.add(widens.applyAsLong(7));
      said.add(unbound.apply(this, 8));
      said.add(makes.apply("made").append('!').toString());
      said.add(array.apply(3).length);
      drops.accept("dropped");
      said.add(three.of("a", 2, 'c'));
      said.add(three.supplier().get());
      said.add(length.apply("four"));
      said.add(ofInterface.apply("five!"));
      said.add(Stream.of(3, 1, 2).sorted((a, b) -> b - a).map(String::valueOf).toList());
      return said;
    }
  }

  @Test
  void classesWithoutLambdasDoTheSame() throws Exception {
    var made = LambdaClasses.of(sample());
    var loader = new Loader(made);
    var same = loader.loadClass(Sample.class.getName()).getConstructor().newInstance();

    assertThat(((Supplier<?>) same).get()).isEqualTo(new Sample().get());
    assertThat(made)
        .hasSizeGreaterThan(15)
        .allSatisfy((name, c) -> assertThat(lambdas(c)).isZero());
    assertThat(sample().values().stream().mapToInt(LambdaClassesTest::lambdas).sum())
        .isGreaterThan(12);
  }

  @Test
  void theSameClassesGiveTheSameBytes() throws Exception {
    var once = LambdaClasses.of(sample());
    var again = LambdaClasses.of(sample());

    assertThat(again.keySet()).isEqualTo(once.keySet());
    once.forEach((name, content) -> assertThat(again.get(name)).isEqualTo(content));
  }

  private static Map<String, byte[]> sample() throws IOException {
    var classes = new HashMap<String, byte[]>();
    for (var type : List.of(LambdaClassesTest.class, Sample.class, Sample.Three.class)) {
      var name = type.getName().replace('.', '/') + ".class";
      try (var in = type.getClassLoader().getResourceAsStream(name)) {
        classes.put(name, in.readAllBytes());
      }
    }
    return classes;
  }

  private static int lambdas(byte[] content) {
    var count = new int[1];
    new ClassReader(content)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitInvokeDynamicInsn(
                      String called, String made, Handle bootstrap, Object... arguments) {
                    count[0]++;
                  }
                };
              }
            },
            0);
    return count[0];
  }

  /** Has these classes and no others of ours. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(LambdaClassesTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      var content = classes.get(name.replace('.', '/') + ".class");
      if (content == null) {
        return super.loadClass(name, resolve);
      }
      var known = findLoadedClass(name);
      return known == null ? defineClass(name, content, 0, content.length) : known;
    }
  }
}
