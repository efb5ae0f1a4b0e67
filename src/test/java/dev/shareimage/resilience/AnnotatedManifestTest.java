package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GitHub shows each failure at the line of the manifest that asks for the share. */
class AnnotatedManifestTest {

    private static final Map<String, String> GITHUB = Map.of("GITHUB_ACTIONS", "true", "SHARE_IMAGE_SETTLE", "10ms");

    @TempDir
    private Path home;

    private List<String> annotations(String manifest) throws IOException {
        Files.writeString(home.resolve("shares.yaml"), manifest);
        try (SandboxFixture fixture = new SandboxFixture(home)) {
            ProgramRun run = fixture.run(GITHUB, List.of("apply", "-f", "shares.yaml", "--yes"));
            return run.stderr()
                    .lines()
                    .filter(line -> line.startsWith("::error"))
                    .map(line -> line.substring(0, Math.min(line.length(), 140)))
                    .toList();
        }
    }

    @Test
    void a_target_that_failed_is_annotated_in_the_entry_of_its_image_or_its_group() throws IOException {
        List<String> annotations = annotations("""
                schemaVersion: 2
                groups:
                  prod:
                    accounts:
                      - "2000000000000002"
                      - "2999999999999998" # formerly 2999999999999999
                regions:
                  - id: cn-hongkong
                    images:
                      - id: m-hk0cmk0000000000001
                        groups: [prod]
                        accounts: ["2999999999999999"]
                      - id: m-hk0cmk0000000000002
                        accounts:
                          - "2999999999999999"
                """);

        assertThat(annotations)
                .extracting(line -> line.replaceAll(": the cloud.*", ""))
                .containsExactlyInAnyOrder(
                        "::error file=shares.yaml,line=12,title=share-image::m-hk0cmk0000000000001 account 2999999999999999",
                        "::error file=shares.yaml,line=6,title=share-image::m-hk0cmk0000000000001 account 2999999999999998",
                        "::error file=shares.yaml,line=15,title=share-image::m-hk0cmk0000000000002 account 2999999999999999");
    }

    @Test
    void a_failed_check_is_annotated_at_the_image() throws IOException {
        assertThat(annotations("""
                schemaVersion: 2
                regions:
                  - id: cn-hongkong
                    images:
                      - {id: m-hk0cmk0000000000001, accounts: ["2000000000000002"]}
                      - {id: m-hk0creating00000001, accounts: ["2000000000000002"]}
                """))
                .singleElement()
                .asString()
                .startsWith("::error file=shares.yaml,line=6,title=share-image::"
                        + "image-state: image m-hk0creating00000001 is still being created");
    }
}
