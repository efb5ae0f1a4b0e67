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
 * Runs that lose the cloud for good at their first call, their second, and so on to the last, before that call is carried
 * out and after it: what they report is so, and the same command repeated ends as one clean run.
 * {@code -Dshare-image.cuts} is how many calls of a command are tried at most; with one, it is carried out.
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
     * @param before what is done without faults
     * @param command what is cut off
     */
    record Course(List<RandomCommand> before, RandomCommand command) {
        @Override
        public String toString() {
            return command + " after " + before;
        }
    }

    static Stream<Course> courses() {
        RandomCommand toAccounts = command("share", List.of(FIRST), ACCOUNTS);
        RandomCommand toFolders = command("share", List.of(SECOND), List.of(JAPAN, CHINA));
        List<RandomCommand> both = List.of(toAccounts, toFolders);
        return Stream.of(
                new Course(List.of(), toAccounts),
                new Course(List.of(), toFolders),
                new Course(List.of(), command("create-role", List.of(), ACCOUNTS)),
                new Course(List.of(toFolders), command("share", List.of(SECOND), List.of(Recipient.GROUPS.get(3)))),
                new Course(both, command("unshare", List.of(FIRST), ACCOUNTS, "--prune-trust")),
                new Course(both, command("unshare", List.of(SECOND), List.of(JAPAN), "--prune-trust")),
                new Course(both, command("unshare", List.of(SECOND), List.of(JAPAN, CHINA), "--prune-trust")),
                new Course(both, command("unshare", List.of(FIRST, SECOND), List.of(), "--all", "--prune-trust")),
                new Course(both, command("apply", List.of(FIRST, PLAIN), ACCOUNTS.subList(0, 2), "--prune", "--force")),
                new Course(both, command("apply", List.of(SECOND), ACCOUNTS.subList(4, 6), "--prune", "--force")),
                new Course(both, command("apply", List.of(FIRST), List.of(JAPAN), "--prune", "--force")),
                new Course(both, command("set-trust", List.of(), ACCOUNTS.subList(3, 6), "--replace")),
                new Course(both, command("set-trust", List.of(), ACCOUNTS.subList(3, 6), "--remove")),
                new Course(both, command("list-shares", List.of(FIRST, SECOND), List.of())),
                new Course(both, command("export", List.of(FIRST, SECOND), List.of())));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void ends_as_one_clean_run_when_it_is_repeated(Course course) throws Exception {
        MovableClock clock = new MovableClock();
        World start;
        State wanted;
        int calls;
        try (SandboxFixture clean = new SandboxFixture(home, Sandbox.inMemory().withClock(clock))) {
            clean.takeAllImagesAway();
            clean.run(QUICK, List.of("create-role", "--yes"));
            clean.putForeignStatement();
            for (RandomCommand command : course.before()) {
                assertThat(run(clean, QUICK, command).exitCode()).isZero();
            }
            Files.writeString(home.resolve("manifest.yaml"), course.command().manifest());
            clock.advance(Duration.ofSeconds(3));
            start = clean.sandbox().store().<World, RuntimeException>transact(Worlds::copy);
            int before = clean.requests();
            assertThat(run(clean, QUICK, course.command()).exitCode()).isZero();
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
                cuts.add(threads.submit(() -> cut(course.command(), start, faults, wanted)));
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
            Map<String, RpcClient> recipients = Reality.recipients(sandbox.uri());
            Reality before = Reality.of(sandbox.sandbox(), recipients, clock.instant());
            sandbox.follow(faults);
            ProgramRun run = run(sandbox, ONE_ATTEMPT, command);
            sandbox.calm();
            Reality after = Reality.of(sandbox.sandbox(), recipients, clock.instant());
            List<String> lies = new ArrayList<>(Claims.lies(command, run, before, after));
            clock.advance(Duration.ofSeconds(1));
            ProgramRun again = run(sandbox, QUICK, command);
            State is = sandbox.state();
            if (again.exitCode() != 0) {
                lies.add("repeated: exit " + again.exitCode() + " " + again.stderr());
            }
            if (!TrustLeft.disregarded(command, run, is, wanted).equals(wanted)) {
                lies.add("repeated: " + is + ", not " + wanted);
            }
            return lies.isEmpty()
                    ? lies
                    : List.of(
                            faults + ": exit " + run.exitCode() + " " + run.stdout() + run.stderr() + "\nLIES " + lies);
        }
    }

    private static ProgramRun run(SandboxFixture sandbox, Map<String, String> variables, RandomCommand command) {
        return sandbox.run(variables, command.arguments());
    }

    private static RandomCommand command(String name, List<String> images, List<Recipient> targets, String... flags) {
        return new RandomCommand(name, images, targets, Set.of(flags));
    }
}
