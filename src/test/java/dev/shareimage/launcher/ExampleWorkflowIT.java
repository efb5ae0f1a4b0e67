package dev.shareimage.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of the action, step by step as GitHub runs it, with the jar of this build: expressions are filled in from the
 * workflow and the action, and each {@code run} goes to the shell as it is written.
 */
@DisabledOnOs(OS.WINDOWS)
class ExampleWorkflowIT {

    private static final Path EXAMPLE = Path.of(".github/workflows/share-image.yml");
    private static final Path ACTION = Path.of(".github/actions/share-image").toAbsolutePath();
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.*?) }}");

    /** A name and its value: after a sign of equality, or between two lines with a delimiter. */
    private static final Pattern OUTPUT = Pattern.compile("(?ms)^([a-z-]+)(?:=([^\n]*)|<<(\\S+)\n(.*?)\n\\3)$");

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();

    /** What expressions of the workflow may name: the outputs of the steps so far. */
    private final Map<String, String> known = new HashMap<>();

    @BeforeEach
    void check_out() throws IOException {
        Path checkout = Files.createDirectory(directory.resolve("checkout"));
        Files.createSymbolicLink(checkout.resolve("target"), Path.of("target").toAbsolutePath());
        environment.putAll(Map.of(
                "PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin",
                "HOME", directory.toString(),
                "CI", "true",
                "GITHUB_ACTIONS", "true",
                "GITHUB_ACTION_PATH", ACTION.toString(),
                "GITHUB_STEP_SUMMARY", directory.resolve("summary.md").toString(),
                "RUNNER_TEMP", directory.toString()));
    }

    @Test
    void every_step_succeeds() throws Exception {
        for (JsonNode step : yaml(EXAMPLE).at("/jobs/share/steps")) {
            if (step.path("uses").asText().equals("./.github/actions/share-image")) {
                ProgramRun run = act(inputs(step.path("with")), step.path("id").asText());
                assertThat(run.exitCode()).as(run.stdout() + run.stderr()).isZero();
            } else if (step.has("run") && !step.path("run").asText().contains("mvnw")) {
                ProgramRun run = shell(step, known, directory.resolve("none"));
                assertThat(run.exitCode()).as(step.path("name").asText()).isZero();
            }
        }

        assertThat(known)
                .containsEntry("steps.share.outputs.status", "succeeded")
                .containsEntry("steps.share.outputs.images", "m-hk0cmk0000000000001")
                .containsEntry("steps.drift.outputs.exit-code", "0");
        assertThat(directory.resolve("summary.md")).content().contains("2000000000000002", "2000000000000003");
    }

    @Test
    void hostile_inputs_are_text() throws Exception {
        ProgramRun run = act(
                Map.of(
                        "jar", "target/share-image.jar",
                        "sandbox", ".sand box",
                        "image-id", "m-1'\"; touch made; #\nstatus=succeeded\n::set-output name=status::succeeded",
                        "accounts", "$(touch made)`touch made`",
                        "profile", "*",
                        "arguments", "--lang=en\n--audit-log=$(touch made) * \"quoted\"\n",
                        "accept", "* 0"),
                "hostile");

        assertThat(run.exitCode()).as(run.stdout() + run.stderr()).isEqualTo(2);
        assertThat(run.stderr()).doesNotContain("\n::set-output", "\nstatus=");
        assertThat(known).containsEntry("steps.hostile.outputs.exit-code", "2");
        assertThat(known.get("steps.hostile.outputs.status")).isNotEqualTo("succeeded");
        assertThat(directory.resolve("checkout/made")).doesNotExist();
    }

    /** Runs the steps of the action, and makes its outputs known as those of a step of the workflow. */
    private ProgramRun act(Map<String, String> inputs, String id) throws Exception {
        JsonNode action = yaml(ACTION.resolve("action.yml"));
        Map<String, String> inside = new HashMap<>();
        inside.put("github.action_repository || github.repository", "somebody/share-image");
        action.path("inputs")
                .properties()
                .forEach(input -> inside.put(
                        "inputs." + input.getKey(),
                        inputs.getOrDefault(
                                input.getKey(), input.getValue().path("default").asText())));
        assertThat(inputs.keySet()).allSatisfy(name -> assertThat(inside).containsKey("inputs." + name));

        ProgramRun run = new ProgramRun(0, "", "");
        for (JsonNode step : action.at("/runs/steps")) {
            if (run.exitCode() == 0) {
                Path outputs = Files.createTempFile(directory, "outputs", "");
                run = shell(step, inside, outputs);
                String prefix = "steps." + step.path("id").asText() + ".outputs.";
                OUTPUT.matcher(Files.readString(outputs))
                        .results()
                        .forEach(output ->
                                inside.put(prefix + output.group(1), output.group(output.group(3) == null ? 2 : 4)));
            }
        }
        action.path("outputs")
                .properties()
                .forEach(output -> known.put(
                        "steps." + id + ".outputs." + output.getKey(),
                        filled(output.getValue().path("value").asText(), inside)));
        return run;
    }

    private ProgramRun shell(JsonNode step, Map<String, String> values, Path outputs) throws Exception {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("GITHUB_OUTPUT", outputs.toString());
        step.path("env")
                .properties()
                .forEach(variable -> variables.put(
                        variable.getKey(), filled(variable.getValue().asText(), values)));
        String script = "cd \"$0\" && " + filled(step.path("run").asText(), values);
        return ProgramRun.of(
                variables,
                List.of(
                        "bash",
                        "--noprofile",
                        "--norc",
                        "-eo",
                        "pipefail",
                        "-c",
                        script,
                        directory.resolve("checkout").toString()));
    }

    private static String filled(String text, Map<String, String> values) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(expression -> Matcher.quoteReplacement(values.getOrDefault(expression.group(1), "")));
    }

    private static Map<String, String> inputs(JsonNode with) {
        Map<String, String> inputs = new LinkedHashMap<>();
        with.properties()
                .forEach(input -> inputs.put(input.getKey(), input.getValue().asText()));
        return inputs;
    }

    private static JsonNode yaml(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }
}
