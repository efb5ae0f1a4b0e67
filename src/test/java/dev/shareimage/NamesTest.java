package dev.shareimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names and spelling: one term for one thing, the terms of the field, and American English. */
class NamesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    /** Names that the project used before it took the usual terms. */
    private static final Pattern OLD_NAMES = Pattern.compile("\\b(?:"
            + String.join(
                    "|",
                    "Book|Ledger|openBooks|Survey|Situation|Freshness|TrustColumn|OwnShare|GroupShares",
                    "hasOpenDoor|Coverage|Removal|Duty|Pace|Pauses|SideBySide|Resend",
                    "Verdict|Patience|Rehearsal|Training|TrustCommands|ManifestCommands|Disturber|FrontDoor|ControlDesk",
                    "ForeignKeyUse|HEEDED|Bench|Cue|Wallet|Meddler|Fleet|thither|hither|PER_CALL|ACCOUNTS_PER_CALL",
                    "ledger|situation|survey|meddler|wallet|fleet|disturber|(?:MAX_PER_CALL|LONGEST|USUAL)_[A-Z_]+",
                    "OpenDoor|open_door|OPEN_DOOR|Disturbance|[Rr]ehears[a-z]*|FakePauses|resend|[Dd]uty|[Dd]uties|DUTY",
                    "static final \\w+ (?:MOST|LONGEST|LARGEST|SMALLEST|SHORTEST|FEWEST|LIMIT)",
                    "(?:LARGEST|SMALLEST|SHORTEST|FEWEST)_[A-Z_]+",
                    "(?:class|record|interface|enum) (?:Gateway|Stage|Scene|Answer|Proof|Refusal|Reading|Requirements|Timing)")
            + ")\\b");

    /** Words of this project that a reader of the vendor's manuals would not understand. */
    private static final Pattern PRIVATE_WORDS = Pattern.compile("(?i)\\b(?:"
            + String.join(
                    "|",
                    "open door|control desk|hither|thither|the books|rehearsals?|side by side",
                    "lends? (?:the|its|no|it|them)|(?:is|not) lent|in vain|as asked for",
                    "stood|stands?(?! for)(?=[ .,;:])|of ours")
            + ")\\b");

    private static final Pattern BRITISH = Pattern.compile("(?i)(?<![a-z])[a-z]*(?:"
            + String.join(
                    "|",
                    "colour|behaviour|licence|catalogue|favour|honour|neighbour|centre|defence",
                    "organis|recognis|initialis|normalis|serialis|authoris|summaris|cancell(?:ed|ing)",
                    "labell|modell|travell|spelt|learnt|whilst|amongst")
            + ")[a-z]*");

    private static final Pattern TEST_ANNOTATION = Pattern.compile("\\s+@(?:Test|ParameterizedTest)\\b");
    private static final Pattern METHOD =
            Pattern.compile("\\s+(?:public |private |default )*(?:static )?void (\\w+)\\(");
    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z0-9_]+");

    /** The sandbox shares no code with the program, so a concept that both use has a class on each side. */
    private static final String SANDBOX = "dev/shareimage/sandbox/";

    @Test
    void the_old_names_are_gone() throws IOException {
        assertThat(found(OLD_NAMES, javaFiles(Path.of("src")))).isEmpty();
    }

    @Test
    void spelling_is_american() throws IOException {
        List<Path> files = new ArrayList<>(javaFiles(Path.of("src")));
        files.addAll(texts());

        assertThat(found(BRITISH, files)).isEmpty();
    }

    @Test
    void pages_messages_and_code_have_no_private_words() throws IOException {
        List<Path> files = new ArrayList<>(javaFiles(Path.of("src")));
        files.addAll(texts());

        assertThat(found(PRIVATE_WORDS, files)).isEmpty();
    }

    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>(files(Path.of("src/site"), ".md"));
        texts.addAll(files(Path.of("src/main/resources"), ".properties"));
        texts.addAll(files(Path.of(".github"), ".md"));
        texts.add(Path.of("README.md"));
        return texts;
    }

    @Test
    void one_class_name_means_one_thing() throws IOException {
        Map<String, Set<String>> packages = new TreeMap<>();
        for (Path file : javaFiles(MAIN)) {
            String path = MAIN.relativize(file).toString().replace('\\', '/');
            if (!path.startsWith(SANDBOX) && !path.endsWith("package-info.java")) {
                packages.computeIfAbsent(file.getFileName().toString(), name -> new TreeSet<>())
                        .add(path);
            }
        }

        assertThat(packages.values()).allSatisfy(places -> assertThat(places).hasSize(1));
    }

    @Test
    void names_of_tests_are_sentences_in_snake_case() throws IOException {
        List<String> named = new ArrayList<>();
        for (Path file : javaFiles(TESTS)) {
            boolean annotated = false;
            for (String line : Files.readAllLines(file)) {
                Matcher method = METHOD.matcher(line);
                if (TEST_ANNOTATION.matcher(line).lookingAt()) {
                    annotated = true;
                } else if (method.lookingAt()) {
                    if (annotated && !SNAKE_CASE.matcher(method.group(1)).matches()) {
                        named.add(file + ": " + method.group(1));
                    }
                    annotated = false;
                }
            }
        }

        assertThat(named).isEmpty();
    }

    private static List<String> found(Pattern forbidden, List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            if (file.endsWith("NamesTest.java")) {
                continue;
            }
            Matcher matcher = forbidden.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(file + ": " + matcher.group());
            }
        }
        return found;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        return files(folder, ".java");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toList());
            assertThat(all).isNotEmpty();
            return all;
        }
    }
}
