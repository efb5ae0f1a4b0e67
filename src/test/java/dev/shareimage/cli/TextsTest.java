package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    @ParameterizedTest
    @ValueSource(strings = {"ja", "zh"})
    void translations_have_the_same_sentences_with_the_same_places(String language) throws IOException {
        Properties english = read("cli.properties");
        Properties translated = read("cli_" + language + ".properties");

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(translated, key)).as(key).isEqualTo(places(english, key)));
    }

    @Test
    void help_explains_every_command_and_each_of_its_options() {
        for (String name : Commands.NAMES) {
            CommandLineRun.Outcome outcome = new CommandLineRun().run("help", name);

            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.out()).startsWith("Usage: share-image " + name).contains("Examples:\n  ");
            assertThat(outcome.out().lines())
                    .allSatisfy(line -> assertThat(line).doesNotContainPattern("\\{[0-9]"));
            assertThat(new CommandLineRun().run(name, "--help").out()).isEqualTo(outcome.out());
        }
    }

    @Test
    void nothing_at_all_is_answered_with_a_short_help() {
        CommandLineRun.Outcome outcome = new CommandLineRun().run();

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isEqualTo(new CommandLineRun().run("--help").out());
        assertThat(outcome.err()).contains("""

                        Commands:
                          check-region         Show whether a region is listed for sharing
                        """);
    }

    @Test
    void the_version_is_one_line() {
        assertThat(new CommandLineRun().run("-V").out()).isEqualTo("share-image 1.2.3\n");
    }

    private static Set<String> places(Properties properties, String key) {
        return PLACE.matcher(properties.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = TextsTest.class.getResourceAsStream("/dev/shareimage/messages/" + file)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
