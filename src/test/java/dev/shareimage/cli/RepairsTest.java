package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.app.PastedCommands;
import dev.shareimage.domain.Messages;
import dev.shareimage.domain.RegionId;
import dev.shareimage.domain.check.CheckId;
import dev.shareimage.domain.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program accepts every command that it prints as a fix, and the command does what the fix says. */
class RepairsTest {

    private static final String ACCOUNT = "2000000000000002";
    private static final String TARGETS = "--accounts " + ACCOUNT;
    private static final String IMAGE = "m-hk0cmk0000000000001";

    /** Values for the places in the fixes that are commands of this program. */
    private static final Map<String, List<String>> ARGUMENTS = Map.ofEntries(
            Map.entry("image-found.absent.fix", List.of(IMAGE, "cn-hongkong")),
            Map.entry("image-found.absent-all.fix", List.of(IMAGE)),
            Map.entry("image-found.no-match.fix", List.of("cn-hongkong")),
            Map.entry("image-found.none-received.fix", List.of("cn-hongkong")),
            Map.entry("image-owner.other.fix", List.of(IMAGE, "cn-hongkong")),
            Map.entry("double-share.reached.fix", List.of(IMAGE, ACCOUNT, "fd-japan00001", "cn-hongkong")),
            Map.entry("role.missing-for-owners.fix", List.of("NAME")),
            Map.entry("role.missing.fix", List.of("role", TARGETS)),
            Map.entry("policy.missing-for-owners.fix", List.of("NAME")),
            Map.entry("policy.missing.fix", List.of("policy", TARGETS)),
            Map.entry("policy.holders.fix", List.of(IMAGE, "1", TARGETS)),
            Map.entry("trust.missing.fix", List.of("1", TARGETS)),
            Map.entry("trust.undecided.fix", List.of("1", TARGETS)),
            Map.entry("trust.unseen.fix", List.of(TARGETS)),
            Map.entry("trust-safe.unreadable.fix", List.of("why", TARGETS)),
            Map.entry("trust-safe.any-account.fix", List.of("1", "*", TARGETS)),
            Map.entry("trust-safe.any-identity.fix", List.of("1", "*", TARGETS)));

    /** A command ends before the next thought. Text behind a command begins with a comma or a semicolon. */
    private static final Pattern COMMAND = Pattern.compile("share-image [a-z]+(-[a-z]+)?( [^\\s;,；，。]+(,[0-9]+)*)*");

    /** One command, or several that are pasted together. */
    private static final Pattern COMMANDS = Pattern.compile("ONE(; ONE)*"
            .replace(
                    "ONE",
                    "(share-image [a-z-]+|aliyun [a-z]+ [A-Z][A-Za-z]+)"
                            + "( (--[A-Za-z0-9.-]+( ('[^']*'|[^\\s;'-][^\\s;']*))?|\\{[0-9]}))*"));

    /** Fixes with a command in the middle of a sentence. */
    private static final Set<String> PROSE = Set.of("trust-size.long.fix", "permissions.missing.fix");

    @TempDir
    private Path home;

