package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RpcClient;
import dev.shareimage.sandbox.Sandbox;
import dev.shareimage.sandbox.world.Image;
import dev.shareimage.sandbox.world.ImageCopying;
import dev.shareimage.sandbox.world.ImageSettings;
import dev.shareimage.sandbox.world.ImageShare;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code share --copy-to} makes one copy in each region, whatever fails meanwhile. */
class CopyToTest {

    private static final String SOURCE = "m-hk0cmk0000000000001";
    private static final String RECIPIENT = "2000000000000002";
    private static final Map<String, String> QUICK = Map.of("SHARE_IMAGE_SETTLE", "10ms");
    private static final Map<String, String> ONE_ATTEMPT =
            Map.of("SHARE_IMAGE_SETTLE", "10ms", "SHARE_IMAGE_MAX_ATTEMPTS", "1", "SHARE_IMAGE_TIMEOUT", "5s");
    private static final List<String> SHARE = List.of(
            "share",
            "--region",
            "cn-hongkong",
            "--image-id",
            SOURCE,
            "--accounts",
            RECIPIENT,
            "--copy-to",
            "ap-southeast-1,cn-beijing",
            "--yes",
            "-o",
            "json");

    @TempDir
    private Path home;

    static void settings(SandboxFixture fixture, long copyMillis, boolean fail) {
        fixture.sandbox().store().<Boolean, RuntimeException>transact(world -> {
            world.setImageSettings(new ImageSettings(copyMillis, fail, false, false, false));
            return true;
        });
    }

    /** Each copy with its region and the accounts that have it. */
    static List<String> copies(SandboxFixture fixture) {
        return fixture.sandbox()
                .store()
                .<List<String>, RuntimeException>transact(world -> world.images().stream()
                        .filter(image -> image.isOwnedBy(Sandbox.OWNER) && image.copy() != null)
                        .map(CopyToTest::text)
                        .sorted()
                        .toList());
    }

    private static String text(Image image) {
        ImageCopying copy = image.copy();
        return image.region() + " of " + copy.sourceRegion() + ":" + copy.sourceId() + " "
                + copy.statusAt(Instant.now()) + " for "
                + image.shares().stream().map(ImageShare::accountId).toList();
    }

    static List<String> one() {
        return List.of(
                "ap-southeast-1 of cn-hongkong:" + SOURCE + " Available for [" + RECIPIENT + "]",
                "cn-beijing of cn-hongkong:" + SOURCE + " Available for [" + RECIPIENT + "]");
    }

    /** Each image of the document, with its source and its status. */
    static List<String> said(ProgramRun run) throws JsonException {
        List<String> said = new ArrayList<>();
        for (JsonNode image : Json.parse(run.stdout()).path("images")) {
            said.add(image.path("region").asText() + " " + image.path("source").asText("-") + " "
                    + image.path("targets").path(0).path("status").asText());
        }
        return said;
    }

    @Test
    void a_recipient_can_launch_from_each_copy() throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            settings(fixture, 300, false);
            ProgramRun run = fixture.run(QUICK, SHARE);
            assertThat(run.exitCode()).as(run.stderr()).isZero();
            assertThat(said(run))
                    .containsExactly(
                            "cn-hongkong - shared",
                            "ap-southeast-1 cn-hongkong:" + SOURCE + " shared",
                            "cn-beijing cn-hongkong:" + SOURCE + " shared");
            assertThat(copies(fixture)).isEqualTo(one());
            String copy = Json.parse(run.stdout())
                    .path("images")
                    .path(1)
                    .path("imageId")
                    .asText();
            RpcClient recipient =
                    new RpcClient(fixture.uri(), "LTAI5tSandboxRecv0000002", "NotASecretSandboxRecv000000002");
            assertThat(recipient
                            .launch(
                                    "ap-southeast-1",
                                    copy,
                                    "SystemDisk.Category",
                                    "cloud_essd",
                                    "SystemDisk.KMSKeyId",
                                    "key-sg0own0000000000002")
                            .outcome())
                    .isEqualTo("400 DryRunOperation");

