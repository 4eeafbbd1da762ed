package org.valida.build;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class that stands for one lambda. As with Java's own, a lambda that captures nothing is one
 * object.
 *
 * @param name of the new class
 * @param host of its nest
 * @param method that the interface wants
 * @param made from what is captured to the interface
 * @param erased the type of that method
 * @param body what it calls
 * @param actual the type of the method without type parameters
 */
record LambdaClass(
    String name, String host, String method, Type made, Type erased, Handle body, Type actual) {

  private static final String INSTANCE = "INSTANCE";
  private static final String MAKE = "make";
  private static final String OBJECT = "java/lang/Object";

  /** What the place of the lambda does instead: what is captured lies on the stack. */
  void use(MethodVisitor code) {
    var type = made.getReturnType().getDescriptor();
    if (made.getArgumentCount() == 0) {
      code.visitFieldInsn(Opcodes.GETSTATIC, name, INSTANCE, type);
    } else {
      code.visitMethodInsn(Opcodes.INVOKESTATIC, name, MAKE, made.getDescriptor(), false);
    }
  }

  byte[] content() {
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        OBJECT,
        new String[] {made.getReturnType().getInternalName()});
    writer.visitNestHost(host);
    for (int i = 0; i < made.getArgumentCount(); i++) {
      writer
          .visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
              field(i),
              made.getArgumentTypes()[i].getDescriptor(),
              null,
              null)
          .visitEnd();
    }
    constructor(writer);
    if (made.getArgumentCount() == 0) {
      writer
          .visitField(
              Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
              INSTANCE,
              made.getReturnType().getDescriptor(),
              null,
              null)
          .visitEnd();
      var code = begin(writer, Opcodes.ACC_STATIC, "<clinit>", "()V");
      make(code);
      code.visitFieldInsn(Opcodes.PUTSTATIC, name, INSTANCE, made.getReturnType().getDescriptor());
      end(code, Opcodes.RETURN);
    } else {
      var code = begin(writer, Opcodes.ACC_STATIC, MAKE, made.getDescriptor());
      make(code);
      end(code, Opcodes.ARETURN);
    }
    call(writer);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static String field(int number) {
    return "captured" + number;
  }

  private static MethodVisitor begin(ClassWriter writer, int access, String name, String type) {
    var code = writer.visitMethod(access, name, type, null, null);
    code.visitCode();
    return code;
  }

  private static void end(MethodVisitor code, int instruction) {
    code.visitInsn(instruction);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private String constructorType() {
    return Type.getMethodDescriptor(Type.VOID_TYPE, made.getArgumentTypes());
  }

  private void constructor(ClassWriter writer) {
    var code = begin(writer, Opcodes.ACC_PRIVATE, "<init>", constructorType());
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    int local = 1;
    for (int i = 0; i < made.getArgumentCount(); i++) {
      var type = made.getArgumentTypes()[i];
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), type.getDescriptor());
      local += type.getSize();
    }
    end(code, Opcodes.RETURN);
  }

  /** Leaves a new object on the stack, made of the method's arguments. */
  private void make(MethodVisitor code) {
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    int local = 0;
    for (var type : made.getArgumentTypes()) {
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      local += type.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", constructorType(), false);
  }

  /** The method of the interface: calls the body with what is captured and its own arguments. */
  private void call(ClassWriter writer) {
    var code =
        begin(writer, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, method, erased.getDescriptor());
    boolean isNew = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    var wanted = wanted(isNew);
    if (isNew) {
      code.visitTypeInsn(Opcodes.NEW, body.getOwner());
      code.visitInsn(Opcodes.DUP);
    }
    int at = 0;
    for (int i = 0; i < made.getArgumentCount(); i++) {
      var type = made.getArgumentTypes()[i];
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), type.getDescriptor());
      Conversion.between(type, wanted[at++], code);
    }
    int local = 1;
    for (int i = 0; i < erased.getArgumentCount(); i++) {
      var type = erased.getArgumentTypes()[i];
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      local += type.getSize();
      Conversion.between(type, actual.getArgumentTypes()[i], code);
      Conversion.between(actual.getArgumentTypes()[i], wanted[at++], code);
    }
    code.visitMethodInsn(
        instruction(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
    var result = isNew ? Type.getObjectType(body.getOwner()) : Type.getReturnType(body.getDesc());
    Conversion.between(result, erased.getReturnType(), code);
    end(code, erased.getReturnType().getOpcode(Opcodes.IRETURN));
  }

  /** What the body takes, its object first where it has one. */
  private Type[] wanted(boolean isNew) {
    var types = Type.getArgumentTypes(body.getDesc());
    if (isNew || body.getTag() == Opcodes.H_INVOKESTATIC) {
      return types;
    }
    var all = new Type[types.length + 1];
    all[0] = Type.getObjectType(body.getOwner());
    System.arraycopy(types, 0, all, 1, types.length);
    return all;
  }

  private int instruction() {
    return switch (body.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      // A private method of a nest mate is called like any other.
      case Opcodes.H_INVOKEVIRTUAL, Opcodes.H_INVOKESPECIAL ->
          body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
      default -> throw new IllegalArgumentException("no method: " + body);
    };
  }
}
