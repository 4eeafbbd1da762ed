package org.valida.build;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What {@code LambdaMetafactory} lets the types of a lambda differ by. */
final class Conversion {

  /** In the order in which a primitive type widens. */
  private static final String NUMBERS = "BSIJFD";

  private Conversion() {}

  /** Makes a value of one type on the stack one of the other. */
  static void between(Type from, Type to, MethodVisitor code) {
    if (from.equals(to)) {
      return;
    }
    if (to.getSort() == Type.VOID) {
      code.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    } else if (isPrimitive(from) && isPrimitive(to)) {
      widen(from, to, code);
    } else if (isPrimitive(from)) {
      var box = box(from);
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC, box, "valueOf", "(" + from + ")L" + box + ";", false);
    } else if (isPrimitive(to)) {
      unbox(from, to, code);
    } else if (!to.getInternalName().equals("java/lang/Object")) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static void unbox(Type from, Type to, MethodVisitor code) {
    var inside = from;
    for (char primitive : "ZCBSIJFD".toCharArray()) {
      var type = Type.getType(String.valueOf(primitive));
      if (from.getInternalName().equals(box(type))) {
        inside = type;
      }
    }
    if (!isPrimitive(inside)) {
      inside = to;
      code.visitTypeInsn(Opcodes.CHECKCAST, box(to));
    }
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, box(inside), inside.getClassName() + "Value", "()" + inside, false);
    between(inside, to, code);
  }

  private static void widen(Type from, Type to, MethodVisitor code) {
    if (NUMBERS.indexOf(to.getDescriptor()) < NUMBERS.indexOf("I")) {
      throw new IllegalArgumentException("no conversion from " + from + " to " + to);
    }
    boolean small = from.getSort() == Type.CHAR || NUMBERS.indexOf(from.getDescriptor()) < 3;
    var real = small ? Type.INT_TYPE : from;
    switch (real.getDescriptor() + to.getDescriptor()) {
      case "II" -> {}
      case "IJ" -> code.visitInsn(Opcodes.I2L);
      case "IF" -> code.visitInsn(Opcodes.I2F);
      case "ID" -> code.visitInsn(Opcodes.I2D);
      case "JF" -> code.visitInsn(Opcodes.L2F);
      case "JD" -> code.visitInsn(Opcodes.L2D);
      case "FD" -> code.visitInsn(Opcodes.F2D);
      default -> throw new IllegalArgumentException("no conversion from " + from + " to " + to);
    }
  }

  private static String box(Type primitive) {
    return switch (primitive.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      default -> "java/lang/Double";
    };
  }
}
