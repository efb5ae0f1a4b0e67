package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.cli.options.EnvironmentDefaults;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Any input of people and pipelines is either used, or refused with exit code 2 and one line that says what is wrong.
 *
 * <p>A failure names its seed. {@code -Dshare-image.seed=N -Dshare-image.runs=1} repeats it.
 */
class HostileInputsTest {

    private static final long SEED = Long.getLong("share-image.seed", 20261125L);
    private static final int RUNS = Integer.getInteger("share-image.runs", 1500);

    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}&&[^\n\t]]");
    private static final Pattern TRACE = Pattern.compile("\\tat |Exception");

    /** The possible exit codes if the cloud has nothing to do. */
    private static final Set<Integer> EXIT_CODES = Set.of(0, 2, 3, 7, 10);

    /** All commands except the server, a word that is no command, and no word. */
    private static final List<String> COMMANDS = Stream.concat(
                    Commands.NAMES.stream().filter(name -> !name.equals("sandbox")), Stream.of("nonsense", ""))
            .toList();

    private static final List<String> VALUES = List.of(
            "",
            " ",
            ",",
            ",,,",
            "0",
            "-1",
            "1e9",
            "99999999999999999999",
            "0x10",
            "\u0661\u0662\u0663",
            "2000000000000002",
            "2000000000000002,2000000000000002",
            "2000000000000002;rm -rf /",
            "-2000000000000002",
            "m-hk0cmk0000000000001",
            "m-../../etc/passwd",
            "m-\u202Eevil",
            "\u001B[31mred\u001B[0m",
            "line\nbreak",
            "tab\tstop",
            "nul\u0000byte",
            "\uD800",
            "\uFEFF2000000000000002",
            "rd-1/r-1/fd-1",
            "rd-1/../fd-1",
            "fd-" + "x".repeat(5000),
            "5m",
            "999999999h",
            "0s",
            "-5s",
            "5 m",
            "json",
            "JSON",
            "cn-hongkong",
            "cn-hongkong.evil.example",
            "{region}",
            "$(reboot)",
            "%s%n%d",
            "{0}{1}",
            "'",
            "\"",
            "\\",
            "--",
            "--yes",
            "-",
            "@",
            "@@",
            "@.",
            "@missing",
            "@binary",
            "@ids",
            "@itself",
            "ids",
            "binary",
            "bomb.yaml",
            "http://127.0.0.1:1",
            "http://evil.example",
            "=",
            "a=b=c",
            "operator",
            "zh");

    @TempDir
    private Path directory;

    @BeforeEach
    void layOut() throws IOException {
        byte[] binary = new byte[100_000];
        new Random(SEED).nextBytes(binary);
        Files.write(directory.resolve("binary"), binary);
        Files.writeString(directory.resolve("ids"), "\uFEFF2000000000000002 # Bob\r\n\r\n2000000000000003\r\n");
        Files.writeString(directory.resolve("itself"), "@itself\n");
        Files.writeString(directory.resolve("bomb.yaml"), "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n");
    }

    @Test
    void every_line_of_arguments_ends_with_a_code_of_the_contract() {
        List<OptionSpec> options = options();
        for (long seed = SEED; seed < SEED + RUNS; seed++) {
            Random random = new Random(seed);
            List<String> arguments = new ArrayList<>();
            arguments.add(pick(random, COMMANDS));
            CommandLineRun program = new CommandLineRun().inDirectory(directory).withInput(pick(random, VALUES));
            for (int count = random.nextInt(6); count > 0; count--) {
                OptionSpec option = pick(random, options);
                if (random.nextInt(4) == 0
                        && EnvironmentDefaults.variable(option).isPresent()) {
                    program.with(EnvironmentDefaults.variable(option).get(), pick(random, VALUES));
                } else {
                    arguments.addAll(given(option, random));
                }
            }
            arguments.removeIf(String::isEmpty);

            CommandLineRun.Outcome outcome = program.run(arguments.toArray(String[]::new));

            try {
                check(outcome, arguments);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + " " + arguments + ":\n" + e.getMessage() + "\n" + outcome, e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@binary", "@itself", "@.", "@missing", "@", "@@ids", "@lines", "@nul", "@long"})
    void a_bad_list_of_targets_is_refused_in_one_line(String list) throws IOException {
        Files.writeString(directory.resolve("lines"), "x\n".repeat(100_000));
        Files.writeString(directory.resolve("nul"), "2000000000000002\u00002000000000000003\n");
        Files.writeString(directory.resolve("long"), "2".repeat(1_000_000));

        CommandLineRun.Outcome outcome = new CommandLineRun()
                .inDirectory(directory)
                .run("share", "--image-id", "m-1", "--accounts", list, "--yes");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertRefusedInOneLine(outcome);
    }

    @Test
    void the_same_is_read_with_a_byte_order_mark_and_foreign_line_ends() {
        CommandLineRun program = new CommandLineRun().inDirectory(directory);

        assertThat(program.run("set-trust", "--accounts", "@ids", "--print").out())
                .isEqualTo(program.run("set-trust", "--accounts", "2000000000000002,2000000000000003", "--print")
                        .out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x]\nb: [*a]",
                "!!javax.script.ScriptEngineManager [x]",
                "<<: {a: 1}",
                "schemaVersion: 1\nschemaVersion: 1",
                "schemaVersion: [1]",
                "schemaVersion: 1\nregions: {}",
                "schemaVersion: 1\nregions: [{id: cn-hongkong, images: [{id: m-1, accounts: {a: b}}]}]",
                "schemaVersion: 1\nregions: [{id: cn-hongkong, images: [{id: m-1, accounts: [[1]]}]}]",
                "schemaVersion: 1\nregions: [{id: cn-hongkong, images: [{id: m-1, accounts: [0x10]}]}]",
                "schemaVersion: 9999999999999999999999",
                "\t- x",
                "? {a: b} : c",
                "%TAG ! tag:evil,2000:",
                "--- \n---\n---",
                "\u0000",
                "\uFFFE",
                "\"\\x1b[31m",
                "{{{{{{{{",
                "- - - - - - - - -"
            })
    void a_bad_manifest_is_refused_line_by_line(String text) throws IOException {
        List<String> texts =
                List.of(text, text + "\n" + "[".repeat(20_000), "\uFEFF" + text, text.replace("\n", "\r\n"));
        for (String each : texts) {
            Files.writeString(directory.resolve("manifest.yaml"), each);

            CommandLineRun.Outcome outcome =
                    new CommandLineRun().inDirectory(directory).run("apply", "-f", "manifest.yaml", "--yes");

            assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(2);
            assertRefusedLineByLine(outcome);
        }
    }

    @Test
    void bytes_that_are_no_text_are_no_manifest() throws IOException {
        for (long seed = SEED; seed < SEED + 200; seed++) {
            byte[] bytes =
                    "schemaVersion: 1\nregions:\n  - id: cn-hongkong\n    images:\n      - id: m-1\n        accounts: [2000000000000002]\n"
                            .getBytes(StandardCharsets.UTF_8);
            Random random = new Random(seed);
            for (int count = random.nextInt(1, 10); count > 0; count--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(directory.resolve("manifest.yaml"), bytes);

            CommandLineRun.Outcome outcome =
                    new CommandLineRun().inDirectory(directory).run("apply", "-f", "manifest.yaml", "--yes");

            assertThat(outcome.exitCode()).as("seed %s: %s", seed, outcome).isIn(EXIT_CODES);
            assertThat(UNSAFE.matcher(outcome.err()).find()).isFalse();
        }
    }

    private static List<OptionSpec> options() {
        return ProgramModel.options().stream()
                .filter(option -> !option.longestName().equals("--debug"))
                .toList();
    }

    private static List<String> given(OptionSpec option, Random random) {
        String name = pick(random, List.of(option.names()));
        return switch (random.nextInt(3)) {
            case 0 -> List.of(name);
            case 1 -> List.of(name, pick(random, VALUES));
            default -> List.of(name + "=" + pick(random, VALUES));
        };
    }

    private static void check(CommandLineRun.Outcome outcome, List<String> arguments) {
        assertThat(outcome.exitCode()).isIn(EXIT_CODES);
        assertThat(TRACE.matcher(outcome.err()).find()).as("a stack trace").isFalse();
        assertThat(UNSAFE.matcher(outcome.err()).find()).as("unsafe stderr").isFalse();
        assertThat(UNSAFE.matcher(outcome.out()).find()).as("unsafe stdout").isFalse();
        if (outcome.exitCode() == 2 && !arguments.isEmpty()) {
            if (arguments.contains("apply")) {
                assertRefusedLineByLine(outcome);
            } else {
                assertRefusedInOneLine(outcome);
            }
        }
    }

    /** Each problem of a manifest has one line. */
    private static void assertRefusedLineByLine(CommandLineRun.Outcome outcome) {
        List<String> lines = outcome.err().lines().toList();
        assertThat(lines).hasSizeBetween(1, 102);
        int sentences = lines.size() > 1 ? lines.size() - 1 : 1;
        assertThat(lines.subList(0, sentences))
                .allSatisfy(line -> assertThat(line).startsWith("share-image: ").hasSizeLessThan(4000));
        assertSafe(outcome);
    }

    private static void assertRefusedInOneLine(CommandLineRun.Outcome outcome) {
        List<String> lines = outcome.err().lines().toList();
        assertThat(lines).hasSizeBetween(1, 2);
        assertThat(lines.get(0)).startsWith("share-image: ").hasSizeLessThan(4000);
        assertSafe(outcome);
    }

    private static void assertSafe(CommandLineRun.Outcome outcome) {
        assertThat(TRACE.matcher(outcome.err()).find()).isFalse();
        assertThat(UNSAFE.matcher(outcome.err()).find()).isFalse();
        if (outcome.out().startsWith("{")) {
            assertThat(isJson(outcome.out())).isTrue();
        }
    }

    private static boolean isJson(String text) {
        try {
            return Json.parse(text).isObject();
        } catch (JsonException e) {
            return false;
        }
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
