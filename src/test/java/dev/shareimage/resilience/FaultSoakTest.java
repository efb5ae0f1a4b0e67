package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of runs in random worlds under random faults. Each ends with an exit code of the contract and one JSON
 * document, and the same command after the faults ends like one clean run. {@code -Dshare-image.seed} repeats a run,
 * and {@code -Dshare-image.runs} sets their number.
 */
class FaultSoakTest {

    private static final long SEED = Long.getLong("share-image.seed", 20261123L);
    private static final int RUNS = Integer.getInteger("share-image.runs", 320);
    private static final int RUNS_AT_ONCE = 16;

    private static final Set<Integer> CODES = Set.of(0, 3, 4, 5, 6, 8);

    /** Short, so that endless and long waits end soon. */
    private static final Map<String, String> SHORT_LIMITS =
            Map.of("SHARE_IMAGE_TIMEOUT", "1500ms", "SHARE_IMAGE_MAX_ATTEMPTS", "3", "SHARE_IMAGE_SETTLE", "50ms");

    private static final Map<String, String> LONG_LIMITS =
            Map.of("SHARE_IMAGE_TIMEOUT", "20s", "SHARE_IMAGE_SETTLE", "50ms");

    /** The message of a run that could not read everything, and therefore did not prune the trust policy. */
    private static final String KEPT = "is kept: not every region could be read";

    @TempDir
    private Path home;

    @Test
    void every_account_ends_where_it_belongs() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RUNS_AT_ONCE);
        List<Future<Integer>> runs = new ArrayList<>();
        for (long seed = SEED; seed < SEED + RUNS; seed++) {
            RandomScenario scenario = new RandomScenario(seed);
            runs.add(threads.submit(() -> soak(scenario)));
        }
        Map<Integer, Integer> codes = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (Future<Integer> run : runs) {
            try {
                codes.merge(run.get(), 1, Integer::sum);
            } catch (ExecutionException e) {
                failures.add(String.valueOf(e.getCause()));
            }
        }
        threads.shutdown();
        System.out.println("FaultSoakTest: " + RUNS + " runs, their exit codes: " + codes);

        assertThat(failures).isEmpty();
        assertThat(codes).containsKeys(0, 6);
    }

    private int soak(RandomScenario scenario) throws IOException {
        try (SandboxFixture clean = sandbox(scenario);
                SandboxFixture sandbox = sandbox(scenario)) {
            ProgramRun reference = clean.run(LONG_LIMITS, scenario.command());
            assertThat(reference.exitCode())
                    .as("%s, without faults: %s", scenario, reference.stderr())
                    .isZero();
            Map<String, String> limits = new LinkedHashMap<>(SHORT_LIMITS);
            limits.putAll(scenario.credentials(sandbox));
            sandbox.follow(scenario.faults());

            ProgramRun run = sandbox.run(limits, scenario.command());

            String told = scenario + ": " + run.exitCode() + "\n" + run.stderr();
            assertThat(run.exitCode()).as(told).isIn(CODES);
            assertThat(Digest.of(run)).as(told).startsWith("exit " + run.exitCode());
            assertThat(run.stderr()).as(told).doesNotContain("Exception", "\tat ");
            if (run.exitCode() == 0 && !run.stderr().contains(KEPT)) {
                assertEnd(sandbox, clean, scenario, told);
            }
            scenario.calm(sandbox);
            ProgramRun again = sandbox.run(LONG_LIMITS, scenario.command());
            String toldAgain = told + "repeated:\n" + again.stderr();
            assertThat(again.exitCode()).as(toldAgain).isZero();
            assertEnd(sandbox, clean, scenario, toldAgain);
            return run.exitCode();
        }
    }

    private static void assertEnd(SandboxFixture sandbox, SandboxFixture clean, RandomScenario scenario, String told) {
        assertThat(sandbox.state()).as(told).isEqualTo(clean.state());
        assertThat(scenario.foreignStatements(sandbox)).as(told).isEqualTo(scenario.foreignStatements(clean));
    }

    private SandboxFixture sandbox(RandomScenario scenario) throws IOException {
        SandboxFixture sandbox = new SandboxFixture(Files.createTempDirectory(home, "scene"));
        scenario.prepare(sandbox);
        return sandbox;
    }
}
