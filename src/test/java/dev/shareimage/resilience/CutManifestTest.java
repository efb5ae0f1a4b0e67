package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A truncated manifest, as after a full disk, removes no share. */
class CutManifestTest {

    @TempDir
    private Path home;

    @Test
    void takes_nothing_away_wherever_it_was_cut() throws IOException {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            assertThat(sandbox.run(
                                    "share",
                                    "--yes",
                                    "--image-id",
                                    SandboxFixture.IMAGE,
                                    "--accounts",
                                    SandboxFixture.accounts(3))
                            .exitCode())
                    .isZero();
            byte[] whole = sandbox.run("export").stdout().getBytes(StandardCharsets.UTF_8);
            State before = sandbox.state();
            int requests = sandbox.requests();

            for (int length = 0; length < whole.length - 1; length++) {
                Files.write(home.resolve("cut.yaml"), Arrays.copyOf(whole, length));

                ProgramRun run = sandbox.run("apply", "--prune", "--yes", "-f", "cut.yaml");

                assertThat(run.exitCode()).as("cut at %s: %s", length, run).isEqualTo(2);
            }
            assertThat(sandbox.requests()).isEqualTo(requests);
            assertThat(sandbox.state()).isEqualTo(before);

            Files.write(home.resolve("whole.yaml"), whole);
            assertThat(sandbox.run("apply", "--prune", "--yes", "-f", "whole.yaml")
                            .exitCode())
                    .isZero();
            assertThat(sandbox.state()).isEqualTo(before);
        }
    }
}
