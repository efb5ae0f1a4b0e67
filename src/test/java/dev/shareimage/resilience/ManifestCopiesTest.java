package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code apply} makes each copy of a manifest once, and shares it with the targets of its source. */
class ManifestCopiesTest {

    private static final String SOURCE = "m-hk0cmk0000000000001";
    private static final Map<String, String> QUICK = Map.of("SHARE_IMAGE_SETTLE", "10ms");
    private static final Map<String, String> ONE_ATTEMPT =
            Map.of("SHARE_IMAGE_SETTLE", "10ms", "SHARE_IMAGE_MAX_ATTEMPTS", "1", "SHARE_IMAGE_TIMEOUT", "5s");
    private static final String MANIFEST = """
            schemaVersion: 2
            defaults:
              copies: {ap-southeast-1: , cn-hongkong: }
            regions:
              - id: cn-hongkong
                images:
                  - id: m-hk0cmk0000000000001
                    accounts: ["2000000000000002"]
                    copies: {cn-beijing: key-bj0cmk0000000000001}
            """;

    @TempDir
    private Path home;

    private ProgramRun apply(
            SandboxFixture fixture, Map<String, String> variables, String manifest, String... options) {
        try {
            Files.writeString(home.resolve("m.yaml"), manifest);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        List<String> arguments = new ArrayList<>(List.of("apply", "-f", "m.yaml", "-o", "json"));
        arguments.addAll(List.of(options));
        return fixture.run(variables, arguments);
    }

    private static String status(ProgramRun run) throws JsonException {
        return Json.parse(run.stdout()).path("status").asText();
    }

    private static List<String> ids(ProgramRun run) throws JsonException {
        List<String> ids = new ArrayList<>();
        for (JsonNode image : Json.parse(run.stdout()).path("images")) {
            ids.add(image.path("imageId").asText());
        }
        return ids;
    }

    @Test
    void makes_each_copy_once_for_the_targets_of_its_source_and_then_only_reads() throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            CopyToTest.settings(fixture, 200, false);

            ProgramRun first = apply(fixture, QUICK, MANIFEST, "--yes");

            assertThat(first.exitCode()).as(first.stderr()).isZero();
            assertThat(status(first)).isEqualTo("succeeded");
            assertThat(CopyToTest.said(first))
                    .containsExactlyInAnyOrder(
                            "cn-hongkong - shared",
                            "ap-southeast-1 cn-hongkong:" + SOURCE + " shared",
                            "cn-beijing cn-hongkong:" + SOURCE + " shared");
            assertThat(CopyToTest.copies(fixture)).isEqualTo(CopyToTest.one());
            int writes = fixture.writes().size();

            ProgramRun second = apply(fixture, QUICK, MANIFEST, "--yes", "--prune");

            assertThat(second.exitCode()).as(second.stderr()).isZero();
            assertThat(status(second)).isEqualTo("unchanged");
            assertThat(CopyToTest.said(second))
                    .containsExactlyInAnyOrder(
                            "cn-hongkong - already-shared",
                            "ap-southeast-1 cn-hongkong:" + SOURCE + " already-shared",
                            "cn-beijing cn-hongkong:" + SOURCE + " already-shared");
            assertThat(fixture.writes()).hasSize(writes);
        }
    }

    @Test
    void a_dry_run_shows_the_copies_and_until_when_they_are_shared_and_makes_none() throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            String limited = MANIFEST + "        until: 2099-12-31\n";

            ProgramRun run = apply(fixture, QUICK, limited, "--dry-run", "--exit-code");

            assertThat(run.exitCode()).as(run.stderr()).isEqualTo(10);
            assertThat(CopyToTest.said(run))
                    .containsExactlyInAnyOrder(
                            "cn-hongkong - planned",
                            "ap-southeast-1 cn-hongkong:" + SOURCE + " planned",
                            "cn-beijing cn-hongkong:" + SOURCE + " planned");
            assertThat(run.stderr())
                    .contains("+ copy image cn-hongkong:" + SOURCE + " to ap-southeast-1")
                    .contains("with key key-bj0cmk0000000000001")
                    .contains("    " + SOURCE + " (golden-image)  + 1  - 0  = 0\n")
                    .doesNotContain("null", "  + account ");
            assertThat(run.stdout().split("\"until\": \"2099-12-31\"", -1)).hasSize(4);
            assertThat(fixture.writes()).isEmpty();

            ProgramRun made = apply(fixture, QUICK, limited, "--yes");

            assertThat(made.exitCode()).as(made.stderr()).isZero();
            assertThat(made.stdout().split("\"until\": \"2099-12-31\"", -1)).hasSize(4);
        }
    }

    @Test
    void a_share_of_a_copy_ends_with_that_of_its_source() throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            assertThat(apply(fixture, QUICK, MANIFEST, "--yes").exitCode()).isZero();

            ProgramRun run = apply(fixture, QUICK, MANIFEST + "        until: 2020-12-31\n", "--yes");

            assertThat(run.exitCode()).as(run.stderr()).isZero();
            assertThat(CopyToTest.copies(fixture))
                    .containsExactly(
                            "ap-southeast-1 of cn-hongkong:" + SOURCE + " Available for []",
                            "cn-beijing of cn-hongkong:" + SOURCE + " Available for []");
        }
    }

    @Test
    void a_copy_that_the_manifest_names_too_is_for_both_and_is_not_copied_itself() throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            ProgramRun first = apply(fixture, QUICK, MANIFEST, "--yes");
            assertThat(first.exitCode()).as(first.stderr()).isZero();
            JsonNode copy = Json.parse(first.stdout()).path("images").path(1);
            String named = MANIFEST + "  - id: " + copy.path("region").asText() + "\n    images:\n      - {id: "
                    + copy.path("imageId").asText() + ", accounts: [\"2000000000000003\"]}\n";

            ProgramRun second = apply(fixture, QUICK, named, "--yes", "--prune");

            assertThat(second.exitCode()).as(second.stderr()).isZero();
            assertThat(ids(second)).doesNotHaveDuplicates().hasSize(3);
            assertThat(CopyToTest.copies(fixture))
                    .hasSize(2)
                    .filteredOn(text -> text.startsWith(copy.path("region").asText() + " "))
                    .containsExactly(copy.path("region").asText() + " of cn-hongkong:" + SOURCE
                            + " Available for [2000000000000002, 2000000000000003]");
            assertThat(status(apply(fixture, QUICK, named, "--yes", "--prune"))).isEqualTo("unchanged");
        }
    }

    @Test
    void trusts_the_targets_of_an_image_whose_copy_alone_is_encrypted() {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            fixture.takeAllImagesAway();
            String plain = MANIFEST.replace(SOURCE, "m-hk0plain00000000001");

            ProgramRun run = apply(fixture, QUICK, plain, "--yes");

            assertThat(run.exitCode()).as(run.stderr()).isZero();
            assertThat(fixture.state().trusted()).contains("2000000000000002@ecs.aliyuncs.com");
            assertThat(CopyToTest.copies(fixture)).hasSize(2).allMatch(text -> text.endsWith("[2000000000000002]"));
        }
    }

    @Test
    void judges_an_image_that_is_to_be_copied_though_nobody_is_to_get_it() {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            String creating = MANIFEST.replace(SOURCE, "m-hk0creating00000001").replace("[\"2000000000000002\"]", "[]");

            ProgramRun run = apply(fixture, QUICK, creating, "--yes");

            assertThat(run.exitCode()).as(run.stderr()).isEqualTo(3);
            assertThat(run.stdout()).contains("image m-hk0creating00000001 is still being created");
            assertThat(fixture.writes()).isEmpty();
        }
    }

    @Test
    void a_run_that_is_cut_off_at_any_call_is_taken_up_by_the_next() throws JsonException {
        int calls;
        try (SandboxFixture clean = new SandboxFixture(home)) {
            assertThat(apply(clean, QUICK, MANIFEST, "--yes").exitCode()).isZero();
            calls = clean.requests();
        }
        assertThat(Cuts.of(calls, this::cut)).isEmpty();
    }

    private List<String> cut(int call, String when) throws JsonException {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            fixture.follow("{'rules':[{'action':'*','from':" + call + ",'count':1,'effect':{'type':'reset','when':'"
                    + when + "'}},{'action':'*','from':" + (call + 1) + ",'effect':{'type':'reset'}}]}");
            ProgramRun cut = apply(fixture, ONE_ATTEMPT, MANIFEST, "--yes");
            fixture.calm();
            ProgramRun again = apply(fixture, QUICK, MANIFEST, "--yes");
            boolean right = cut.exitCode() != 0
                    && again.exitCode() == 0
                    && CopyToTest.copies(fixture).equals(CopyToTest.one())
                    && status(apply(fixture, QUICK, MANIFEST, "--yes")).equals("unchanged");
            return right
                    ? List.of()
                    : List.of(call + " " + when + ": " + cut.exitCode() + ", then " + again.exitCode() + " "
                            + CopyToTest.copies(fixture) + again.stderr());
        }
    }
}
