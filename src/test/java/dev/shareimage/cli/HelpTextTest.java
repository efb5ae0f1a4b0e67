package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cli.view.DisplayWidth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The help at different terminal widths. */
class HelpTextTest {

    @ParameterizedTest
    @CsvSource({"60,en", "60,ja", "60,zh", "80,en", "80,ja", "80,zh", "100,en", "100,ja", "100,zh"})
    void no_line_of_the_help_is_wider_than_the_terminal_but_commands_to_paste(int columns, String language) {
        List<String> tooWide = Stream.concat(Stream.of("help"), Commands.NAMES.stream())
                .map(name ->
                        new CommandLineRun().onTerminal(columns).run("help", name, "--no-color", "--lang", language))
                .flatMap(outcome -> outcome.out().lines())
                .filter(line -> DisplayWidth.of(line) > columns && !isToPaste(line))
                .toList();

        assertThat(tooWide).isEmpty();
    }

    private static boolean isToPaste(String line) {
        return line.matches("  (share-image|source|eval|echo) .*|      --[a-z-]+ \\S.*");
    }

    @Test
    void paragraphs_are_filled_and_examples_stay_lines_of_their_own() {
        String text = """
                A sentence that is long enough
                for two lines.

                Examples:
                  # share an image with everybody in a folder
                  share-image share --image-id m-1 --folder fd-1 --dry-run""";

        assertThat(new HelpText(40).fill(text)).isEqualTo("""
                A sentence that is long enough for two
                lines.

                Examples:
                  # share an image with everybody in a
                  # folder
                  share-image share --image-id m-1 \\
                      --folder fd-1 --dry-run""");
    }

    @Test
    void no_blank_comes_between_characters_of_japan_and_china() {
        assertThat(new HelpText(40).fill("先に確認し、\n共有します。")).isEqualTo("先に確認し、共有します。");
    }

    @Test
    void continues_wide_examples_before_an_option_so_that_they_can_be_pasted() {
        String wide = "  program run --first 1 --second a-very-wide-value-of-the-option --third 3\n  program run";

        assertThat(new HelpText(40).fill(wide))
                .isEqualTo(String.join(
                        "\n",
                        "  program run --first 1 \\",
                        "      --second a-very-wide-value-of-the-option \\",
                        "      --third 3",
                        "  program run"));
    }

    @Test
    void each_form_of_a_command_has_its_own_line_and_options_are_not_split() {
        assertThat(new HelpText(40).usage("Usage:", "program one [--first NUMBER] [--second NUMBER]\n  program two"))
                .isEqualTo("""
                        Usage: program one [--first NUMBER]
                                 [--second NUMBER]
                               program two
                        """);
    }
}
