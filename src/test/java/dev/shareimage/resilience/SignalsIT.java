package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.shareimage.domain.json.Json;
import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends signals to the packaged program at any moment and repeats the command. The world is then the same as after one
 * clean run. {@code -Dshare-image.seed} repeats a choice of moments.
 */
@EnabledOnOs(OS.LINUX)
class SignalsIT {

    private static final long SEED = Long.getLong("share-image.seed", System.nanoTime());
    private static final int MOMENTS = Integer.getInteger("share-image.moments", 1);

    private static final Map<String, Integer> EXIT_CODES = Map.of("INT", 130, "TERM", 143, "KILL", 137);

    /** Each command with its approximate number of requests. */
    private static final Map<List<String>, Integer> COMMANDS = Map.of(
            List.of("share", "--image-id", SandboxFixture.IMAGE, "--accounts", SandboxFixture.accounts(12)), 15,
            List.of("share", "--image-id", SandboxFixture.IMAGE, "--folder", SandboxFixture.FOLDER), 20,
            List.of("unshare", "--image-id", SandboxFixture.IMAGE, "--all", "--prune-trust"), 30);

    @TempDir
    private Path home;

    static Stream<Arguments> moments() {
        System.out.println("SignalsIT: -Dshare-image.seed=" + SEED);
        Random random = new Random(SEED);
        List<Arguments> moments = new ArrayList<>();
        for (Map.Entry<List<String>, Integer> command : COMMANDS.entrySet()) {
            for (String signal : List.of("INT", "TERM", "KILL")) {
                for (int i = 0; i < MOMENTS; i++) {
                    moments.add(Arguments.of(signal, 1 + random.nextInt(command.getValue()), command.getKey()));
                }
            }
        }
        return moments.stream();
    }

    @ParameterizedTest(name = "{0} at request {1} of {2}")
    @MethodSource("moments")
    void repeating_ends_as_one_clean_run(String signal, int request, List<String> command) throws Exception {
        assumeFalse(signal.equals("INT") && interruptsAreIgnored(), "this process and its children ignore SIGINT");
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--yes", "-o", "json", "--region", "cn-hongkong"));
        State clean = cleanState(arguments);
        try (SandboxFixture sandbox = sandbox(arguments)) {
            sandbox.follow("{'rules':[{'effect':{'type':'latency','millis':30}}]}");
            int before = sandbox.requests();
            ProgramRun run;
            try (Child child = Child.ofJar(home, sandbox.environment(), arguments)) {
                while (child.isAlive() && sandbox.requests() < before + request) {
                    Thread.sleep(2);
                }
                child.signal(signal);
                run = child.end();
            }
            assertInterrupted(run, signal);

            ProgramRun again = sandbox.calm().run(arguments.toArray(String[]::new));

            assertThat(again.exitCode()).as(again.stderr()).isZero();
            assertThat(sandbox.state()).isEqualTo(clean);
        }
    }

    /** The program may have ended before the signal. */
    private static void assertInterrupted(ProgramRun run, String signal) throws Exception {
        assertThat(run.exitCode()).as(run.toString()).isIn(0, EXIT_CODES.get(signal));
        if (!signal.equals("KILL")) {
            assertThat(Json.parse(run.stdout()).path("schemaVersion").asInt()).isEqualTo(1);
            assertThat(run.stderr()).doesNotContain("Exception", "\tat ");
        }
        if (run.exitCode() != 0 && !signal.equals("KILL")) {
            assertThat(Json.parse(run.stdout()).at("/error/code").asText()).isEqualTo("Interrupted");
            assertThat(run.stderr()).contains("interrupted");
        }
    }

    private State cleanState(List<String> arguments) throws IOException {
        try (SandboxFixture sandbox = sandbox(arguments)) {
            ProgramRun run = sandbox.run(arguments.toArray(String[]::new));
            assertThat(run.exitCode()).as(run.stderr()).isZero();
            return sandbox.state();
        }
    }

    /** Makes the share that the command removes. */
    private SandboxFixture sandbox(List<String> arguments) throws IOException {
        SandboxFixture sandbox = new SandboxFixture(Files.createTempDirectory(home, "scene"));
        if (arguments.get(0).equals("unshare")) {
            sandbox.run("share", "--yes", "--image-id", SandboxFixture.IMAGE, "--accounts", SandboxFixture.accounts(3));
            sandbox.run(
                    "share", "--yes", "--image-id", SandboxFixture.IMAGE, "--folder", SandboxFixture.FOLDER, "--force");
        }
        return sandbox;
    }

    /** As under {@code nohup} or in the background of a script. */
    private static boolean interruptsAreIgnored() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
}
