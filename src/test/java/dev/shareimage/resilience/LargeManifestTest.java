package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.world.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three regions with twenty images each, thirty recipients for each image. One command creates and keeps this state.
 */
class LargeManifestTest extends SandboxTestBase {

    private static final Map<String, String> QUICK = Map.of("SHARE_IMAGE_SETTLE", "10ms");
    private static final Map<String, String> ONE_ATTEMPT =
            Map.of("SHARE_IMAGE_SETTLE", "10ms", "SHARE_IMAGE_MAX_ATTEMPTS", "1");

    private LargeManifest manifest;

    @BeforeEach
    void writeManifest() throws IOException {
        manifest = new LargeManifest(sandbox);
    }

    @Test
    void converges_from_nothing_and_finds_nothing_to_do_the_next_time() {
        ProgramRun first = apply(QUICK, "--yes", "-o", "json");

        assertThat(first.exitCode()).as(first.stderr()).isZero();
        assertThat(status(first)).isEqualTo("succeeded");
        manifest.assertAllShared();
        assertThat(sandbox.state().trusted()).hasSizeGreaterThanOrEqualTo(LargeManifest.RECIPIENTS);
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
        for (int requests : List.of(3, 70, 85, 110, 150)) {
            sandbox.follow("{'rules':[{'action':'*','from':" + requests + ",'effect':{'type':'reset'}}]}");

            assertThat(apply(ONE_ATTEMPT, "--yes").exitCode()).isNotZero();
        }
        sandbox.calm();

        ProgramRun last = apply(QUICK, "--yes", "-o", "json");

        assertThat(last.exitCode()).as(last.stderr()).isZero();
        manifest.assertAllShared();
        assertThat(status(apply(QUICK, "--yes", "-o", "json"))).isEqualTo("unchanged");
    }

    @Test
    void makes_a_copy_of_each_image_and_converges_though_a_run_was_cut_off() throws IOException {
        manifest.withCopies();
        sandbox.follow("{'rules':[{'action':'*','from':300,'effect':{'type':'reset'}}]}");
        assertThat(apply(ONE_ATTEMPT, "--yes").exitCode()).isNotZero();
        sandbox.calm();

        ProgramRun last = apply(QUICK, "--yes", "-o", "json");

        assertThat(last.exitCode()).as(last.stderr()).isZero();
        manifest.assertAllShared();
        manifest.assertAllCopied();
        int writes = sandbox.writes().size();
        assertThat(status(apply(QUICK, "--yes", "-o", "json"))).isEqualTo("unchanged");
        assertThat(sandbox.writes()).hasSize(writes);
    }

    @Test
    void tells_a_lost_account_by_its_exit_code_and_gives_it_the_image_again() {
        assertThat(apply(QUICK, "--yes").exitCode()).isZero();
        State whole = sandbox.state();
        sandbox.sandbox().store().<Boolean, RuntimeException>transact(world -> {
            Image image = world.images()
                    .find("cn-beijing", LargeManifest.ids("cn-beijing").get(7))
                    .orElseThrow();
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
        List<String> arguments = new ArrayList<>(List.of("apply", "-q", "-f", LargeManifest.FILE));
        arguments.addAll(List.of(options));
        return sandbox.run(variables, arguments);
    }

    /** The recipients' view, which is what matters. */
    private void assertRecipientsLaunch() {
        Map<String, RpcClient> recipients = ActualState.recipients(sandbox.uri());
        recipients.forEach((account, client) -> {
            if (SandboxFixture.accounts(LargeManifest.RECIPIENTS).contains(account)) {
                assertThat(ActualState.launch(
                                client, LargeManifest.ids("cn-hongkong").get(19)))
                        .as(account)
                        .isEqualTo(ActualState.Launch.WORKS);
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
}
