package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.resilience.ProcessGroup.Place;
import dev.shareimage.sandbox.world.Folder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that change one trust policy and one image at once, on a cloud with latency, with time between read and
 * write and with lagging reads. {@code -Dshare-image.processes} sets their number (some tests use fewer), and {@code
 * -Dshare-image.seed} the latencies. Each test prints its duration.
 */
class ConcurrentProcessesIT {

    private static final int PROCESSES = Integer.getInteger("share-image.processes", 5);
    private static final int SEED = Integer.getInteger("share-image.seed", 7);

    /** With fewer processes the test has no pruning one, because the fifth is the first to prune. */
    private static final int MIN_PROCESSES = 5;

    private static final String OTHER_IMAGE = "m-hk0cmk0000000000002";
    private static final String PLAIN_IMAGE = "m-hk0plain00000000001";

    /** Reads are outdated when they arrive, and writes take time. */
    private static final String SLOW_CLOUD = """
            {'seed':%d,'settings':{'ramReadLagMillis':300,'trustDocumentLimit':8192},'rules':[
            {'effect':{'type':'latency','millis':5,'upToMillis':40}},
            {'action':'GetRole','effect':{'type':'latency','millis':20,'upToMillis':200,'when':'after'}},
            {'action':'UpdateRole','effect':{'type':'latency','millis':20,'upToMillis':200}},
            {'action':'CreateRole','effect':{'type':'latency','millis':20,'upToMillis':200}},
            {'product':'ResourceSharing','effect':{'type':'latency','millis':20,'upToMillis':200}}]}
            """.formatted(SEED);

    /** Recipients see new images late. */
    private static final String SLOW_SHARING = ",{'action':'ModifyImageSharePermission',"
            + "'parameters':{'AddAccount.1':'2*'},'effect':{'type':'latency','millis':0,'upToMillis':5000}}]}";

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource
    void all_end_in_the_policy_and_so_does_a_foreign_editor(Place place) throws Exception {
        try (SandboxFixture sandbox = new SandboxFixture(Files.createDirectory(home.resolve("here")))) {
            sandbox.takeAllImagesAway();
            Scenario scenario =
                    new Scenario(Math.max(MIN_PROCESSES, place == Place.MANY_MACHINES ? PROCESSES : PROCESSES / 2));
            scenario.prepare(sandbox);
            ForeignEditor editor = new ForeignEditor(sandbox.owner(), SEED);
            sandbox.follow(SLOW_CLOUD);
            ProcessGroup alone = ProcessGroup.run(sandbox, home, place, List.of(share(OTHER_IMAGE, Scenario.ALONE)));
            int writesBefore = updates(sandbox);
            CompletableFuture<Void> editing = start(editor);

            ProcessGroup group = ProcessGroup.run(sandbox, home, place, scenario.commands());

            editor.leave();
            editing.get();
            int writes = updates(sandbox) - writesBefore - editor.writes();
            System.out.println("a foreign editor made " + editor.added().size() + " statements permanent with "
                    + editor.writes() + " writes");
            report("share, set-trust, unshare --prune-trust: " + place, sandbox, group, writes);
            System.out.printf(
                    Locale.ROOT,
                    "one of them alone: %.1f s, so together %.1f times as long; of the principals to prune %d are there%n",
                    seconds(alone),
                    seconds(group) / seconds(alone),
                    scenario.prunedAndBack(sandbox));
            sandbox.calm();
            assertThat(group.runs()).allSatisfy(ConcurrentProcessesIT::assertDoneOrContended);
            assertThat(alone.runs()).allSatisfy(ConcurrentProcessesIT::assertDone);
            scenario.assertEnd(sandbox, editor.added());
        }
    }

