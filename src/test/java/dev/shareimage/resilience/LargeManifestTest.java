package dev.shareimage.resilience;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.world.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three regions, twenty images in each, thirty recipients of each: one command makes it so and keeps it so. */
class LargeManifestTest {

    private static final Map<String, String> ORIGINALS = new TreeMap<>(Map.of(
            "cn-hongkong", "m-hk0cmk0000000000001",
            "cn-beijing", "m-bj0cmk0000000000001",
            "ap-southeast-1", "m-sg0cmk0000000000001"));
    private static final int IMAGES = 20;
    private static final int RECIPIENTS = 30;
    private static final Map<String, String> QUICK = Map.of("SHARE_IMAGE_SETTLE", "10ms");
    private static final Map<String, String> ONE_ATTEMPT =
            Map.of("SHARE_IMAGE_SETTLE", "10ms", "SHARE_IMAGE_MAX_ATTEMPTS", "1");

    @TempDir
    private Path home;

    private SandboxFixture sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = new SandboxFixture(home);
        sandbox.takeAllImagesAway();
        sandbox.sandbox().store().<Boolean, RuntimeException>transact(world -> {
            ORIGINALS.forEach((region, id) -> {
                Image original = world.images().find(region, id).orElseThrow();
                ids(region).forEach(copy -> world.images().put(renamed(original, copy)));
            });
            return true;
        });
        Files.writeString(
                home.resolve("recipients.txt"),
                SandboxFixture.accounts(RECIPIENTS).replace(",", "\n") + "\n");
        Files.writeString(home.resolve("images.yaml"), manifest());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void converges_from_nothing_and_finds_nothing_to_do_the_next_time() {
        ProgramRun first = apply(QUICK, "--yes", "-o", "json");

        assertThat(first.exitCode()).as(first.stderr()).isZero();
        assertThat(status(first)).isEqualTo("succeeded");
        assertAllShared();
        assertThat(sandbox.state().trusted()).hasSizeGreaterThanOrEqualTo(RECIPIENTS);
        assertThat(sandbox.writes())
                .filteredOn(action -> action.equals("CreateRole") || action.equals("UpdateRole"))
                .hasSize(1);
        assertRecipientsLaunch();
        int writes = sandbox.writes().size();

        ProgramRun second = apply(QUICK, "--yes", "-o", "json");

        assertThat(second.exitCode()).isZero();
        assertThat(status(second)).isEqualTo("unchanged");
        assertThat(sandbox.writes()).hasSize(writes);
    }

    @Test
    void converges_though_runs_are_cut_off_at_any_point() {
        for (int requests : List.of(3, 150, 230, 260, 330)) {
            sandbox.follow("{'rules':[{'action':'*','from':" + requests + ",'effect':{'type':'reset'}}]}");

            assertThat(apply(ONE_ATTEMPT, "--yes").exitCode()).isNotZero();
        }
        sandbox.calm();

        ProgramRun last = apply(QUICK, "--yes", "-o", "json");

        assertThat(last.exitCode()).as(last.stderr()).isZero();
        assertAllShared();
        assertThat(status(apply(QUICK, "--yes", "-o", "json"))).isEqualTo("unchanged");
    }

    @Test
    void makes_a_copy_of_each_image_and_converges_though_a_run_was_cut_off() throws IOException {
        Files.writeString(
                home.resolve("images.yaml"),
                manifest().replace("regions:", "defaults: {copies: {ap-southeast-1: }}\nregions:"));
        sandbox.follow("{'rules':[{'action':'*','from':300,'effect':{'type':'reset'}}]}");
        assertThat(apply(ONE_ATTEMPT, "--yes").exitCode()).isNotZero();
        sandbox.calm();

        ProgramRun last = apply(QUICK, "--yes", "-o", "json");

        assertThat(last.exitCode()).as(last.stderr()).isZero();
        assertAllShared();
        assertThat(CopyToTest.copies(sandbox))
                .hasSize(2 * IMAGES)
                .extracting(copy -> new TreeSet<>(
                        List.of(copy.replaceAll(".* for \\[|]", "").split(", "))))
                .containsOnly(new TreeSet<>(
                        List.of(SandboxFixture.accounts(RECIPIENTS).split(","))));
        int writes = sandbox.writes().size();
        assertThat(status(apply(QUICK, "--yes", "-o", "json"))).isEqualTo("unchanged");
        assertThat(sandbox.writes()).hasSize(writes);
    }

