package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.world.World;
import dev.shareimage.sandbox.world.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sequences of commands of all kinds in one world, each under faults of all kinds. The report of each run is true, only
 * named targets lose access, and the same command after the faults ends like one clean run. {@code -Dshare-image.seed}
 * repeats a sequence, and {@code -Dshare-image.sequences} sets their number.
 */
class CommandSequenceSoakTest {

    private static final long SEED = Long.getLong("share-image.seed", 20261130L);
    private static final int SEQUENCES = Integer.getInteger("share-image.sequences", 5);
    private static final int SEQUENCES_AT_ONCE = Integer.getInteger("share-image.sequences-at-once", 8);
    private static final int STEPS = 5;

    private static final Set<Integer> CODES = Set.of(0, 3, 4, 5, 6, 8);

    /** Short, so that endless and long waits end soon. */
    private static final Map<String, String> SHORT_LIMITS =
            Map.of("SHARE_IMAGE_TIMEOUT", "4s", "SHARE_IMAGE_MAX_ATTEMPTS", "3", "SHARE_IMAGE_SETTLE", "50ms");

    private static final Map<String, String> LONG_LIMITS =
            Map.of("SHARE_IMAGE_TIMEOUT", "1m", "SHARE_IMAGE_SETTLE", "50ms");

    /** Longer than any lag, so that lists show the results of earlier commands. */
    private static final Duration BETWEEN_COMMANDS = Duration.ofSeconds(3);

    @TempDir
    private Path home;

    @Test
    void what_is_reported_is_what_is() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SEQUENCES_AT_ONCE);
        List<Future<Map<String, Integer>>> sequences = new ArrayList<>();
        for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
            long own = seed;
            sequences.add(threads.submit(() -> sequence(own)));
        }
        Map<String, Integer> codes = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (Future<Map<String, Integer>> sequence : sequences) {
            try {
                sequence.get().forEach((code, number) -> codes.merge(code, number, Integer::sum));
            } catch (ExecutionException e) {
                differences.add(String.valueOf(e.getCause()));
            }
        }
        threads.shutdown();
        System.out.println(
                "CommandSequenceSoakTest: seeds " + SEED + " to " + (SEED + SEQUENCES - 1) + ", exit codes " + codes);

        assertThat(differences).isEmpty();
    }

    private Map<String, Integer> sequence(long seed) throws IOException {
        Random random = new Random(seed * 7919);
        Map<String, Integer> codes = new TreeMap<>();
        MovableClock clock = new MovableClock();
        try (SandboxFixture sandbox =
                new SandboxFixture(directory(), Sandbox.inMemory().withClock(clock))) {
            sandbox.takeAllImagesAway();
            if (random.nextBoolean()) {
                sandbox.run("create-role", "--yes");
                sandbox.putForeignStatement();
            }
            Map<String, RpcClient> recipients = ActualState.recipients(sandbox.uri());
            for (int number = 0; number < STEPS; number++) {
                RandomCommand command = RandomCommand.of(random);
                Step step = new Step(
                        "-Dshare-image.seed=" + seed + " step " + number, command, RandomFaults.plan(random, command));
                int code = step.take(sandbox, clock, recipients);
                codes.merge(step.command().name() + " " + code, 1, Integer::sum);
            }
        }
        return codes;
    }

    private Path directory() throws IOException {
        return Files.createTempDirectory(home, "sandbox");
    }

    /** Runs one command, first under faults and then without. */
    private record Step(String name, RandomCommand command, String faults) {

        int take(SandboxFixture sandbox, MovableClock clock, Map<String, RpcClient> recipients) throws IOException {
            Files.writeString(sandbox.home().resolve("manifest.yaml"), command.manifest());
            clock.advance(BETWEEN_COMMANDS);
            ActualState before = ActualState.of(sandbox.sandbox(), recipients, clock.instant());
            World copy = sandbox.sandbox().store().<World, RuntimeException>transact(Worlds::copy);
            sandbox.follow(faults);
            ProgramRun run = sandbox.run(SHORT_LIMITS, command.arguments());
            sandbox.calm();
            ActualState after = ActualState.of(sandbox.sandbox(), recipients, clock.instant());

            String told = name + " " + command + "\nfaults " + faults + "\n" + run.exitCode() + " " + run.stdout()
                    + "\n" + run.stderr();
            assertThat(run.exitCode()).as(told).isIn(CODES);
            assertThat(run.stderr()).as(told).doesNotContain("Exception", "\tat ");
            assertThat(ReportCheck.differences(command, run, before, after))
                    .as(told)
                    .isEmpty();
            repeat(sandbox, clock, recipients, copy, run, told);
            return run.exitCode();
        }

        private void repeat(
                SandboxFixture sandbox,
                MovableClock clock,
                Map<String, RpcClient> recipients,
                World copy,
                ProgramRun first,
                String told)
                throws IOException {
            sandbox.repair();
            clock.advance(BETWEEN_COMMANDS);
            ActualState before = ActualState.of(sandbox.sandbox(), recipients, clock.instant());
            ProgramRun again = sandbox.run(LONG_LIMITS, command.arguments());
            ActualState after = ActualState.of(sandbox.sandbox(), recipients, clock.instant());
            String toldAgain = told + "\nrepeated: " + again.exitCode() + " " + again.stdout() + "\n" + again.stderr();
            assertThat(ReportCheck.differences(command, again, before, after))
                    .as(toldAgain)
                    .isEmpty();
            try (SandboxFixture clean =
                    new SandboxFixture(sandbox.home(), Sandbox.of(copy).withClock(clock))) {
                ProgramRun reference = clean.run(LONG_LIMITS, command.arguments());
                String toldClean = toldAgain + "\nclean: " + reference.exitCode() + " " + reference.stderr();
                assertThat(again.exitCode()).as(toldClean).isEqualTo(reference.exitCode());
                assertThat(again.exitCode())
                        .as(toldClean)
                        .isIn(command.has("--no-setup") ? Set.of(0, 3, 4) : Set.of(0, 3));
                State wanted = clean.state();
                State is = sandbox.state();
                assertThat(TrustLeft.disregarded(command, first, is, wanted))
                        .as(toldClean)
                        .isEqualTo(wanted);
            }
        }
    }
}
