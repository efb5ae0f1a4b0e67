package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows what the last run of the benchmark wrote, and nothing that somebody wished for. */
class BenchmarkTableTest {

    private static final String BEGIN = "<!-- written by src/bench/run -->\n";
    private static final String END = "<!-- until here -->\n";
    private static final String HEADING = "| what |";

    @Test
    void the_readme_has_the_table_of_the_results() throws IOException {
        String results = written(SitePages.SITE.resolve("performance-results.md"));

        assertThat(results).contains(HEADING);
        assertThat(written(Path.of("README.md"))).isEqualTo(results.substring(results.indexOf(HEADING)));
    }

    private static String written(Path page) throws IOException {
        String text = Files.readString(page);
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }
}
