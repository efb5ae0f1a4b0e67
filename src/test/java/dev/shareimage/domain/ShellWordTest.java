package dev.shareimage.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "prod|prod",
                "me@example.com|me@example.com",
                "dir/file~1.yaml|dir/file~1.yaml",
                "~root|'~root'",
                "two words|'two words'",
                "it's|'it'\\''s'",
                "$(id)|'$(id)'",
                "``|''",
            })
    void quotes_all_words_that_a_shell_would_change(String word, String expected) {
        assertThat(ShellWord.of(word)).isEqualTo(expected);
    }
}
