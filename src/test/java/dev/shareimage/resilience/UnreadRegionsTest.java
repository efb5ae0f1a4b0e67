package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A region that could not be read is named by every command that asks for images of all regions. */
class UnreadRegionsTest {

    private static final String FORBIDDEN =
            "{'rules':[{'action':'DescribeImages','parameters':{'RegionId':'ap-southeast-1'},"
                    + "'effect':{'type':'error','status':403,'code':'Forbidden.RAM','message':'x'}}]}";

    @TempDir
    private Path home;

    private ProgramRun run(String command) {
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            return fixture.follow(FORBIDDEN).run(Map.of("SHARE_IMAGE_SETTLE", "10ms"), List.of(command.split(" ")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list-shares --all-regions",
                "list-shares --all-regions --image-family golden",
                "list-shares --all-regions --image-name golden* --newest 3"
            })
    void a_list_is_partial_without_it(String command) throws JsonException {
        ProgramRun run = run(command + " -o json");
        JsonNode document = Json.parse(run.stdout());
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(document.path("status").asText()).isEqualTo("partial");
        assertThat(document.path("error").path("code").asText()).isEqualTo("RegionNotRead");
        assertThat(document.path("error").path("message").asText())
                .isEqualTo("these regions could not be read and may have more: "
                        + "ap-southeast-1 (Forbidden.RAM, ecs:DescribeImages)");
    }

    @Test
    void a_list_of_received_images_is_partial_without_it() throws JsonException {
        ProgramRun run = run("verify --all-regions -o json");
        JsonNode document = Json.parse(run.stdout());
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(document.path("status").asText()).isEqualTo("partial");
        assertThat(document.path("error").path("code").asText()).isEqualTo("Forbidden.RAM");
        assertThat(document.path("notes").toString()).contains("the images of ap-southeast-1 could not be read");
    }

    @Test
    void a_matrix_of_recipients_is_partial_without_it() throws JsonException {
        ProgramRun run = run("verify --all-regions --image-name shared-with-25 --all-recipients --as-role X -o json");
        JsonNode document = Json.parse(run.stdout());
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(document.path("status").asText()).isEqualTo("partial");
        assertThat(document.path("recipients")).hasSize(25);
        assertThat(document.path("error").path("code").asText()).isEqualTo("RegionNotRead");
        assertThat(run.stderr()).contains("ap-southeast-1 (Forbidden.RAM, ecs:DescribeImages)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export --all-regions", "export --all-regions --image-family golden"})
    void a_manifest_is_not_written_without_it(String command) {
        ProgramRun run = run(command);
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.stdout()).isEmpty();
        assertThat(run.stderr())
                .contains("permission ecs:DescribeImages is missing")
                .contains("ap-southeast-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dry-run", "--dry-run --exit-code", "--yes"})
    void a_share_is_partial_without_it_whether_or_not_it_is_a_dry_run(String how) throws JsonException {
        ProgramRun run =
                run("share --all-regions --image-name golden-image-web --accounts 2000000000000002 -o json " + how);
        JsonNode document = Json.parse(run.stdout());
        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(4);
        assertThat(document.path("status").asText()).isEqualTo("partial");
        assertThat(document.path("error").path("code").asText()).isEqualTo("RegionNotRead");
        assertThat(document.path("images")
                        .path(0)
                        .path("targets")
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo(how.equals("--yes") ? "shared" : "planned");
        assertThat(run.stderr())
                .contains("share-image: these regions could not be read and may have more images: "
                        + "ap-southeast-1 (Forbidden.RAM, ecs:DescribeImages)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doctor --all-regions --image-family golden --allow-unlisted-region",
                "share --all-regions --image-name golden-image-web --accounts 2000000000000002 --dry-run",
                "share --all-regions --image-id m-sg0cmk0000000000001 --accounts 2000000000000002 --yes"
            })
    void a_check_says_that_it_could_not_look_there(String command) throws JsonException {
        ProgramRun run = run(command + " -o json");
        assertThat(Json.parse(run.stdout()).path("checks"))
                .extracting(check -> check.path("id").asText() + " "
                        + check.path("status").asText() + " "
                        + check.path("message").asText())
                .contains("image-found not-checked these regions could not be read and may have more images: "
                        + "ap-southeast-1 (Forbidden.RAM, ecs:DescribeImages)");
    }
}
