package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise names a test that exists. */
class PromisesTest {

    private static final Path PAGE = SitePages.SITE.resolve("promises.md");
    private static final Pattern REFERENCE = Pattern.compile("`([A-Z]\\w+)(?:#(\\w+))?`");

    @Test
    void every_promise_names_a_test() throws IOException {
        List<String> promises = promises();

        assertThat(promises)
                .isNotEmpty()
                .allSatisfy(
                        promise -> assertThat(references(promise)).as(promise).isNotEmpty());
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        for (String promise : promises()) {
            for (MatchResult reference : references(promise)) {
                String source = tests.getOrDefault(reference.group(1), "");
                String method = reference.group(2);
                if (source.isEmpty() || method != null && !source.contains(" " + method + "(")) {
                    missing.add(reference.group());
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    /** The rows of the tables, without their headings. */
    private static List<String> promises() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.equals("| promise | proved by |"))
                .toList();
    }

    private static List<MatchResult> references(String promise) {
        String heldBy = promise.substring(promise.lastIndexOf(" | "));
        return REFERENCE.matcher(heldBy).results().toList();
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }
}
