package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shareimage.launcher.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If results cannot be written, the exit code is 9 and standard error says what was done. */
class LostOutputTest {

    private static final String FULL = "\"$@\" >/dev/full";
    private static final String CLOSED = "\"$@\" >&-";

    @TempDir
    private Path home;

    @Test
    void what_was_done_is_said_although_the_result_is_lost() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no device that is always full");
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            for (String format : List.of("table", "json")) {
                ProgramRun run = ShellRun.of(
                        home,
                        sandbox.environment(),
                        FULL,
                        List.of(
                                "share",
                                "--image-id",
                                SandboxFixture.IMAGE,
                                "--accounts",
                                "2000000000000002",
                                "-yqo",
                                format));

                assertThat(run.exitCode()).as(run.stderr()).isEqualTo(9);
                assertThat(run.stderr())
                        .containsPattern(
                                SandboxFixture.IMAGE + " +golden-image +account +2000000000000002 +(already-)?shared")
                        .endsWith("the result could not be written to standard output; what was done is kept, and the"
                                + " command can be repeated\n");
            }
            assertThat(sandbox.run("list-shares", "--image-id", SandboxFixture.IMAGE)
                            .stdout())
                    .contains("2000000000000002");
        }
    }

    @Test
    void the_version_is_lost_too() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no device that is always full");
        for (String line : List.of(FULL, CLOSED)) {
            ProgramRun run = ShellRun.of(home, Map.of(), line, List.of("--version"));

            assertThat(run.exitCode()).as(line).isEqualTo(9);
            assertThat(run.stderr()).as(line).contains("could not be written to standard output");
        }
    }
}
