package org.valida.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes a class of each lambda and method reference. Java 17 links them anew at every start, in a
 * third of a millisecond each and five for the first, also where it has an archive of classes; a
 * class comes out of the archive in a tenth of that. A new class is a nest mate of the one it
 * stands in, so that it may call what is private there.
 */
final class LambdaClasses {

  private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

  private final Map<String, byte[]> made = new TreeMap<>();

  /** By the class that holds a nest: the new members. */
  private final Map<String, List<String>> members = new LinkedHashMap<>();

  private LambdaClasses() {}

  /**
   * The classes as they are without lambdas, and the new ones.
   *
   * @param classes by their names in the jar
   */
  static Map<String, byte[]> of(Map<String, byte[]> classes) {
    var lambdas = new LambdaClasses();
    var all = new TreeMap<String, byte[]>();
    classes.forEach((name, content) -> all.put(name, lambdas.without(content)));
    lambdas.members.forEach(
        (host, added) -> all.computeIfPresent(host + ".class", (name, c) -> withMembers(c, added)));
    all.putAll(lambdas.made);
    return all;
  }

  private byte[] without(byte[] content) {
    var reader = new ClassReader(content);
    var writer = new ClassWriter(0);
    reader.accept(new Rewriter(writer), 0);
    return writer.toByteArray();
  }

  private static byte[] withMembers(byte[] content, List<String> added) {
    var reader = new ClassReader(content);
    var writer = new ClassWriter(0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public void visitEnd() {
            added.forEach(this::visitNestMember);
            super.visitEnd();
          }
        },
        0);
    return writer.toByteArray();
  }

  /** One class whose lambdas are replaced. */
  private final class Rewriter extends ClassVisitor {
    private String name;
    private String host;
    private int number;

    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String parent, String[] all) {
      this.name = name;
      this.host = name;
      super.visit(version, access, name, signature, parent, all);
    }

    @Override
    public void visitNestHost(String host) {
      this.host = host;
      super.visitNestHost(host);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      var next = super.visitMethod(access, method, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitInvokeDynamicInsn(
            String called, String type, Handle bootstrap, Object... arguments) {
          // The other factory makes what is serializable or has several interfaces.
          if (bootstrap.getOwner().equals(FACTORY) && bootstrap.getName().equals("metafactory")) {
            replace(mv, called, Type.getMethodType(type), arguments);
          } else {
            super.visitInvokeDynamicInsn(called, type, bootstrap, arguments);
          }
        }
      };
    }

    private void replace(MethodVisitor code, String called, Type made, Object... arguments) {
      var lambda =
          new LambdaClass(
              name + "$$" + number++,
              host,
              called,
              made,
              (Type) arguments[0],
              (Handle) arguments[1],
              (Type) arguments[2]);
      LambdaClasses.this.made.put(lambda.name() + ".class", lambda.content());
      members.computeIfAbsent(host, key -> new ArrayList<>()).add(lambda.name());
      lambda.use(code);
    }
  }
}
