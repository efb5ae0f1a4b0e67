package dev.shareimage.build;

import java.util.Map;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The conversions that the language makes by itself between what a method has and what another one expects. */
final class Conversion {

    private static final Map<String, Type> PRIMITIVES = Map.of(
            "java/lang/Boolean", Type.BOOLEAN_TYPE,
            "java/lang/Byte", Type.BYTE_TYPE,
            "java/lang/Character", Type.CHAR_TYPE,
            "java/lang/Short", Type.SHORT_TYPE,
            "java/lang/Integer", Type.INT_TYPE,
            "java/lang/Long", Type.LONG_TYPE,
            "java/lang/Float", Type.FLOAT_TYPE,
            "java/lang/Double", Type.DOUBLE_TYPE);

    private static final String OBJECT = "java/lang/Object";

    private Conversion() {}

    /** Converts the value on the stack. */
    static void write(MethodVisitor to, Type from, Type target) {
        if (from.equals(target)) {
            return;
        }
        if (target == Type.VOID_TYPE) {
            to.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        } else if (isPrimitive(from)) {
            fromPrimitive(to, from, target);
        } else if (isPrimitive(target)) {
            Type unboxed = primitive(from);
            String types = Type.getMethodDescriptor(unboxed);
            to.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL, from.getInternalName(), unboxed.getClassName() + "Value", types, false);
            write(to, unboxed, target);
        } else if (!target.getInternalName().equals(OBJECT)) {
            to.visitTypeInsn(Opcodes.CHECKCAST, target.getInternalName());
        }
    }

    private static void fromPrimitive(MethodVisitor to, Type from, Type target) {
        if (isPrimitive(target)) {
            widen(to, from, target);
            return;
        }
        String box = PRIMITIVES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(from))
                .findFirst()
                .orElseThrow()
                .getKey();
        String types = Type.getMethodDescriptor(Type.getObjectType(box), from);
        to.visitMethodInsn(Opcodes.INVOKESTATIC, box, "valueOf", types, false);
    }

    /** From int, or what is one on the stack, and from long. No lambda here has needed others. */
    private static void widen(MethodVisitor to, Type from, Type target) {
        boolean integer = from.getSort() >= Type.CHAR && from.getSort() <= Type.INT;
        if (integer && target == Type.LONG_TYPE) {
            to.visitInsn(Opcodes.I2L);
        } else if (integer && target == Type.DOUBLE_TYPE) {
            to.visitInsn(Opcodes.I2D);
        } else if (from == Type.LONG_TYPE && target == Type.DOUBLE_TYPE) {
            to.visitInsn(Opcodes.L2D);
        } else if (!integer || target != Type.INT_TYPE) {
            throw new IllegalArgumentException("no conversion from " + from + " to " + target);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static Type primitive(Type box) {
        Type primitive = PRIMITIVES.get(box.getInternalName());
        if (primitive == null) {
            throw new IllegalArgumentException("no conversion from " + box + " to a primitive type");
        }
        return primitive;
    }
}