            ProgramRun again = fixture.run(QUICK, SHARE);
            assertThat(again.exitCode()).isZero();
            assertThat(Json.parse(again.stdout()).path("status").asText()).isEqualTo("unchanged");
            assertThat(copies(fixture)).isEqualTo(one());
        }
    }

    @Test
    void a_dry_run_shows_the_copies_and_makes_none() throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            List<String> dry = new ArrayList<>(SHARE);
            dry.add("--dry-run");
            ProgramRun run = fixture.run(QUICK, dry);
            assertThat(run.exitCode()).isZero();
            assertThat(said(run))
                    .containsExactly(
                            "cn-hongkong - planned",
                            "ap-southeast-1 cn-hongkong:" + SOURCE + " planned",
                            "cn-beijing cn-hongkong:" + SOURCE + " planned");
            assertThat(run.stderr())
                    .contains("+ copy image cn-hongkong:" + SOURCE + " to ap-southeast-1")
                    .contains("with key key-sg0cmk0000000000001");
            assertThat(fixture.writes()).isEmpty();
        }
    }

    @Test
    void a_failed_check_leaves_the_image_and_its_copies_untried() throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            List<String> creating = new ArrayList<>(SHARE);
            creating.set(creating.indexOf(SOURCE), "m-hk0creating00000001");

            ProgramRun run = fixture.run(QUICK, creating);

            assertThat(run.exitCode()).isEqualTo(3);
            JsonNode document = Json.parse(run.stdout());
            assertThat(document.path("region").isNull()).isTrue();
            assertThat(said(run))
                    .containsExactly(
                            "cn-hongkong - not-tried",
                            "ap-southeast-1 cn-hongkong:m-hk0creating00000001 not-tried",
                            "cn-beijing cn-hongkong:m-hk0creating00000001 not-tried");
            assertThat(document.path("images").path(1).path("imageName").asText())
                    .isEqualTo("creating-image_from_cn-hongkong_m-hk0creating00000001");
            assertThat(document.path("error").path("fix").asText())
                    .endsWith(" --image-id m-hk0creating00000001 --wait --copy-to ap-southeast-1,cn-beijing"
                            + " --accounts " + RECIPIENT);
            assertThat(fixture.writes()).isEmpty();
        }
    }

    @Test
    void a_copy_that_fails_is_named_and_the_rest_is_shared() throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            settings(fixture, 0, true);
            ProgramRun run = fixture.run(QUICK, SHARE);
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(said(run))
                    .containsExactly(
                            "cn-hongkong - shared",
                            "ap-southeast-1 cn-hongkong:" + SOURCE + " failed",
                            "cn-beijing cn-hongkong:" + SOURCE + " failed");
            assertThat(run.stdout()).contains("\"code\": \"CopyFailed\"");
            assertThat(fixture.writes()).doesNotContain("DeleteImage", "CancelCopyImage");

            ProgramRun again = fixture.run(QUICK, SHARE);
            assertThat(again.exitCode()).isEqualTo(3);
            assertThat(said(again))
                    .containsExactly(
                            "cn-hongkong - already-shared",
                            "ap-southeast-1 cn-hongkong:" + SOURCE + " not-tried",
                            "cn-beijing cn-hongkong:" + SOURCE + " not-tried");
            assertThat(again.stdout())
                    .contains("the copy of image " + SOURCE + " in ap-southeast-1 is CreateFailed")
                    .contains("aliyun ecs DeleteImage");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type':'reset','when':'after'}", "{'type':'hollow'}"})
    void a_copy_is_looked_for_when_its_answer_is_lost(String effect) throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            fixture.follow("{'rules':[{'action':'CopyImage','effect':" + effect + "}]}");
            ProgramRun run = fixture.run(ONE_ATTEMPT, SHARE);
            assertThat(run.exitCode()).as(run.stderr()).isZero();
            assertThat(said(run))
                    .containsExactly(
                            "cn-hongkong - shared",
                            "ap-southeast-1 cn-hongkong:" + SOURCE + " shared",
                            "cn-beijing cn-hongkong:" + SOURCE + " shared");
            assertThat(copies(fixture)).isEqualTo(one());
        }
    }

    @Test
    void concurrent_runs_make_one_copy() throws Exception {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            settings(fixture, 200, false);
            List<CompletableFuture<ProgramRun>> runs = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                runs.add(CompletableFuture.supplyAsync(() -> fixture.run(QUICK, SHARE)));
            }
            for (CompletableFuture<ProgramRun> run : runs) {
                assertThat(run.get().exitCode()).as(run.get().stderr()).isZero();
            }
            assertThat(copies(fixture)).isEqualTo(one());
        }
    }

    @Test
    void a_copy_that_another_run_has_begun_with_another_key_is_shared_and_reported() throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            settings(fixture, 300, false);
            RpcClient owner = fixture.owner();
            String key = owner.get("2016-01-20", "CreateKey", "RegionId", "ap-southeast-1")
                    .text("/KeyMetadata/KeyId");
            owner.get(
                    "2016-01-20",
                    "TagResource",
                    "RegionId",
                    "ap-southeast-1",
                    "KeyId",
                    key,
                    "Tags",
                    "[{\"TagKey\":\"acs:ecs:disk-encryption\",\"TagValue\":\"true\"}]");
            String copy = owner.ecs(
                            "CopyImage",
                            "RegionId",
                            "cn-hongkong",
                            "ImageId",
                            SOURCE,
                            "DestinationRegionId",
                            "ap-southeast-1",
                            "DestinationImageName",
                            "golden-image_from_cn-hongkong_" + SOURCE,
                            "Encrypted",
                            "true",
                            "KMSKeyId",
                            key)
                    .text("/ImageId");
            List<String> named = new ArrayList<>(SHARE);
            named.set(named.indexOf("ap-southeast-1,cn-beijing"), "ap-southeast-1=key-sg0cmk0000000000001");

            ProgramRun run = fixture.run(QUICK, named);

            assertThat(run.exitCode()).as(run.stderr()).isZero();
            assertThat(said(run))
                    .containsExactly("cn-hongkong - shared", "ap-southeast-1 cn-hongkong:" + SOURCE + " shared");
            assertThat(Json.parse(run.stdout()).path("notes").toString())
                    .contains("the copy of image " + SOURCE + " in ap-southeast-1 is encrypted with key " + key
                            + ", not with key-sg0cmk0000000000001: " + copy + "; copies are not replaced");
        }
    }

    @Test
    void lists_that_lag_make_no_second_copy() {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            assertThat(fixture.run(QUICK, SHARE).exitCode()).isZero();
            fixture.follow(
                    "{'rules':[{'product':'Ecs','action':'DescribeImages','effect':{'type':'lag','millis':1000}}]}");
            ProgramRun again = fixture.run(QUICK, SHARE);
            assertThat(again.exitCode()).as(again.stderr()).isZero();
            assertThat(copies(fixture)).isEqualTo(one());
        }
    }

    @Test
    void a_run_that_is_cut_off_at_any_call_is_taken_up_by_the_next() {
        int calls;
        try (SandboxFixture clean = new SandboxFixture(home)) {
            assertThat(clean.run(QUICK, SHARE).exitCode()).isZero();
            calls = clean.requests();
        }
        assertThat(Cuts.of(calls, this::cut)).isEmpty();
    }

    private List<String> cut(int call, String when) {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            fixture.follow("{'rules':[{'action':'*','from':" + call + ",'count':1,'effect':{'type':'reset','when':'"
                    + when + "'}},{'action':'*','from':" + (call + 1) + ",'effect':{'type':'reset'}}]}");
            ProgramRun cut = fixture.run(ONE_ATTEMPT, SHARE);
            fixture.calm();
            ProgramRun again = fixture.run(QUICK, SHARE);
            boolean right = cut.exitCode() != 0
                    && again.exitCode() == 0
                    && copies(fixture).equals(one());
            return right
                    ? List.of()
                    : List.of(call + " " + when + ": " + cut.exitCode() + ", then " + again.exitCode() + " "
                            + copies(fixture) + again.stderr());
        }
    }
}
