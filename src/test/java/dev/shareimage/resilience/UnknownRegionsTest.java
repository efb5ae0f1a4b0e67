package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A region that does not exist is a failed check that names it, although the cloud's error does not. */
class UnknownRegionsTest {

    @TempDir
    private Path home;

    private SandboxFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new SandboxFixture(home);
        Files.writeString(home.resolve("m.yaml"), """
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - {id: m-hk0cmk0000000000001, accounts: ["2000000000000002"], copies: {cn-hongkon: }}
                """);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "share --region cn-hongkon --image-id m-hk0cmk0000000000001 --accounts 2000000000000002 --yes",
                "share --image-id m-hk0cmk0000000000001 --accounts 2000000000000002 --copy-to cn-hongkon --yes",
                "apply -f m.yaml --yes"
            })
    void a_command_that_would_write_there_names_it(String command) throws JsonException {
        ProgramRun run = fixture.run((command + " -o json").split(" "));

        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(3);
        JsonNode document = Json.parse(run.stdout());
        assertThat(document.path("status").asText()).isEqualTo("failed");
        assertThat(document.path("checks")).singleElement().satisfies(check -> {
            assertThat(check.path("id").asText()).isEqualTo("region-listed");
            assertThat(check.path("message").asText())
                    .isEqualTo("sharing of encrypted images is not listed for cn-hongkon (as of 2024-01-17)");
            assertThat(check.path("fix").asText()).startsWith("did you mean cn-hongkong? ");
        });
        assertThat(fixture.writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list-shares", "export", "unshare --image-id m-hk0cmk0000000000001 --all --yes"})
    void a_command_that_reads_there_reports_it_with_the_same_exit_code(String command) {
        ProgramRun run = fixture.run((command + " --region cn-hongkon").split(" "));

        assertThat(run.exitCode()).as(run.stderr()).isEqualTo(3);
        assertThat(run.stderr()).contains("did you mean cn-hongkong?");
    }

    @Test
    void the_doctor_warns_of_unlisted_regions_that_nobody_named() {
        ProgramRun all = fixture.run("doctor", "--all-regions");
        ProgramRun named = fixture.run("doctor", "--region", "cn-hangzhou");

        assertThat(all.exitCode()).as(all.stdout()).isZero();
        assertThat(all.stdout())
                .contains("warn\tregion-listed\tsharing of encrypted images is not listed for cn-hangzhou");
        assertThat(named.exitCode()).isEqualTo(3);
    }
}
