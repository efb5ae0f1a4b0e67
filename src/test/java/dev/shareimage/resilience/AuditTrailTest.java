package dev.shareimage.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shareimage.domain.json.Json;
import dev.shareimage.launcher.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The files that a command leaves on the disk, and its behavior when the disk is full. */
class AuditTrailTest {

    /**
     * Limits files to 64 blocks, which are 32 or 64 KiB depending on the shell. The log reaches the limit, as on a full
     * disk.
     */
    private static final String FULL_DISK = "ulimit -f 64; exec \"$@\"";

    private static final int MAX_FILE = 64 * 1024;

    @TempDir
    private Path home;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothing_is_changed_that_cannot_be_logged() throws Exception {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            ProgramRun run = runOnFullDisk(sandbox, SandboxFixture.SHARE_WITH_TWO);

            assertThat(run.exitCode()).as(run.stderr()).isEqualTo(6);
            assertThat(run.stderr())
                    .contains("the audit log cannot be written to, so ")
                    .doesNotContain("Exception", "defect");
            assertThat(Json.parse(run.stdout()).path("status").asText()).isEqualTo("failed");
            assertThat(sandbox.writes()).isEmpty();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void an_incomplete_log_is_told_when_nothing_else_failed() throws Exception {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            ProgramRun run = runOnFullDisk(sandbox, List.of("doctor"));

            assertThat(run.exitCode()).as(run.stderr()).isEqualTo(6);
            assertThat(run.stderr())
                    .endsWith(
                            "share-image: the audit log could not be written: what was done since then is not in it\n");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_device_cannot_be_the_log() {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            ProgramRun run = run(sandbox, SandboxFixture.SHARE_WITH_TWO, "--audit-log", "/dev/null");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.stderr()).contains("not a regular file of yours");
            assertThat(sandbox.requests()).isZero();
        }
    }

    private ProgramRun runOnFullDisk(SandboxFixture sandbox, List<String> command)
            throws IOException, InterruptedException {
        Path log = Files.writeString(home.resolve("audit.jsonl"), "{}".repeat(MAX_FILE / 2 - 1) + " \n");
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--audit-log", log.toString()));
        return ShellRun.of(home, sandbox.environment(), FULL_DISK, arguments);
    }

    @Test
    void an_incomplete_line_does_not_damage_the_next() throws Exception {
        Path log = Files.writeString(home.resolve("audit.jsonl"), "{\"time\":\"2026-11-2");
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            assertThat(run(sandbox, SandboxFixture.SHARE_WITH_TWO, "--audit-log", log.toString())
                            .exitCode())
                    .isZero();
        }

        List<String> lines = Files.readAllLines(log);
        assertThat(lines.get(0)).isEqualTo("{\"time\":\"2026-11-2");
        assertThat(lines.subList(1, lines.size())).hasSizeGreaterThan(5).allSatisfy(Json::parse);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_the_user_can_read_what_the_program_leaves() throws IOException {
        leaveTraces(2);

        assertThat(modes(home)).isNotEmpty().allMatch(mode -> mode.matches(".*(rw-------|rwx------)"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_is_replaced_is_closed_and_the_log_stays_as_its_owner_wants_it() throws IOException {
        leaveTraces(2);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }

        leaveTraces(3);

        assertThat(modes(home).stream().filter(mode -> mode.contains("world")))
                .isNotEmpty()
                .allMatch(mode -> mode.endsWith("rw-------"));
        assertThat(modes(home)).contains("audit.jsonl rwxr-xr-x");
    }

    private void leaveTraces(int accounts) {
        try (SandboxFixture sandbox = new SandboxFixture(home)) {
            List<String> share = new ArrayList<>(List.of(
                    "share",
                    "--image-id",
                    SandboxFixture.IMAGE,
                    "--accounts",
                    SandboxFixture.accounts(accounts),
                    "--yes"));
            share.addAll(List.of("--audit-log", "audit.jsonl"));
            assertThat(sandbox.run(Map.of(), share).exitCode()).isZero();
            share.add("--sandbox");
            assertThat(sandbox.run(Map.of(), share).exitCode()).isZero();
        }
    }

    private static List<String> modes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            List<String> modes = new ArrayList<>();
            for (Path file : files.filter(file -> !file.equals(directory)).toList()) {
                modes.add(directory.relativize(file) + " "
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
            return modes;
        }
    }

    private static ProgramRun run(SandboxFixture sandbox, List<String> command, String... more) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(more));
        return sandbox.run(Map.of(), arguments);
    }
}
