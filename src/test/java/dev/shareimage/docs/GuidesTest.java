package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides in Japanese and Chinese explain every command of the reference. */
class GuidesTest {

    private static final String HEADING = "## share-image ";

    @ParameterizedTest
    @ValueSource(strings = {"ja.md", "zh.md"})
    void explain_every_command(String page) throws IOException {
        List<String> commands = Files.readAllLines(SitePages.SITE.resolve("cli.md")).stream()
                .filter(line -> line.startsWith(HEADING))
                .map(line -> line.substring(HEADING.length()))
                .toList();

        assertThat(commands).contains("share", "apply", "sandbox");
        assertThat(commands)
                .allSatisfy(command -> assertThat(Files.readString(SitePages.SITE.resolve(page)))
                        .contains("\n| `" + command + "` |"));
    }
}
