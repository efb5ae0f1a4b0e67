package dev.shareimage.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Gives each lambda and each method reference in a directory of classes a class of its own.
 *
 * <p>The compiler leaves it to the JVM to make these classes at each start. Even with an archive of loaded classes, each
 * takes several times as long as a class that is there already, and a command uses some hundred of them.
 */
public final class LambdasToClasses {

    private static final int API = Opcodes.ASM9;
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private final Path root;
    private final Map<String, List<String>> membersOfNests = new TreeMap<>();

    private LambdasToClasses(Path root) {
        this.root = root;
    }

    /** Rewrites the directory that the only argument names. */
    public static void main(String[] arguments) throws IOException {
        new LambdasToClasses(Path.of(arguments[0])).run();
    }

    private void run() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            rewrite(file);
        }
        for (Map.Entry<String, List<String>> nest : membersOfNests.entrySet()) {
            admit(nest.getKey(), nest.getValue());
        }
    }

    private void rewrite(Path file) throws IOException {
        ClassReader old = new ClassReader(Files.readAllBytes(file));
        ClassWriter changed = new ClassWriter(0);
        List<LambdaClass> lambdas = new ArrayList<>();
        old.accept(new Rewriting(changed, old.getClassName(), lambdas), 0);
        if (lambdas.isEmpty()) {
            return;
        }
        Files.write(file, changed.toByteArray());
        String host = nestHost(old);
        for (LambdaClass lambda : lambdas) {
            Files.write(fileOf(lambda.name()), lambda.bytes(host));
            membersOfNests.computeIfAbsent(host, name -> new ArrayList<>()).add(lambda.name());
        }
    }

    private Path fileOf(String className) {
        return root.resolve(className + ".class");
    }

    /** The class whose private members are visible to this class: the outermost one. */
    private static String nestHost(ClassReader reader) {
        String[] host = {reader.getClassName()};
        reader.accept(
                new ClassVisitor(API) {
                    @Override
                    public void visitNestHost(String name) {
                        host[0] = name;
                    }
                },
                ClassReader.SKIP_CODE);
        return host[0];
    }

    /** Lets new classes call the private methods of their host. The body of a lambda is such a method. */
    private void admit(String host, List<String> members) throws IOException {
        ClassWriter changed = new ClassWriter(0);
        new ClassReader(Files.readAllBytes(fileOf(host))).accept(changed, 0);
        members.forEach(changed::visitNestMember);
        Files.write(fileOf(host), changed.toByteArray());
    }

    /** Copies a class and replaces the calls that make lambdas. */
    private static final class Rewriting extends ClassVisitor {

        private final String className;
        private final List<LambdaClass> lambdas;

        Rewriting(ClassVisitor copy, String className, List<LambdaClass> lambdas) {
            super(API, copy);
            this.className = className;
            this.lambdas = lambdas;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor copy = super.visitMethod(access, name, descriptor, signature, exceptions);
            return new MethodVisitor(API, copy) {
                @Override
                public void visitInvokeDynamicInsn(String method, String types, Handle maker, Object... details) {
                    if (!maker.getOwner().equals(METAFACTORY)
                            || !maker.getName().equals("metafactory")) {
                        super.visitInvokeDynamicInsn(method, types, maker, details);
                        return;
                    }
                    LambdaClass lambda = new LambdaClass(
                            className + "$$Lambda" + lambdas.size(),
                            method,
                            types,
                            (Type) details[0],
                            (Handle) details[1],
                            (Type) details[2]);
                    lambdas.add(lambda);
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, lambda.name(), LambdaClass.FACTORY, types, false);
                }
            };
        }
    }
}
