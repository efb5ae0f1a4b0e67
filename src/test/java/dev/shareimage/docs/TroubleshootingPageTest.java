package dev.shareimage.docs;

import dev.shareimage.cloud.ErrorCause;
import dev.shareimage.domain.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of codes on the page is the program's own. */
class TroubleshootingPageTest {

    private static final Path PAGE = SitePages.SITE.resolve("troubleshooting.md");
    private static final String HEAD = "| code | means | what to do |\n|---|---|---|\n";

    private final Messages sentences = Messages.load("errors", "en");

    @Test
    void lists_every_code_with_its_cause_and_its_repair() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(HEAD);
        int end = page.indexOf("\n\n", start) + 1;

        SitePages.verify(PAGE, page.substring(0, start) + table() + page.substring(end));
    }

    private String table() {
        return Stream.of(ErrorCause.values())
                .map(cause ->
                        "| " + cell(cause) + " | " + text(cause.key()) + " | " + text(cause.key() + ".fix") + " |\n")
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String cell(ErrorCause cause) {
        return cause.codes().stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
    }

    private String text(String key) {
        return sentences.get(key, "…", "…").replace("*", "\\*").replace("|", "\\|");
    }
}
