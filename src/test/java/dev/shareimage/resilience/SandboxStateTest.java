package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.launcher.ProgramRun;
import dev.shareimage.sandbox.RunningSandbox;
import dev.shareimage.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An unusable directory of the sandbox is not reported as a defect of the program. */
class SandboxStateTest {

    @TempDir
    private Path home;

    @Test
    void a_state_that_cannot_be_written_is_reported_and_is_no_defect() throws IOException {
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

    @ParameterizedTest
    @ValueSource(strings = {"list-shares", "sandbox env", "sandbox serve --port=0"})
    void a_damaged_state_is_reported_with_the_command_that_resets_it(String command) throws IOException {
        Files.writeString(Files.createDirectory(home.resolve("state")).resolve("world.jsonl"), "{}\n");
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            ProgramRun run = sandbox.run((command + " --sandbox=state").split(" "));

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.stderr())
                    .contains("is not the state of a sandbox of this version; `sandbox reset` starts over")
                    .doesNotContain("Exception");
            assertThat(sandbox.run("sandbox", "reset", "--sandbox=state").exitCode())
                    .isZero();
            assertThat(sandbox.run("list-shares", "--sandbox=state").exitCode()).isZero();
        }
    }

    @Test
    void a_port_in_use_is_reported_with_the_option_for_another() {
        try (SandboxFixture sandbox = new SandboxFixture(home);
                RunningSandbox other = Sandbox.inMemory().start(0)) {
            ProgramRun run = sandbox.run(
                    "sandbox",
                    "serve",
                    "--sandbox=state",
                    "--port=" + other.uri().getPort());

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.stderr()).contains("cannot listen on 127.0.0.1:", "name another port (0 for any free one)");
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
