package dev.shareimage.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B", "\u0007", "\n", "\t", "\u009B", "\u202E", "\u2066", "\u200B", "\uFEFF", "\u2028", "\uD800"
            })
    void what_a_terminal_would_obey_is_replaced(String character) {
        assertThat(Sanitizer.clean("a" + character + "b")).isEqualTo("a\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "golden image", "本番イメージ", "é", "e\u0301", "😀", "𠮷"})
    void printable_characters_stay(String text) {
        assertThat(Sanitizer.clean(text)).isSameAs(text);
    }

    /** For any text, JSON contains no terminal escapes and reads back as the same text. */
    @Test
    void json_loses_nothing_and_obeys_nobody() throws JsonException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(12), 0, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            JsonNode tree = Json.object().put(text, text);

            String written = JsonText.write(tree);

            assertThat(Json.parse(written)).as("seed %d", seed).isEqualTo(tree);
            assertThat(Sanitizer.clean(written.replace("\n", "")))
                    .as("seed %d", seed)
                    .isEqualTo(written.replace("\n", ""));
        }
    }
}
