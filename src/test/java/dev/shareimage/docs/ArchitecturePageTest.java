package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of packages is complete; the sandbox's own packages are for its page to explain. */
class ArchitecturePageTest {

    private static final Path ROOT = Path.of("src/main/java/dev/shareimage");

    @Test
    void names_every_package() throws IOException {
        String page = Files.readString(SitePages.SITE.resolve("architecture.md"));

        assertThat(packages())
                .contains("app.run")
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
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