    @Test
    void all_end_in_a_role_that_all_of_them_want_to_create() throws Exception {
        try (SandboxFixture sandbox = new SandboxFixture(Files.createDirectory(home.resolve("here")))) {
            sandbox.follow(SLOW_CLOUD);
            List<String> accounts = accounts(0, Math.max(3, PROCESSES / 2));

            ProcessGroup group = ProcessGroup.run(
                    sandbox,
                    home,
                    Place.MANY_MACHINES,
                    accounts.stream()
                            .map(account -> share(SandboxFixture.IMAGE, account))
                            .toList());

            report("share without a role", sandbox, group, updates(sandbox));
            assertThat(group.runs()).allSatisfy(ConcurrentProcessesIT::assertDone);
            assertThat(sandbox.state().trusted()).containsExactlyInAnyOrderElementsOf(principals(accounts));
            assertThat(sandbox.state().shares(SandboxFixture.IMAGE)).containsExactlyInAnyOrderElementsOf(accounts);
            assertThat(sandbox.state().policies()).containsExactly("AliyunKMSFullAccess");
            assertThat(sandbox.writes().stream().filter("CreateRole"::equals).count())
                    .isLessThanOrEqualTo(accounts.size());
        }
    }

    /** The role, and then its permission policy, appear between two reads of the other processes. */
    @RepeatedTest(5)
    void all_end_in_the_role_whether_they_create_it_or_share_from_nothing() throws Exception {
        try (SandboxFixture sandbox = new SandboxFixture(Files.createDirectory(home.resolve("here")))) {
            sandbox.follow(SLOW_CLOUD);
            List<String> accounts = accounts(0, 2);

            ProcessGroup group = ProcessGroup.run(
                    sandbox,
                    home,
                    Place.MANY_MACHINES,
                    List.of(
                            List.of("create-role", "--yes", "-o", "json"),
                            share(SandboxFixture.IMAGE, accounts.get(0)),
                            List.of("create-role", "--yes", "-o", "json"),
                            share(SandboxFixture.IMAGE, accounts.get(1))));

            assertThat(group.runs()).allSatisfy(ConcurrentProcessesIT::assertDone);
            assertThat(sandbox.state().policies()).containsExactly("AliyunKMSFullAccess");
            assertThat(sandbox.state().trusted()).containsAll(principals(accounts));
            assertThat(sandbox.state().shares(SandboxFixture.IMAGE)).containsExactlyInAnyOrderElementsOf(accounts);
        }
    }

    @Test
    void one_resource_share_remains_and_carries_all_targets() throws Exception {
        try (SandboxFixture sandbox = new SandboxFixture(Files.createDirectory(home.resolve("here")))) {
            sandbox.follow(SLOW_CLOUD);
            List<String> folders = makeFolders(sandbox, PROCESSES);

            ProcessGroup group = ProcessGroup.run(
                    sandbox,
                    home,
                    Place.MANY_MACHINES,
                    folders.stream().map(ConcurrentProcessesIT::shareWithFolder).toList());

            report("share with as many folders", sandbox, group, 0);
            assertThat(group.runs()).allSatisfy(ConcurrentProcessesIT::assertDone);
            assertThat(sandbox.state().resourceShares()).hasSize(1);
            assertThat(sandbox.state().resourceShares().values().iterator().next())
                    .containsExactlyInAnyOrderElementsOf(folders);
        }
    }

