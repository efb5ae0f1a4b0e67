package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The pages as they are kept. With {@code -Dpages.update} they are written instead of compared. */
final class SitePages {

    static final Path SITE = Path.of("src/site/markdown");

    private SitePages() {}

    /** Compares a whole page with what it should be. */
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
