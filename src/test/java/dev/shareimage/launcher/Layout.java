package dev.shareimage.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** The released layout with the real launcher. Its program prints how it was started. */
record Layout(Path home) {

    private static final String PROGRAM = """
            package dev.shareimage;

            public class Main {
                public static void main(String[] arguments) throws Exception {
                    for (String argument : arguments) {
                        System.out.println("argument " + argument);
                    }
                    if (arguments.length == 1 && arguments[0].matches("[0-9]+")) {
                        System.exit(Integer.parseInt(arguments[0]));
                    }
                    if (arguments.length == 1 && arguments[0].equals("wait")) {
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped")));
                        System.out.println("waiting");
                        Thread.sleep(60_000);
                    }
                    if (arguments.length == 1 && arguments[0].equals("terminals")) {
                        System.out.println("terminals " + System.getProperty("shareimage.tty"));
                    }
                    if (arguments.length > 0 && arguments[0].equals("language")) {
                        System.out.println("language " + System.getenv("SHARE_IMAGE_LANG"));
                    }
                    System.out.println("stamp %STAMP%");
                    System.out.println("color " + System.getProperty("color"));
                }
            }

            class CdsTrainingRun {
                public static void main(String[] arguments) throws Exception {
                    Main.main(arguments);
                }
            }
            """;

    static Layout at(Path home) throws IOException {
        Path sources = Path.of("src", "dist");
        Layout layout = new Layout(home);
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(sources.resolve("bin/share-image"), layout.launcher());
        Files.setPosixFilePermissions(layout.launcher(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(sources.resolve("lib/make-archive.sh"), home.resolve("lib/make-archive.sh"));
        layout.build("first");
        return layout;
    }

    Path launcher() {
        return home.resolve("bin/share-image");
    }

    Path jar() {
        return home.resolve("lib/share-image.jar");
    }

    /** Replaces the program by another one, as an upgrade does. */
    void build(String stamp) throws IOException {
        Path work = Files.createTempDirectory(home, "build");
        Path source = work.resolve("Main.java");
        Files.writeString(source, PROGRAM.replace("%STAMP%", stamp));
        List<String> arguments = List.of("--release", "17", "-d", work.toString(), source.toString());
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the program of this test does not compile");
        }
        Files.deleteIfExists(jar());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar()))) {
            for (String name : List.of("dev/shareimage/Main.class", "dev/shareimage/CdsTrainingRun.class")) {
                out.putNextEntry(new JarEntry(name));
                copy(work.resolve(name), out);
            }
        }
    }

    private static void copy(Path from, OutputStream to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