    /**
     * Half of the processes take an image away and prune the trust policy. The others give the same accounts that image
     * or another one. Each pruning process has one account more, with which nobody else shares.
     */
    @Test
    void no_share_ends_without_its_trust_unless_the_run_says_so() throws Exception {
        try (SandboxFixture sandbox = new SandboxFixture(Files.createDirectory(home.resolve("here")))) {
            sandbox.takeAllImagesAway();
            int count = Math.max(2, PROCESSES / 5);
            List<String> accounts = accounts(0, count);
            List<String> unneeded = accounts(20, count);
            sandbox.run(share(SandboxFixture.IMAGE, String.join(",", accounts(0, 20 + count)))
                    .toArray(String[]::new));
            sandbox.follow(SLOW_CLOUD.replace("]}", SLOW_SHARING));
            int writesBefore = updates(sandbox);
            List<List<String>> commands = new ArrayList<>();
            for (String account : accounts) {
                commands.add(prune(account + "," + unneeded.get(commands.size() / 2)));
                commands.add(share(commands.size() % 4 < 2 ? OTHER_IMAGE : SandboxFixture.IMAGE, account));
            }

            ProcessGroup group = ProcessGroup.run(sandbox, home, Place.MANY_MACHINES, commands);

            report("unshare --prune-trust against share", sandbox, group, updates(sandbox) - writesBefore);
            sandbox.calm();
            assertThat(principalsRemoved(group)).containsAnyElementsOf(principals(unneeded));
            for (int number = 0; number < accounts.size(); number++) {
                String account = accounts.get(number);
                ProgramRun sharing = group.runs().get(2 * number + 1);
                boolean shared = sandbox.state().shares(SandboxFixture.IMAGE).contains(account)
                        || sandbox.state().shares(OTHER_IMAGE).contains(account);
                boolean trusted = sandbox.state().trusted().contains(account + "@ecs.aliyuncs.com");
                assertThat(!shared || trusted || sharing.exitCode() != 0)
                        .as(
                                "%s, of which one run said %s and the other %s",
                                account, group.runs().get(2 * number), sharing)
                        .isTrue();
            }
        }
    }

    /** The commands of the first test and their expected results. */
    private record Scenario(int processes) {

        static final String ALONE = "5000000000000020";

        private List<String> asked() {
            return accounts(0, processes);
        }

        private List<String> pruned() {
            return accounts(20, processes / 5);
        }

        /** Has another image too, so its trust must remain. */
        private String needed() {
            return accounts(20 + processes / 5, 1).get(0);
        }

        void prepare(SandboxFixture sandbox) throws Exception {
            sandbox.run(share(SandboxFixture.IMAGE, String.join(",", pruned()) + "," + needed())
                    .toArray(String[]::new));
            sandbox.run(share(OTHER_IMAGE, needed()).toArray(String[]::new));
            JsonNode document = ForeignEditor.read(sandbox.owner());
            String ours = Json.write(document.path("Statement").path(0));
            ForeignEditor.put(
                    sandbox.owner(),
                    "{\"Version\":\"1\",\"Statement\":[" + ForeignEditor.statement("first") + "," + ours + ","
                            + ForeignEditor.statement("last") + "],\"X-Owner\":\"team\"}");
        }

        List<List<String>> commands() {
            List<List<String>> commands = new ArrayList<>();
            List<String> pruned = pruned();
            for (int number = 0; number < processes; number++) {
                String account = asked().get(number);
                switch (number % 5) {
                    case 0, 1 -> commands.add(share(SandboxFixture.IMAGE, account));
                    case 2 -> commands.add(share(OTHER_IMAGE, account));
                    case 3 -> commands.add(List.of("set-trust", "--accounts", account, "--yes", "-o", "json"));
                    default -> commands.add(prune(pruned.get(number / 5) + (number == 4 ? "," + needed() : "")));
                }
            }
            return commands;
        }

        void assertEnd(SandboxFixture sandbox, List<String> edited) throws Exception {
            JsonNode document = ForeignEditor.read(sandbox.owner());
            List<String> expected = new ArrayList<>();
            for (int number = 0; number < processes; number++) {
                if (number % 5 != 4) {
                    expected.add(asked().get(number));
                }
            }
            expected.add(needed());
            expected.add(ALONE);
            assertThat(sandbox.state().trusted()).containsAll(principals(expected));
            assertThat(document.path("X-Owner").asText()).isEqualTo("team");
            assertForeignStatements(document, edited);
            assertNoDuplicate(document);
        }

        /** A run whose write was overwritten writes everything that it had read, so adding wins over pruning. */
        long prunedAndBack(SandboxFixture sandbox) {
            return principals(pruned()).stream()
                    .filter(sandbox.state().trusted()::contains)
                    .count();
        }
    }

