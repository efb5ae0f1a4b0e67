package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page names every package and only existing classes. The page about the sandbox covers the sandbox's packages. */
class ArchitecturePageTest {

    /** A class with its package, or the name of a test. */
    private static final Pattern CLASS = Pattern.compile(
            "`((?:(?:app|cli|cloud|domain|library)\\.(?:[a-z]+\\.)*)?)([A-Z]\\w+(?<=\\.[A-Z]\\w{0,40}|Test|Contract))[`.]");

    private static final Path ROOT = Path.of("src/main/java/dev/shareimage");

    @Test
    void names_every_package() throws IOException {
        String page = Files.readString(SitePages.SITE.resolve("architecture.md"));

        assertThat(packages())
                .contains("app.run")
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void names_classes_and_tests_that_exist() throws IOException {
        String page = Files.readString(SitePages.SITE.resolve("architecture.md"));
        List<String> classes = CLASS.matcher(page)
                .results()
                .map(match -> match.group(1).replace('.', '/') + match.group(2))
                .distinct()
                .toList();

        assertThat(classes)
                .contains("domain/trust/TrustTemplates", "CloudContract")
                .allSatisfy(name -> assertThat(sources()).as(name).anyMatch(source -> source.endsWith("/" + name)));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .toList();
        }
    }

    private static List<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> ROOT.relativize(file.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.isEmpty() && !name.startsWith("sandbox."))
                    .toList();
        }
    }
}
