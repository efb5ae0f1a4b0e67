package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The classes in the jar, which the build rewrites: each lambda has become a class. */
class PackagedClassesIT {

    private static final Path JAR = Path.of("target", "share-image.jar").toAbsolutePath();

    @Test
    void leave_no_lambda_to_the_jvm() throws IOException {
        assertThat(classes())
                .hasSizeGreaterThan(2_000)
                .allSatisfy((name, content) -> assertThat(content).doesNotContain("LambdaMetafactory"));
    }

    /** The JVM verifies a class before it initializes it. */
    @Test
    void are_all_valid() throws Exception {
        List<String> ours = classes().keySet().stream()
                .filter(name -> name.startsWith("dev.shareimage."))
                .toList();
        List<String> initialized = new ArrayList<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (String name : ours) {
                initialized.add(Class.forName(name, true, loader).getName());
            }
        }

        assertThat(initialized).isEqualTo(ours);
    }

    /** The files of the program's and the parser's classes, as text of which each byte is a character. */
    private static Map<String, String> classes() throws IOException {
        Map<String, String> classes = new TreeMap<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                String path = entry.getName();
                if (path.endsWith(".class") && (path.startsWith("dev/shareimage/") || path.startsWith("picocli/"))) {
                    try (InputStream content = jar.getInputStream(entry)) {
                        String name = path.substring(0, path.length() - ".class".length());
                        classes.put(
                                name.replace('/', '.'),
                                new String(content.readAllBytes(), StandardCharsets.ISO_8859_1));
                    }
                }
            }
        }
        return classes;
    }
}
