package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quiet leaves out what nobody needs to know, and never who loses access or keeps it after all. */
class QuietTest {

    private static final String ACCOUNT = "2000000000000002";
    private static final String OTHER = "2000000000000003";
    private static final String PRINCIPAL = ACCOUNT + "@ecs.aliyuncs.com";

    @TempDir
    private Path home;

    @Test
    void says_who_loses_the_key() {
        for (String[] change : new String[][] {{"--replace", OTHER}, {"--remove", ACCOUNT}}) {
            try (SandboxFixture sandbox = shared()) {
                ProgramRun run = sandbox.run("set-trust", "-yq", change[0], "--accounts", change[1]);

                assertThat(run.exitCode()).isZero();
                assertThat(run.stderr())
                        .contains("      - " + PRINCIPAL + "\n")
                        .contains("Warning: " + PRINCIPAL + " loses the use of your keys and still has image "
                                + SandboxFixture.IMAGE);
            }
        }
    }

    @Test
    void says_who_loses_an_image_and_whose_trust_is_kept() {
        try (SandboxFixture sandbox = shared()) {
            ProgramRun run =
                    sandbox.run("unshare", "-yq", "--image-id", SandboxFixture.IMAGE, "--all", "--prune-trust");

            assertThat(run.exitCode()).isZero();
            assertThat(run.stderr())
                    .contains("      - account " + ACCOUNT + "\n", "Warning: they can make no new instances")
                    .containsPattern("Note: [^\n]*" + ACCOUNT);
        }
    }

    @Test
    void says_whom_a_manifest_takes_an_image_from() throws IOException {
        Files.writeString(
                home.resolve("nobody.yaml"),
                "schemaVersion: 1\nregions:\n  - id: cn-hongkong\n    images:\n      - id: " + SandboxFixture.IMAGE
                        + "\n        accounts: []\n");
        try (SandboxFixture sandbox = shared()) {
            ProgramRun run = sandbox.run("apply", "-yq", "--prune", "-f", "nobody.yaml");

            assertThat(run.exitCode()).isZero();
            assertThat(run.stderr())
                    .contains("      - account " + ACCOUNT + "\n", "Warning: they can make no new instances")
                    .containsPattern("Note: [^\n]*" + ACCOUNT);
        }
    }

    @Test
    void says_nothing_of_what_takes_nothing_away() {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            assertThat(sandbox.run("share", "-yq", "--image-id", SandboxFixture.IMAGE, "--accounts", ACCOUNT)
                            .stderr())
                    .isEmpty();
        }
    }

    private SandboxFixture shared() {
        SandboxFixture sandbox = new SandboxFixture(home);
        sandbox.run("share", "-yq", "--image-id", SandboxFixture.IMAGE, "--accounts", ACCOUNT);
        return sandbox;
    }
}
