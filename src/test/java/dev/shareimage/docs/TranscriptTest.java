package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages show what the program prints. Each {@code console} block runs on a fresh sandbox. */
class TranscriptTest {

    private static final String BEGIN = "```console";
    private static final String END = "```";

    @TempDir
    Path homes;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "src/site/markdown/two-scenarios.md",
                "src/site/markdown/automation.md",
                "src/site/markdown/build-to-launch.md",
                "src/site/markdown/copies.md",
                "src/site/markdown/manifests.md",
                "src/site/markdown/recipients.md",
                "src/site/markdown/recipients-ja.md",
                "src/site/markdown/recipients-zh.md",
                "src/site/markdown/terminal.md",
                "src/site/markdown/ja.md",
                "src/site/markdown/zh.md"
            })
    void shows_what_the_program_prints(String name) throws IOException {
        Path page = Path.of(name);
        List<String> lines = Files.readAllLines(page);
        assertThat(lines).contains(BEGIN);

        SitePages.verify(page, String.join("\n", play(lines)) + "\n");
    }

    private List<String> play(List<String> lines) throws IOException {
        List<String> played = new ArrayList<>();
        int next = 0;
        while (next < lines.size()) {
            String line = lines.get(next++);
            played.add(line);
            if (line.equals(BEGIN)) {
                int end = next + lines.subList(next, lines.size()).indexOf(END);
                played.addAll(new Session(Files.createTempDirectory(homes, "home")).play(lines.subList(next, end)));
                next = end;
            }
        }
        return played;
    }
}
