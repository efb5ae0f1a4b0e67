package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers without their list, or with a wrong total. The program never treats them like an empty list. */
class HollowAnswersTest extends SandboxTestBase {

    /** An image of the owner, shared with 25 accounts. */
    private static final String SHARED = "m-hk0shared0000000025";

    private static final int REFUSED = 8;

    private static Stream<List<String>> commands() {
        String accounts = SandboxFixture.accounts(3);
        String image = SandboxFixture.IMAGE;
        String folder = SandboxFixture.FOLDER;
        return Stream.of(
                List.of("DescribeImageSharePermission", "Accounts", "list-shares", "--image-id", SHARED),
                List.of("DescribeImageSharePermission", "Accounts", "export", "--image-id", SHARED),
                List.of("DescribeImageSharePermission", "Accounts", "unshare", "--image-id", SHARED, "--all", "-y"),
                List.of("DescribeImageSharePermission", "Accounts", "apply", "-f", "manifest.yaml", "--prune", "-y"),
                List.of(
                        "DescribeImageSharePermission",
                        "Accounts",
                        "share",
                        "--image-id",
                        image,
                        "--accounts",
                        accounts,
                        "-y"),
                List.of("DescribeImages", "Images", "list-shares", "--image-id", SHARED),
                List.of("DescribeImages", "Images", "list-shares", "--all-images"),
                List.of("DescribeImages", "Images", "export"),
                List.of("DescribeImages", "Images", "unshare", "--image-id", SHARED, "--all", "-y"),
                List.of("DescribeImages", "Images", "share", "--image-id", image, "--accounts", accounts, "-y"),
                List.of("DescribeSnapshots", "Snapshots", "share", "--image-id", image, "--accounts", accounts, "-y"),
                List.of("ListResourceTags", "Tags", "share", "--image-id", image, "--accounts", accounts, "-y"),
                List.of(
                        "ListResourceShareAssociations",
                        "ResourceShareAssociations",
                        "list-shares",
                        "--image-id",
                        SHARED),
                List.of("ListResourceShareAssociations", "ResourceShareAssociations", "export", "--image-id", SHARED),
                List.of(
                        "ListResourceShareAssociations",
                        "ResourceShareAssociations",
                        "unshare",
                        "--image-id",
                        SHARED,
                        "--all",
                        "-y"),
                List.of(
                        "ListResourceShareAssociations",
                        "ResourceShareAssociations",
                        "apply",
                        "-f",
                        "manifest.yaml",
                        "--prune",
                        "-y"),
                List.of(
                        "ListResourceShareAssociations",
                        "ResourceShareAssociations",
                        "share",
                        "--image-id",
                        image,
                        "--folder",
                        folder,
                        "-y"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_list_that_is_missing_ends_the_run_before_anything_is_written(List<String> scenario) throws IOException {
        manifest();
        ProgramRun run =
                through(scenario.get(0), tree -> tree.remove(scenario.get(1)), scenario.subList(2, scenario.size()));

        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(REFUSED);
        assertThat(run.stderr())
                .contains("the answer to " + scenario.get(0) + " cannot be understood: " + scenario.get(1)
                        + " is missing");
        assertThat(run.stdout()).doesNotContain("accounts: []", "unchanged");
        assertThat(sandbox.writes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "24"})
    void a_total_that_is_too_low_hides_no_account(int total) {
        ProgramRun run = through(
                "DescribeImageSharePermission",
                tree -> tree.put("TotalCount", total),
                List.of("list-shares", "--image-id", SHARED));

        assertThat(run.stdout().lines()).as(run.stderr()).hasSize(25);
    }

    /** A second resource share would remain after the known one is deleted. */
    @Test
    void a_resource_share_that_is_not_listed_is_not_made_again() {
        assertThat(sandbox.run("share", "--image-id", SandboxFixture.IMAGE, "--folder", SandboxFixture.FOLDER, "-y")
                        .exitCode())
                .isZero();
        List<String> before = sandbox.writes();

        ProgramRun run = through(
                "ListResourceShareAssociations",
                tree -> tree.remove("ResourceShareAssociations"),
                List.of("share", "--image-id", SandboxFixture.IMAGE, "--folder", SandboxFixture.FOLDER, "-y"));

        assertThat(run.exitCode()).isEqualTo(REFUSED);
        assertThat(sandbox.writes()).isEqualTo(before);
    }

    private void manifest() throws IOException {
        Files.writeString(home.resolve("manifest.yaml"), """
                schemaVersion: 1
                regions:
                  - id: cn-hongkong
                    images:
                      - id: %s
                        accounts: ["2000000000000002"]
                """.formatted(SHARED));
    }

    /** Changes the answers to one action. */
    private interface Change {
        void make(ObjectNode tree);
    }

    private ProgramRun through(String changed, Change edit, List<String> arguments) {
        TamperingProxy.AnswerChange change =
                (action, parameters, answer) -> action.equals(changed) ? changed(answer, edit) : answer;
        try (TamperingProxy proxy = new TamperingProxy(sandbox.uri(), change)) {
            return sandbox.run(Map.of("SHARE_IMAGE_ENDPOINT", proxy.uri().toString()), new ArrayList<>(arguments));
        }
    }

    private static Reply changed(Reply answer, Change change) {
        try {
            if (Json.parse(answer.text()) instanceof ObjectNode tree) {
                change.make(tree);
                return answer.withBody(Json.write(tree));
            }
        } catch (JsonException e) {
            // Not JSON, so there is no list to remove.
        }
        return answer;
    }
}
