package dev.shareimage.cloud.aliyun.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "  cred get\t--all ! cred|get|--all",
                "\"my tool\" 'and its' args ! my tool|and its|args",
                "a\"b c\"d'e f' ! ab cde f",
                "tool \"\" '' end ! tool|||end",
                "tool a\\ b \\\"c ! tool|a b|\"c",
                "tool \"a\\\"b\\\\c\\$d\\e\" ! tool|a\"b\\c$d\\e",
                "tool 'a\\b' ! tool|a\\b"
            })
    void is_taken_apart_as_a_shell_does(String text, String words) {
        assertThat(CommandLine.words(text, false)).contains(List.of(words.split("\\|", -1)));
    }

    @Test
    void a_line_may_go_on() {
        assertThat(CommandLine.words("to\\\nol \"a\\\nb\"", false)).contains(List.of("tool", "ab"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "C:\\tools\\cred.exe get ! C:\\tools\\cred.exe|get",
                "\"C:\\Program Files\\cred.exe\" \"a\\\"b\" ! C:\\Program Files\\cred.exe|a\"b",
                "tool end\\ ! tool|end\\"
            })
    void a_backslash_is_part_of_a_path_on_windows(String text, String words) {
        assertThat(CommandLine.words(text, true)).contains(List.of(words.split("\\|", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "tool 'a", "tool \"a\\\"", "tool \\", "'' a"})
    void a_command_that_is_cut_off_is_none(String text) {
        assertThat(CommandLine.words(text, false)).isEqualTo(Optional.empty());
    }
}
