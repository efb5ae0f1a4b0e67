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

/** An unusable directory of the sandbox is not reported as a defect of the program. */
class SandboxStateTest {

    @TempDir
    private Path home;

    @Test
    void a_world_that_cannot_be_written_is_said_and_no_defect() throws IOException {
        Path state = home.resolve("state");
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            assertThat(sandbox.run("list-shares", "--sandbox=state").exitCode()).isZero();
            // The path of the file is a directory that is not empty, so writing fails as on a full disk.
            Files.createDirectories(state.resolve("world.jsonl.new/in the way"));

            ProgramRun run = sandbox.run(
                    "share",
                    "--sandbox=state",
                    "--max-attempts=1",
                    "--yes",
                    "--image-id",
                    SandboxFixture.IMAGE,
                    "--accounts",
                    "2000000000000002");

            assertThat(run.exitCode()).isEqualTo(6);
            assertThat(run.stderr())
                    .contains("The sandbox cannot read or write its state: ", "(SandboxStateUnusable, ")
                    .doesNotContain("defect", "Exception");
        }
    }

    @Test
    void a_directory_that_cannot_be_made_names_the_option() throws IOException {
        Path occupied = Files.createFile(home.resolve("occupied"));
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            ProgramRun run =
                    sandbox.run(Map.of("XDG_STATE_HOME", occupied.toString()), List.of("list-shares", "--sandbox"));

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.stderr()).contains("name another directory: --sandbox=DIR");
        }
    }
}
