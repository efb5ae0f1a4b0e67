package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README repeats three rows of the measured results, word for word. */
class BenchmarkTableTest {

    private static final String HEADING = "| measured |";

    @Test
    void the_readme_repeats_three_rows_of_the_results() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("README.md"));
        List<String> rows = readme.stream()
                .dropWhile(line -> !line.startsWith(HEADING))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(rows).hasSize(3);
        assertThat(Files.readAllLines(SitePages.SITE.resolve("performance-results.md")))
                .containsAll(rows);
    }

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(150);
    }
}