    @Test
    void every_repair_of_a_check_is_tried() throws IOException {
        Properties bundle = bundle("app");
        Set<String> repairs = bundle.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".fix") && isOfCheck(key))
                .filter(key -> bundle.getProperty(key).contains("share-image "))
                .filter(key -> !PROSE.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(repairs).isEqualTo(new TreeSet<>(ARGUMENTS.keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_ja", "_zh"})
    void a_repair_that_begins_with_a_command_is_nothing_but_commands(String language) throws IOException {
        for (String part : List.of("app", "verify", "report", "errors", "cli")) {
            Properties bundle = bundle(part + language);
            assertThat(bundle.stringPropertyNames().stream()
                            .filter(key -> key.endsWith("fix"))
                            .map(key -> key + "=" + bundle.getProperty(key))
                            .filter(line -> line.matches("[^=]+=(share-image|aliyun) .*")))
                    .as(part + language)
                    .allMatch(line -> COMMANDS.matcher(line.substring(line.indexOf('=') + 1))
                            .matches());
        }
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (InputStream stream =
                RepairsTest.class.getResourceAsStream("/dev/shareimage/messages/" + name + ".properties")) {
            bundle.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return bundle;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh"})
    void the_program_takes_every_repair_and_the_options_are_carried(String language) {
        PastedCommands pasted = new PastedCommands(
                Optional.of("prod"),
                Optional.of(new RegionId("cn-hongkong")),
                List.of("ecs=https://ecs.example.com"),
                Optional.empty());
        Messages messages = Messages.load("app", language).completedBy(pasted::complete);

        ARGUMENTS.forEach((key, arguments) -> {
            List<String> command = command(messages.get(key, arguments.toArray()));
            CommandLineRun run = new CommandLineRun();

            assertThat(command)
                    .as(key)
                    .containsSubsequence("--profile", "prod", "--endpoint", "ecs=https://ecs.example.com");
            assertThat(run.run(command.toArray(String[]::new)).err()).as(key).doesNotContain("share-image help");
            assertThat(run.opened()).as(key + " reaches the cloud").isNotEmpty();
        });
    }

    @Test
    void fixes_of_doctor_repair_what_it_reports() {
        List<String> doctor =
                List.of("doctor", "--sandbox=" + home.resolve("my world"), "--image-id", IMAGE, "--accounts", ACCOUNT);

        assertThat(ids(doctor)).containsExactly("role", "policy");
        repair(doctor);
        assertThat(ids(doctor)).isEmpty();
    }

    @Test
    void fixes_of_a_trust_without_the_recipient_repair_it() {
        String sandbox = "--sandbox=" + home;
        assertThat(run(List.of("create-role", sandbox, "--yes", "--accounts", "2000000000000003"))
                        .exitCode())
                .isZero();
        List<String> doctor = List.of("doctor", sandbox, "--image-id", IMAGE, "--accounts", ACCOUNT);

        assertThat(ids(doctor)).containsExactly("trust");
        repair(doctor);
        assertThat(ids(doctor)).isEmpty();
    }

    /** Runs each fix, in the order in which they are shown. */
    private void repair(List<String> doctor) {
        for (JsonNode check : checks(doctor)) {
            if (check.path("fix").asText().startsWith("share-image ")) {
                List<String> command = new ArrayList<>(command(check.path("fix").asText()));
                command.add("--yes");
                CommandLineRun.Outcome outcome = run(command);
                assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            }
        }
    }

    private List<String> ids(List<String> doctor) {
        return checks(doctor).stream()
                .filter(check -> !check.path("status").asText().equals("pass"))
                .map(check -> check.path("id").asText())
                .toList();
    }

    private List<JsonNode> checks(List<String> doctor) {
        List<String> arguments = new ArrayList<>(doctor);
        arguments.addAll(List.of("-o", "json"));
        List<JsonNode> checks = new ArrayList<>();
        try {
            Json.parse(run(arguments).out()).path("checks").forEach(checks::add);
        } catch (dev.shareimage.domain.json.JsonException e) {
            throw new AssertionError(e);
        }
        return checks;
    }

    private CommandLineRun.Outcome run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ProcessContext context = new ProcessContext(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Map.of("SHARE_IMAGE_SETTLE", "0s"),
                home,
                home,
                dev.shareimage.cli.view.Terminal.NONE,
                "1.2.3");
        int exitCode = new Application(context, new DefaultConnectors()).run(arguments);
        return new CommandLineRun.Outcome(
                exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The words of the command, split as by a shell. */
    private static List<String> command(String sentence) {
        Matcher command = COMMAND.matcher(sentence);
        assertThat(command.find()).as(sentence).isTrue();
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("'([^']*)'|\\S+").matcher(command.group().replaceFirst("^share-image ", ""));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group() : word.group(1));
        }
        return words;
    }

    private static boolean isOfCheck(String key) {
        return Arrays.stream(CheckId.values()).anyMatch(check -> key.startsWith(check.label() + "."));
    }
}
