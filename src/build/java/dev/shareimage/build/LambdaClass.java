package dev.shareimage.build;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class of one lambda or method reference: it holds the captured values and calls the method with the code. */
final class LambdaClass {

    /** The method that makes an object: it takes the captured values, as the replaced instruction did. */
    static final String FACTORY = "of";

    private static final String OBJECT = "java/lang/Object";
    private static final String CONSTRUCTOR = "<init>";

    private final String name;
    private final String method;
    private final String factoryTypes;
    private final Type erased;
    private final Handle code;
    private final Type actual;
    private final Type[] captured;

    /**
     * Describes the class.
     *
     * @param method the method of the interface
     * @param factoryTypes the types of the captured values, and the interface
     * @param erased the types of the interface's method
     * @param code the method to call
     * @param actual the types of the interface's method with its type parameters filled in
     */
    LambdaClass(String name, String method, String factoryTypes, Type erased, Handle code, Type actual) {
        this.name = name;
        this.method = method;
        this.factoryTypes = factoryTypes;
        this.erased = erased;
        this.code = code;
        this.actual = actual;
        this.captured = Type.getArgumentTypes(factoryTypes);
    }

    String name() {
        return name;
    }

    /**
     * The class file.
     *
     * @param host the class whose private members it may use
     */
    byte[] bytes(String host) {
        ClassWriter written = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        String[] interfaces = {Type.getReturnType(factoryTypes).getInternalName()};
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        written.visit(Opcodes.V17, access, name, null, OBJECT, interfaces);
        written.visitNestHost(host);
        for (int i = 0; i < captured.length; i++) {
            int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
            written.visitField(field, field(i), captured[i].getDescriptor(), null, null);
        }
        writeConstructor(begin(written, Opcodes.ACC_PRIVATE, CONSTRUCTOR, constructorTypes()));
        writeFactory(written);
        writeMethod(begin(written, Opcodes.ACC_PUBLIC, method, erased.getDescriptor()));
        return written.toByteArray();
    }

    private static String field(int index) {
        return "captured" + index;
    }

    private String constructorTypes() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
    }

    private static MethodVisitor begin(ClassWriter written, int access, String name, String types) {
        MethodVisitor code = written.visitMethod(access, name, types, null, null);
        code.visitCode();
        return code;
    }

    private void writeConstructor(MethodVisitor to) {
        to.visitVarInsn(Opcodes.ALOAD, 0);
        to.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, CONSTRUCTOR, "()V", false);
        int variable = 1;
        for (int i = 0; i < captured.length; i++) {
            to.visitVarInsn(Opcodes.ALOAD, 0);
            to.visitVarInsn(captured[i].getOpcode(Opcodes.ILOAD), variable);
            to.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), captured[i].getDescriptor());
            variable += captured[i].getSize();
        }
        end(to, Opcodes.RETURN);
    }

    /** One object is enough where nothing is captured, as the JVM does it. */
    private void writeFactory(ClassWriter written) {
        if (captured.length > 0) {
            MethodVisitor factory = begin(written, Opcodes.ACC_STATIC, FACTORY, factoryTypes);
            writeNew(factory);
            end(factory, Opcodes.ARETURN);
            return;
        }
        String only = "ONLY";
        String type = "L" + name + ";";
        written.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, only, type, null, null);
        MethodVisitor initializer = begin(written, Opcodes.ACC_STATIC, "<clinit>", "()V");
        writeNew(initializer);
        initializer.visitFieldInsn(Opcodes.PUTSTATIC, name, only, type);
        end(initializer, Opcodes.RETURN);
        MethodVisitor factory = begin(written, Opcodes.ACC_STATIC, FACTORY, factoryTypes);
        factory.visitFieldInsn(Opcodes.GETSTATIC, name, only, type);
        end(factory, Opcodes.ARETURN);
    }

    private void writeNew(MethodVisitor to) {
        to.visitTypeInsn(Opcodes.NEW, name);
        to.visitInsn(Opcodes.DUP);
        int variable = 0;
        for (Type type : captured) {
            to.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
            variable += type.getSize();
        }
        to.visitMethodInsn(Opcodes.INVOKESPECIAL, name, CONSTRUCTOR, constructorTypes(), false);
    }

    /** Passes the captured values and then its own arguments, each as the type that the code expects. */
    private void writeMethod(MethodVisitor to) {
        if (code.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            to.visitTypeInsn(Opcodes.NEW, code.getOwner());
            to.visitInsn(Opcodes.DUP);
        }
        for (int i = 0; i < captured.length; i++) {
            to.visitVarInsn(Opcodes.ALOAD, 0);
            to.visitFieldInsn(Opcodes.GETFIELD, name, field(i), captured[i].getDescriptor());
        }
        List<Type> expected = expected();
        Type[] given = erased.getArgumentTypes();
        int variable = 1;
        for (int i = 0; i < given.length; i++) {
            to.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), variable);
            Conversion.write(to, given[i], actual.getArgumentTypes()[i]);
            Conversion.write(to, actual.getArgumentTypes()[i], expected.get(captured.length + i));
            variable += given[i].getSize();
        }
        to.visitMethodInsn(opcode(), code.getOwner(), code.getName(), code.getDesc(), code.isInterface());
        Conversion.write(to, result(), erased.getReturnType());
        end(to, erased.getReturnType().getOpcode(Opcodes.IRETURN));
    }

    /** What the code takes: first the object whose method it is, unless the method is static or a constructor. */
    private List<Type> expected() {
        List<Type> expected = new ArrayList<>();
        if (opcode() == Opcodes.INVOKEVIRTUAL || opcode() == Opcodes.INVOKEINTERFACE) {
            expected.add(Type.getObjectType(code.getOwner()));
        }
        expected.addAll(List.of(Type.getArgumentTypes(code.getDesc())));
        return expected;
    }

    private Type result() {
        return code.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(code.getOwner())
                : Type.getReturnType(code.getDesc());
    }

    /** Private methods of the same nest are called like any others. */
    private int opcode() {
        return switch (code.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> code.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    private static void end(MethodVisitor to, int instruction) {
        to.visitInsn(instruction);
        to.visitMaxs(0, 0);
        to.visitEnd();
    }
}
