package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The README and the guides in Japanese and Chinese explain every command, and both guides have the same steps. */
class GuidesTest {

    private static final String HEADING = "## share-image ";

    /** A row of the table that maps the steps of the vendor's guide to commands. */
    private static final Pattern STEP = Pattern.compile("^\\| (\\d+)\\. .* \\| (.*) \\|$", Pattern.MULTILINE);

    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\(([^)]*\\.md)[^)]*\\)");

    private static final Pattern COMMAND = Pattern.compile("`[^`]+`");

    @Test
    void have_the_same_steps_with_the_same_commands() throws IOException {
        assertThat(steps("ja.md")).hasSizeGreaterThan(9).isEqualTo(steps("zh.md"));
    }

    @Test
    void the_readme_names_every_command() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(commands()).allSatisfy(command -> assertThat(readme).contains("`" + command + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja.md", "zh.md"})
    void explain_every_command(String page) throws IOException {
        assertThat(commands())
                .contains("share", "apply", "sandbox")
                .allSatisfy(command -> assertThat(Files.readString(SitePages.SITE.resolve(page)))
                        .contains("\n| `" + command + "` |"));
    }

    /** A paragraph or a link that leads to a page in another language names it. */
    @ParameterizedTest
    @CsvSource({"ja, 英語|中国語", "zh, 英文|日文"})
    void say_which_pages_are_in_another_language(String language, String others) throws IOException {
        Pattern named = Pattern.compile(others);
        for (String page : List.of(language, "recipients-" + language, "troubleshooting-" + language)) {
            String text = Files.readString(SitePages.SITE.resolve(page + ".md"));
            for (String paragraph : text.split("\n\n")) {
                for (MatchResult link : LINK.matcher(paragraph).results().toList()) {
                    boolean same = link.group(2).contains(language + ".md");
                    boolean said = named.matcher(link.group(1)).find()
                            || named.matcher(paragraph.substring(0, paragraph.indexOf(']')))
                                    .find();
                    assertThat(same || said).as(page + ": " + link.group()).isTrue();
                }
            }
        }
    }

    private static List<String> commands() throws IOException {
        return Files.readAllLines(SitePages.SITE.resolve("cli.md")).stream()
                .filter(line -> line.startsWith(HEADING))
                .map(line -> line.substring(HEADING.length()))
                .toList();
    }

    /** The number and the commands of each step, without the surrounding words. */
    private static List<String> steps(String page) throws IOException {
        return STEP.matcher(Files.readString(SitePages.SITE.resolve(page)))
                .results()
                .map(step -> step.group(1) + " "
                        + COMMAND.matcher(step.group(2))
                                .results()
                                .map(MatchResult::group)
                                .toList())
                .toList();
    }
}
