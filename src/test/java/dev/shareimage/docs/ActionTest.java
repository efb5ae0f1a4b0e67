package dev.shareimage.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The action for GitHub's workflows: its inputs are options, and reach the program unchanged. */
@DisabledOnOs(OS.WINDOWS)
class ActionTest {

    private static final Path ACTION = Path.of(".github/actions/share-image");
    private static final Pattern INPUT =
            Pattern.compile("(?m)^  ([a-z0-9-]+):\n    description: \"?(Option --([a-z-]+)\\.)?");
    private static final Pattern HANDED = Pattern.compile("OPTION_([A-Z_]+): \\$\\{\\{ inputs\\.([a-z-]+) }}");

    /** The last option in the help of a command. */
    private static final Pattern OPTION =
            Pattern.compile("(?m)^  +(?:-[a-zA-Z], )?(?:--[a-z-]+, )?--([a-z-]+)(?=[ =\\[\n])");

    @TempDir
    Path directory;

    /** The exit code of the script, and the arguments of the program. */
    private record Outcome(int exitCode, List<String> arguments) {}

    @Test
    void each_input_named_like_an_option_is_one_and_is_passed_on() throws IOException {
        String action = Files.readString(ACTION.resolve("action.yml"));
        String page = Files.readString(SitePages.SITE.resolve("cli.md"));
        List<String> options = INPUT.matcher(action)
                .results()
                .filter(input -> input.group(2) != null)
                .map(input -> input.group(3))
                .toList();
        List<MatchResult> handed = HANDED.matcher(action).results().toList();

        assertThat(options)
                .hasSizeGreaterThan(20)
                .allSatisfy(option -> assertThat(page).contains("--" + option));
        assertThat(handed)
                .allSatisfy(each -> assertThat(each.group(1))
                        .isEqualTo(each.group(2).toUpperCase(Locale.ROOT).replace('-', '_')));
        assertThat(handed.stream().map(each -> each.group(2))).containsExactlyElementsOf(options);
    }

    /** Options without use in a step: it always confirms, has no browser and no terminal, and runs no server. */
    private static final Set<String> WITHOUT_INPUT =
            Set.of("yes", "open", "no-color", "help", "version", "control", "faults", "port");

    @Test
    void each_option_has_an_input() throws IOException {
        String action = Files.readString(ACTION.resolve("action.yml"));
        String page = Files.readString(SitePages.SITE.resolve("cli.md"));
        Set<String> options = OPTION.matcher(page)
                .results()
                .map(option -> option.group(1))
                .filter(option -> !WITHOUT_INPUT.contains(option))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> inputs = INPUT.matcher(action)
                .results()
                .map(input -> input.group(3))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(inputs).isEqualTo(options);
    }

    @Test
    void inputs_reach_the_program_as_they_are() throws Exception {
        Outcome outcome = run(Map.of(
                "OPTION_IMAGE_ID", "m-1,m-2",
                "OPTION_ACCOUNTS", "$(touch x); \"2 000\"",
                "OPTION_DRY_RUN", "true",
                "OPTION_FORCE", "false",
                "OPTION_PROFILE", "",
                "MORE_ARGUMENTS", "--max-attempts\n2\n"));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.arguments())
                .containsExactly(
                        "share",
                        "--yes",
                        "--accounts=$(touch x); \"2 000\"",
                        "--dry-run",
                        "--image-id=m-1,m-2",
                        "--max-attempts",
                        "2");
        assertThat(Files.readString(directory.resolve("outputs"))).startsWith("result=" + directory);
        assertThat(directory.resolve("x")).doesNotExist();
    }

    @Test
    void a_failure_fails_the_step_unless_its_exit_code_is_accepted() throws Exception {
        assertThat(run(Map.of("EXIT_CODE", "10")).exitCode()).isEqualTo(10);
        assertThat(run(Map.of("EXIT_CODE", "10", "ACCEPT", "4 10")).exitCode()).isZero();
        assertThat(run(Map.of("EXIT_CODE", "1", "ACCEPT", "4 10")).exitCode()).isEqualTo(1);
    }

    private Outcome run(Map<String, String> inputs) throws IOException, InterruptedException {
        Path given = directory.resolve("arguments");
        Path program = directory.resolve("program");
        Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$@\" >" + given + "\nexit ${EXIT_CODE:-0}\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        ProcessBuilder script = new ProcessBuilder(
                        "bash", ACTION.resolve("run.sh").toAbsolutePath().toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = script.environment();
        environment.putAll(Map.of(
                "PROGRAM", program.toString(),
                "JAR", "",
                "COMMAND", "share",
                "MORE_ARGUMENTS", "",
                "ACCEPT", "",
                "RUNNER_TEMP", directory.toString(),
                "GITHUB_OUTPUT", directory.resolve("outputs").toString()));
        environment.putAll(inputs);
        Process process = script.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        assertThat(said).isEmpty();
        return new Outcome(exitCode, new ArrayList<>(Files.readAllLines(given)));
    }
}