    private static void assertForeignStatements(JsonNode document, List<String> edited) throws Exception {
        List<String> sids = ForeignEditor.sids(document);
        assertThat(sids).contains("first", "last").containsAll(edited);
        assertThat(sids.indexOf("first")).isLessThan(sids.indexOf("last"));
        for (JsonNode statement : document.path("Statement")) {
            String sid = statement.path("Sid").asText();
            if (!sid.isEmpty()) {
                assertThat(Json.write(statement)).isEqualTo(ForeignEditor.statement(sid));
            }
        }
    }

    private static void assertNoDuplicate(JsonNode document) {
        List<String> principals = new ArrayList<>();
        for (JsonNode statement : document.path("Statement")) {
            statement.path("Principal").forEach(kind -> kind.forEach(principal -> principals.add(principal.asText())));
        }
        assertThat(principals).doesNotHaveDuplicates();
    }

    private static void assertDone(ProgramRun run) {
        assertThat(run.exitCode()).as(run.stderr() + run.stdout()).isZero();
    }

    /** A pruning run gives up, with a message, if competitors keep undoing it. A run that adds does not. */
    private static void assertDoneOrContended(ProgramRun run) {
        if (run.stdout().contains("\"command\": \"unshare\"") && run.exitCode() == 6) {
            assertThat(run.stderr()).contains("(TrustPolicyContended)");
        } else {
            assertDone(run);
        }
    }

    private static List<String> principalsRemoved(ProcessGroup group) throws Exception {
        List<String> removed = new ArrayList<>();
        for (ProgramRun run : group.runs()) {
            Json.parse(run.stdout())
                    .path("trust")
                    .path("removed")
                    .forEach(principal -> removed.add(principal.asText()));
        }
        return removed;
    }

    private static List<String> share(String image, String accounts) {
        return List.of("share", "--image-id", image, "--accounts", accounts, "--yes", "-o", "json");
    }

    private static List<String> shareWithFolder(String folder) {
        return List.of(
                "share", "--image-id", PLAIN_IMAGE, "--folder", "rd-sbx001/r-root01/" + folder, "--yes", "-o", "json");
    }

    private static List<String> prune(String account) {
        return List.of(
                "unshare",
                "--image-id",
                SandboxFixture.IMAGE,
                "--accounts",
                account,
                "--prune-trust",
                "--yes",
                "-o",
                "json");
    }

    private static List<String> accounts(int from, int count) {
        List<String> all = new ArrayList<>(List.of(SandboxFixture.accounts(28).split(",")));
        IntStream.rangeClosed(1, 20).forEach(number -> all.add(String.format("50000000000000%02d", number)));
        return all.subList(from, from + count);
    }

    private static List<String> principals(List<String> accounts) {
        return accounts.stream().map(account -> account + "@ecs.aliyuncs.com").toList();
    }

    private static List<String> makeFolders(SandboxFixture sandbox, int count) {
        List<String> ids = IntStream.range(0, count)
                .mapToObj(number -> String.format("fd-race%06d", number))
                .toList();
        sandbox.sandbox().store().<Boolean, RuntimeException>transact(world -> {
            ids.forEach(id -> world.folders().put(new Folder("rd-sbx001", id, "r-root01", id, Instant.EPOCH)));
            return true;
        });
        return ids;
    }

    private static int updates(SandboxFixture sandbox) {
        return (int) sandbox.writes().stream().filter("UpdateRole"::equals).count();
    }

    private static CompletableFuture<Void> start(ForeignEditor editor) {
        Executor thread = task -> new Thread(task).start();
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        editor.work("last");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                thread);
    }

    private static double seconds(ProcessGroup group) {
        return group.time().toMillis() / 1000.0;
    }

    private static void report(String what, SandboxFixture sandbox, ProcessGroup group, int writes) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d processes in %.1f s, %d requests, %d UpdateRole, the slowest merged again %d times%n",
                what,
                group.runs().size(),
                seconds(group),
                sandbox.requests(),
                writes,
                group.mostRepeats());
    }
}
