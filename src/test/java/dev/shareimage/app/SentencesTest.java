package dev.shareimage.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.check.CheckId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sentences of the use cases: each one that the code names exists, and each one is used. FindingsTest covers those
 * of the checks.
 */
class SentencesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern ASKED_FOR =
            Pattern.compile("(part\\(\"report\"\\)\\s*\\.)?get\\(\\s*\"([a-z][A-Za-z.-]*[A-Za-z])\"\\s*[,)]");

    /** Fixes that are looked up by the cloud's code. */
    private static final Set<String> BY_CODE = Set.of("failure.TrustNotLookedAtAgain.fix");

    /** The sentences of bundle {@code errors} that the table of codes does not use. */
    private static final Set<String> OF_ERRORS =
            Set.of("any.credentials.fix", "any.no-credentials.fix", "any.unusable-credentials.fix", "any.repeat.fix");

    @Test
    void every_sentence_that_is_asked_for_is_there() throws IOException {
        Set<String> asked = new TreeSet<>(BY_CODE);
        asked.addAll(askedFor(sources(file -> !ofReport(file)), false));
        asked.removeAll(OF_ERRORS);

        assertThat(asked).hasSizeGreaterThan(40).isSubsetOf(keys("app"));
    }

    @Test
    void every_sentence_that_a_report_asks_for_is_there() throws IOException {
        Set<String> asked = askedFor(sources(file -> !ofReport(file)), true);
        asked.addAll(askedFor(sources(SentencesTest::ofFindings), false));
        asked.removeIf(SentencesTest::ofChecks);

        assertThat(asked).hasSizeGreaterThan(8).isSubsetOf(keys("report"));
    }

    @Test
    void every_sentence_that_is_there_is_asked_for() throws IOException {
        String sources = sources(file -> true);
        Set<String> dead = keys("app").stream()
                .filter(key -> !ofChecks(key) && !BY_CODE.contains(key))
                .filter(key -> !sources.contains("\"" + key + "\""))
                .filter(key -> !sources.contains("\"" + key.substring(0, key.lastIndexOf('-') + 1) + "\""))
                .collect(Collectors.toSet());

        assertThat(dead).isEmpty();
    }

    private static boolean ofChecks(String key) {
        return Arrays.stream(CheckId.values()).anyMatch(check -> key.startsWith(check.label() + "."));
    }

    private static Set<String> askedFor(String sources, boolean ofReport) {
        return ASKED_FOR
                .matcher(sources)
                .results()
                .filter(match -> ofReport == (match.group(1) != null))
                .map(match -> match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean ofReport(Path file) {
        return file.getParent().endsWith("report");
    }

    /** Other classes of a report that become members of documents in the same way. */
    private static boolean ofFindings(Path file) {
        return ofReport(file) && file.toString().endsWith("Rules.java");
    }

    private static Set<String> keys(String name) throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(MAIN.resolve("resources/dev/shareimage/messages/" + name + ".properties")),
                StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle.stringPropertyNames();
    }

    private static String sources(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve("java/dev/shareimage/app"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(file -> file.toString().endsWith(".java"))
                    .filter(wanted)
                    .toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
