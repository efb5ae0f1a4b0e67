package dev.shareimage.resilience;

import static dev.shareimage.resilience.RandomCommand.FIRST;
import static dev.shareimage.resilience.RandomCommand.PLAIN;
import static dev.shareimage.resilience.RandomCommand.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.world.World;
import dev.shareimage.sandbox.world.Worlds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs that lose the cloud at their first call, their second, and so on, each before and after the cloud carries out
 * the call. Their report is true, and repeating the command ends like one clean run. {@code -Dshare-image.cuts} limits
 * the calls of a command that are tried; with 1, the call is carried out.
 */
class CutAtEveryCallTest {

    private static final int MAX_CUTS = Integer.getInteger("share-image.cuts", 1);
    private static final int CUTS_AT_ONCE = 12;
    private static final Map<String, String> ONE_ATTEMPT =
            Map.of("SHARE_IMAGE_MAX_ATTEMPTS", "1", "SHARE_IMAGE_SETTLE", "10ms", "SHARE_IMAGE_TIMEOUT", "5s");
    private static final Map<String, String> QUICK = Map.of("SHARE_IMAGE_SETTLE", "10ms");

    private static final List<Recipient> ACCOUNTS = Recipient.ACCOUNTS;
    private static final Recipient JAPAN = Recipient.GROUPS.get(0);
    private static final Recipient CHINA = Recipient.GROUPS.get(1);

    @TempDir
    private Path home;

    /**
     * @param before commands without faults
     * @param command the command that loses the cloud
     */
    record Scenario(List<RandomCommand> before, RandomCommand command) {
        @Override
        public String toString() {
            return command + " after " + before;
        }
    }

    static Stream<Scenario> scenarios() {
        RandomCommand toAccounts = command("share", List.of(FIRST), ACCOUNTS);
        RandomCommand toFolders = command("share", List.of(SECOND), List.of(JAPAN, CHINA));
        List<RandomCommand> both = List.of(toAccounts, toFolders);
        return Stream.of(
                new Scenario(List.of(), toAccounts),
                new Scenario(List.of(), toFolders),
                new Scenario(List.of(), command("create-role", List.of(), ACCOUNTS)),
                new Scenario(List.of(toFolders), command("share", List.of(SECOND), List.of(Recipient.GROUPS.get(3)))),
                new Scenario(both, command("unshare", List.of(FIRST), ACCOUNTS, "--prune-trust")),
                new Scenario(both, command("unshare", List.of(SECOND), List.of(JAPAN), "--prune-trust")),
                new Scenario(both, command("unshare", List.of(SECOND), List.of(JAPAN, CHINA), "--prune-trust")),
                new Scenario(both, command("unshare", List.of(FIRST, SECOND), List.of(), "--all", "--prune-trust")),
                new Scenario(
                        both, command("apply", List.of(FIRST, PLAIN), ACCOUNTS.subList(0, 2), "--prune", "--force")),
                new Scenario(both, command("apply", List.of(SECOND), ACCOUNTS.subList(4, 6), "--prune", "--force")),
                new Scenario(both, command("apply", List.of(FIRST), List.of(JAPAN), "--prune", "--force")),
                new Scenario(both, command("set-trust", List.of(), ACCOUNTS.subList(3, 6), "--replace")),
                new Scenario(both, command("set-trust", List.of(), ACCOUNTS.subList(3, 6), "--remove")),
                new Scenario(both, command("list-shares", List.of(FIRST, SECOND), List.of())),
                new Scenario(both, command("export", List.of(FIRST, SECOND), List.of())));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void ends_as_one_clean_run_when_it_is_repeated(Scenario scenario) throws Exception {
        MovableClock clock = new MovableClock();
        World start;
        State wanted;
        int calls;
        try (SandboxFixture clean = new SandboxFixture(home, Sandbox.inMemory().withClock(clock))) {
            clean.takeAllImagesAway();
            clean.run(QUICK, List.of("create-role", "--yes"));
            clean.putForeignStatement();
            for (RandomCommand command : scenario.before()) {
                assertThat(run(clean, QUICK, command).exitCode()).isZero();
            }
            Files.writeString(home.resolve("manifest.yaml"), scenario.command().manifest());
            clock.advance(Duration.ofSeconds(3));
            start = clean.sandbox().store().<World, RuntimeException>transact(Worlds::copy);
            int before = clean.requests();
            assertThat(run(clean, QUICK, scenario.command()).exitCode()).isZero();
            calls = clean.requests() - before;
            wanted = clean.state();
        }
        List<Future<List<String>>> cuts = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CUTS_AT_ONCE);
        int stride = (calls + MAX_CUTS - 1) / MAX_CUTS;
        for (int call = (stride + 1) / 2; call <= calls; call += stride) {
            for (String when : MAX_CUTS == 1 ? List.of("after") : List.of("before", "after")) {
                String faults =
                        "{'rules':[{'action':'*','from':" + call + ",'count':1,'effect':{'type':'reset','when':'" + when
                                + "'}},{'action':'*','from':" + (call + 1) + ",'effect':{'type':'reset'}}]}";
                cuts.add(threads.submit(() -> cut(scenario.command(), start, faults, wanted)));
            }
        }
        threads.shutdown();
        List<String> failures = new ArrayList<>();
        for (Future<List<String>> cut : cuts) {
            failures.addAll(cut.get());
        }
        assertThat(failures).as("of %s cuts", cuts.size()).isEmpty();
    }

    private List<String> cut(RandomCommand command, World start, String faults, State wanted) {
        MovableClock clock = new MovableClock();
        clock.advance(Duration.ofSeconds(3));
        try (SandboxFixture sandbox =
                new SandboxFixture(home, Sandbox.of(Worlds.copy(start)).withClock(clock))) {
            Map<String, RpcClient> recipients = ActualState.recipients(sandbox.uri());
            ActualState before = ActualState.of(sandbox.sandbox(), recipients, clock.instant());
            sandbox.follow(faults);
            ProgramRun run = run(sandbox, ONE_ATTEMPT, command);
            sandbox.calm();
            ActualState after = ActualState.of(sandbox.sandbox(), recipients, clock.instant());
            List<String> differences = new ArrayList<>(ReportCheck.differences(command, run, before, after));
            clock.advance(Duration.ofSeconds(1));
            ProgramRun again = run(sandbox, QUICK, command);
            State is = sandbox.state();
            if (again.exitCode() != 0) {
                differences.add("repeated: exit " + again.exitCode() + " " + again.stderr());
            }
            if (!TrustLeft.disregarded(command, run, is, wanted).equals(wanted)) {
                differences.add("repeated: " + is + ", not " + wanted);
            }
            return differences.isEmpty()
                    ? differences
                    : List.of(faults + ": exit " + run.exitCode() + " " + run.stdout() + run.stderr() + "\nDIFFERENCES "
                            + differences);
        }
    }

    private static ProgramRun run(SandboxFixture sandbox, Map<String, String> variables, RandomCommand command) {
        return sandbox.run(variables, command.arguments());
    }

    private static RandomCommand command(String name, List<String> images, List<Recipient> targets, String... flags) {
        return new RandomCommand(name, images, targets, Set.of(flags));
    }
}
