package org.valida.build;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Makes the class {@code org.valida.resource.Packed} of the resources in the jar: their texts, and
 * for each bundle of sentences a class beside it that finds one by its key.
 */
final class PackedClasses {

  /** The class, which the jar has without resources. */
  static final String NAME = "org/valida/resource/Packed";

  /** Bytes that a constant may have in a class file. */
  private static final int LONGEST = 65_535;

  private static final String STRING = "Ljava/lang/String;";
  private static final String FIND = "(" + STRING + ")" + STRING;

  private PackedClasses() {}

  static boolean takes(String name) {
    return name.startsWith("org/valida/schemas/") || name.endsWith(".properties");
  }

  /**
   * The classes by their names in the jar.
   *
   * @param texts by the absolute names of the resources
   */
  static Map<String, byte[]> of(Map<String, String> texts) throws IOException {
    var files = new TreeMap<String, String>();
    var bundles = new TreeMap<String, String>();
    var classes = new TreeMap<String, byte[]>();
    for (var text : texts.entrySet()) {
      if (text.getKey().endsWith(".properties")) {
        var bundle = NAME + "$" + bundles.size();
        bundles.put(text.getKey(), bundle);
        classes.put(bundle + ".class", bundle(bundle, sentences(text.getValue())));
      } else {
        files.put(text.getKey(), text.getValue());
      }
    }
    classes.put(NAME + ".class", packed(files, bundles));
    return classes;
  }

  private static Map<String, String> sentences(String text) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(text));
    var sentences = new TreeMap<String, String>();
    properties.stringPropertyNames().forEach(k -> sentences.put(k, properties.getProperty(k)));
    return sentences;
  }

  private static byte[] packed(Map<String, String> files, Map<String, String> bundles) {
    var writer = begin(NAME);
    find(writer, "text", files.keySet(), (code, name) -> constant(code, files.get(name)));
    var is = method(writer, "isBundle", "(" + STRING + ")Z");
    choose(
        is,
        bundles.keySet(),
        name -> {
          is.visitInsn(Opcodes.ICONST_1);
          is.visitInsn(Opcodes.IRETURN);
        });
    is.visitInsn(Opcodes.ICONST_0);
    end(is, Opcodes.IRETURN);
    var sentence = method(writer, "sentence", "(" + STRING + STRING + ")" + STRING);
    choose(
        sentence,
        bundles.keySet(),
        name -> {
          sentence.visitVarInsn(Opcodes.ALOAD, 1);
          sentence.visitMethodInsn(Opcodes.INVOKESTATIC, bundles.get(name), "find", FIND, false);
          sentence.visitInsn(Opcodes.ARETURN);
        });
    sentence.visitInsn(Opcodes.ACONST_NULL);
    end(sentence, Opcodes.ARETURN);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static byte[] bundle(String name, Map<String, String> sentences) {
    var writer = begin(name);
    find(writer, "find", sentences.keySet(), (code, key) -> constant(code, sentences.get(key)));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static ClassWriter begin(String name) {
    // Of all that these methods may jump to, only their argument is known.
    var writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        "java/lang/Object",
        null);
    return writer;
  }

  private static MethodVisitor method(ClassWriter writer, String name, String type) {
    var code = writer.visitMethod(Opcodes.ACC_STATIC, name, type, null, null);
    code.visitCode();
    return code;
  }

  private static void end(MethodVisitor code, int instruction) {
    code.visitInsn(instruction);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** Puts what belongs to a key on the stack. */
  private interface Found {
    void put(MethodVisitor code, String key);
  }

  /** A method that returns a text by its key, and null for one that is not there. */
  private static void find(ClassWriter writer, String name, Iterable<String> keys, Found found) {
    var code = method(writer, name, FIND);
    choose(
        code,
        keys,
        key -> {
          found.put(code, key);
          code.visitInsn(Opcodes.ARETURN);
        });
    code.visitInsn(Opcodes.ACONST_NULL);
    end(code, Opcodes.ARETURN);
  }

  /** What is done for one key. */
  private interface Case {
    void code(String key);
  }

  /** As a switch over texts does: by their hashes, then by themselves; goes on if it is none. */
  private static void choose(MethodVisitor code, Iterable<String> keys, Case chosen) {
    var byHash = new TreeMap<Integer, List<String>>();
    keys.forEach(key -> byHash.computeIfAbsent(key.hashCode(), h -> new ArrayList<>()).add(key));
    var none = new Label();
    var labels = new HashMap<Integer, Label>();
    byHash.keySet().forEach(hash -> labels.put(hash, new Label()));
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/lang/String", "hashCode", "()I", false);
    code.visitLookupSwitchInsn(
        none,
        byHash.keySet().stream().mapToInt(Integer::intValue).toArray(),
        byHash.keySet().stream().map(labels::get).toArray(Label[]::new));
    byHash.forEach(
        (hash, same) -> {
          code.visitLabel(labels.get(hash));
          for (var key : same) {
            var next = new Label();
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitLdcInsn(key);
            code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "java/lang/String",
                "equals",
                "(Ljava/lang/Object;)Z",
                false);
            code.visitJumpInsn(Opcodes.IFEQ, next);
            chosen.code(key);
            code.visitLabel(next);
          }
          code.visitJumpInsn(Opcodes.GOTO, none);
        });
    code.visitLabel(none);
  }

  /** A text of any length. */
  private static void constant(MethodVisitor code, String text) {
    var pieces = pieces(text);
    code.visitLdcInsn(pieces.get(0));
    for (var piece : pieces.subList(1, pieces.size())) {
      code.visitLdcInsn(piece);
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, "java/lang/String", "concat", "(" + STRING + ")" + STRING, false);
    }
  }

  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    int from = 0;
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int more = c >= 1 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
      if (bytes + more > LONGEST) {
        pieces.add(text.substring(from, i));
        from = i;
        bytes = 0;
      }
      bytes += more;
    }
    pieces.add(text.substring(from));
    return pieces;
  }
}