    @Test
    void tells_a_lost_account_by_its_exit_code_and_gives_it_the_image_again() {
        assertThat(apply(QUICK, "--yes").exitCode()).isZero();
        State whole = sandbox.state();
        sandbox.sandbox().store().<Boolean, RuntimeException>transact(world -> {
            Image image =
                    world.images().find("cn-beijing", ids("cn-beijing").get(7)).orElseThrow();
            world.images()
                    .put(image.withShares(
                            image.shares().subList(1, image.shares().size())));
            return true;
        });
        State lacking = sandbox.state();
        int writes = sandbox.writes().size();

        ProgramRun check = apply(QUICK, "--dry-run", "--exit-code", "-o", "json");

        assertThat(check.exitCode()).isEqualTo(10);
        assertThat(status(check)).isEqualTo("planned");
        assertThat(sandbox.state()).isEqualTo(lacking).isNotEqualTo(whole);
        assertThat(sandbox.writes()).hasSize(writes);

        assertThat(apply(QUICK, "--yes").exitCode()).isZero();
        assertThat(sandbox.state()).isEqualTo(whole);
        assertThat(sandbox.writes()).hasSize(writes + 1);
        assertThat(apply(QUICK, "--dry-run", "--exit-code").exitCode()).isZero();
    }

    private ProgramRun apply(Map<String, String> variables, String... options) {
        List<String> arguments = new ArrayList<>(List.of("apply", "-q", "-f", "images.yaml"));
        arguments.addAll(List.of(options));
        return sandbox.run(variables, arguments);
    }

    private void assertAllShared() {
        SortedSet<String> recipients =
                new TreeSet<>(List.of(SandboxFixture.accounts(RECIPIENTS).split(",")));
        State state = sandbox.state();
        ORIGINALS
                .keySet()
                .forEach(region -> assertThat(ids(region))
                        .allSatisfy(id -> assertThat(state.shares(id)).isEqualTo(recipients)));
    }

    /** As the recipients see it, which is what all of this is for. */
    private void assertRecipientsLaunch() {
        Map<String, RpcClient> recipients = Reality.recipients(sandbox.uri());
        recipients.forEach((account, client) -> {
            if (SandboxFixture.accounts(RECIPIENTS).contains(account)) {
                assertThat(Reality.launch(client, ids("cn-hongkong").get(19)))
                        .as(account)
                        .isEqualTo(Reality.Launch.WORKS);
            }
        });
    }

    private static String status(ProgramRun run) {
        try {
            return Json.parse(run.stdout()).path("status").asText();
        } catch (JsonException e) {
            throw new AssertionError(run.toString(), e);
        }
    }

    private static List<String> ids(String region) {
        List<String> ids = new ArrayList<>();
        for (int number = 1; number <= IMAGES; number++) {
            ids.add(String.format("m-%s%02d", region.replace("-", ""), number));
        }
        return ids;
    }

    private static String manifest() {
        String regions = ORIGINALS.keySet().stream()
                .map(region -> "  - id: " + region + "\n    images:\n"
                        + ids(region).stream()
                                .map(id -> "      - {id: " + id + ", groups: [prod]}\n")
                                .collect(joining()))
                .collect(joining());
        return "schemaVersion: 2\ngroups:\n  prod: {accounts: \"@recipients.txt\"}\nregions:\n" + regions;
    }

    private static Image renamed(Image image, String id) {
        return new Image(
                image.region(),
                id,
                Sandbox.OWNER,
                null,
                id,
                null,
                null,
                image.status(),
                false,
                null,
                null,
                false,
                image.created(),
                image.disks(),
                List.of(),
                List.of());
    }
}
