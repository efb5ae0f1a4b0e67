package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages in the repository. With {@code -Dpages.update}, tests write them instead of comparing. */
final class SitePages {

    static final Path SITE = Path.of("src/site/markdown");

    private SitePages() {}

    /** Compares a whole page with the expected text. */
    static void verify(Path page, String expected) throws IOException {
        if (Boolean.getBoolean("pages.update")) {
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as(
                        "%s is out of date; to write it anew: ./mvnw test -Dtest='dev.shareimage.docs.*Test' -Dpages.update=true",
                        page)
                .content()
                .isEqualTo(expected);
    }
}
