package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * For any answers, also of an attacker, the program ends in time, with an exit code of the contract and one document,
 * and prints no terminal escapes of theirs.
 *
 * <p>A failure names its seed. {@code -Dshare-image.seed=N -Dshare-image.runs=1} repeats it, and a larger number of
 * runs tries more.
 */
class HostileAnswersTest {

    private static final long SEED = Long.getLong("share-image.seed", 20261124L);
    private static final int RUNS = Integer.getInteger("share-image.runs", 200);

    private static final Duration BUDGET = Duration.ofSeconds(2);
    private static final Duration MAX_DURATION = BUDGET.plusSeconds(8);

    private static final Set<Integer> EXIT_CODES = Set.of(0, 3, 4, 5, 6, 8);

    /** Characters that a terminal executes or does not show. The line end is the program's own. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}&&[^\n\t]]");

    private static final Pattern TRACE = Pattern.compile("\\s+at [a-z.]+[A-Za-z.$]+\\(|Exception|Error: ");

    private static final List<List<String>> COMMANDS = List.of(
            List.of("share", "--image-id", SandboxFixture.IMAGE, "--accounts", SandboxFixture.accounts(3), "--yes"),
            List.of("share", "--image-id", SandboxFixture.IMAGE, "--folder", SandboxFixture.FOLDER, "--yes"),
            List.of("share", "--image-id", SandboxFixture.IMAGE, "--resource-directory", "--yes", "--force"),
            List.of("unshare", "--image-id", SandboxFixture.IMAGE, "--accounts", SandboxFixture.accounts(2), "--yes"),
            List.of("unshare", "--image-id", SandboxFixture.IMAGE, "--all", "--prune-trust", "--yes"),
            List.of("set-trust", "--accounts", SandboxFixture.accounts(2), "--yes"),
            List.of("set-trust", "--accounts", SandboxFixture.accounts(2), "--replace", "--yes"),
            List.of("set-trust", "--accounts", SandboxFixture.accounts(1), "--remove", "--yes"),
            List.of("create-role", "--accounts", SandboxFixture.accounts(1), "--yes"),
            List.of("list-shares", "--image-id", SandboxFixture.IMAGE),
            List.of("list-shares", "--all-images"),
            List.of(
                    "doctor",
                    "--image-id",
                    SandboxFixture.IMAGE,
                    "--accounts",
                    SandboxFixture.accounts(2),
                    "--folder",
                    SandboxFixture.FOLDER),
            List.of("verify", "--image-id", SandboxFixture.IMAGE, "--launch", "type=ecs.g7.large"),
            List.of("verify"),
            List.of("verify", "--image-id", SandboxFixture.IMAGE, "--all-recipients", "--as-role", "X", "--dry-runs"),
            List.of("export"),
            List.of("apply", "-f", "manifest.yaml", "--prune", "--yes"));

    @TempDir
    private Path home;

    @Test
    void nothing_that_a_cloud_answers_breaks_the_program() throws IOException {
        Files.writeString(home.resolve("manifest.yaml"), """
                schemaVersion: 1
                regions:
                  - id: cn-hongkong
                    images:
                      - id: %s
                        accounts: ["2000000000000002", "2000000000000003"]
                """.formatted(SandboxFixture.IMAGE));
        List<String> failures = new ArrayList<>();
        for (long seed = SEED; seed < SEED + RUNS; seed++) {
            try {
                attempt(seed);
            } catch (AssertionError e) {
                failures.add(String.valueOf(e.getMessage()));
            }
        }
        assertThat(failures).isEmpty();
    }

    private void attempt(long seed) throws IOException {
        Random random = new Random(seed);
        try (SandboxFixture sandbox = new SandboxFixture(home);
                ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            if (random.nextBoolean()) {
                prepare(sandbox);
            }
            URI lure = URI.create("http://127.0.0.1:" + elsewhere.getLocalPort() + "/");
            Mutations mutations = new Mutations(seed, lure);
            try (TamperingProxy proxy = new TamperingProxy(sandbox.uri(), mutations)) {
                List<String> arguments = arguments(random);
                Instant start = Instant.now();
                ProgramRun run = sandbox.run(
                        Map.of("SHARE_IMAGE_ENDPOINT", proxy.uri().toString(), "SHARE_IMAGE_SETTLE", "0ms"), arguments);
                Duration took = Duration.between(start, Instant.now());
                try {
                    check(run, arguments, took);
                    assertThat(isVisited(elsewhere))
                            .as("redirects are not followed")
                            .isFalse();
                } catch (AssertionError e) {
                    throw new AssertionError(
                            "seed " + seed + ", " + String.join(" ", arguments) + ", " + mutations + ":\n"
                                    + e.getMessage() + "\nstderr: " + head(run.stderr()) + "\nstdout: "
                                    + head(run.stdout()),
                            e);
                }
            }
        }
    }

    /** Makes a share to list and remove, and other programs' things that get in the way. */
    private static void prepare(SandboxFixture sandbox) {
        sandbox.run(
                Map.of("SHARE_IMAGE_SETTLE", "0ms"),
                List.of(
                        "share",
                        "--image-id",
                        SandboxFixture.IMAGE,
                        "--accounts",
                        SandboxFixture.accounts(2),
                        "--yes",
                        "-q"));
    }

    private static List<String> arguments(Random random) {
        List<String> arguments = new ArrayList<>(COMMANDS.get(random.nextInt(COMMANDS.size())));
        arguments.addAll(List.of("--timeout", BUDGET.toSeconds() + "s", "--max-attempts", "2"));
        arguments.addAll(
                List.of("-o", List.of("json", "json", "table", "yaml", "csv").get(random.nextInt(5))));
        if (random.nextBoolean()) {
            arguments.add("-v");
        }
        return arguments;
    }

    private static void check(ProgramRun run, List<String> arguments, Duration took) {
        assertThat(run.exitCode()).isIn(EXIT_CODES);
        assertThat(took).isLessThan(MAX_DURATION);
        assertThat(run.stderr()).doesNotContainPattern(TRACE);
        assertThat(UNSAFE.matcher(run.stderr()).find()).as("unsafe stderr").isFalse();
        assertThat(UNSAFE.matcher(run.stdout()).find()).as("unsafe stdout").isFalse();
        boolean failed = run.exitCode() != 0;
        if (arguments.contains("json")
                && !(arguments.get(0).equals("export") && !run.stdout().startsWith("{"))) {
            assertThat(isOneDocument(run.stdout())).as("one document").isTrue();
        }
        if (failed) {
            assertThat(run.stderr()).isNotBlank();
        }
    }

    private static boolean isOneDocument(String text) {
        try {
            return Json.parse(text).isObject();
        } catch (JsonException e) {
            return false;
        }
    }

    private static boolean isVisited(ServerSocket server) throws IOException {
        server.setSoTimeout(1);
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static String head(String text) {
        String shown = UNSAFE.matcher(text).replaceAll("?");
        return shown.length() <= 2000 ? shown : shown.substring(0, 2000) + "...";
    }
}
