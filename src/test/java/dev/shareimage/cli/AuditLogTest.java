package dev.shareimage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shareimage.cli.options.UsageException;
import dev.shareimage.cli.view.Terminal;
import dev.shareimage.cloud.CallerIdentity;
import dev.shareimage.cloud.aliyun.rpc.CallListener.FinishedCall;
import dev.shareimage.domain.AccountId;
import dev.shareimage.domain.json.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private static final CallerIdentity ALICE =
            new CallerIdentity(new AccountId("1000000000000001"), "acs:ram::1000000000000001:user/alice");

    @TempDir
    Path directory;

    @Test
    void names_the_identity_in_every_line_once_it_is_known() throws Exception {
        try (AuditLog log = open("share")) {
            log.finished(call("DescribeImages", "m-1"));
            assertThat(lines()).isEmpty();
            log.identified(ALICE);
            log.finished(call("ModifyImageSharePermission", "m-1 \"quoted\"\n"));
        }

        assertThat(lines())
                .containsExactly(
                        "{\"time\":\"2026-11-23T12:00:00Z\",\"who\":\"acs:ram::1000000000000001:user/alice\","
                                + "\"user\":\"al\",\"command\":\"share\",\"product\":\"ecs\",\"call\":\"DescribeImages\","
                                + "\"target\":\"m-1\",\"requestId\":\"R-1\",\"result\":\"ok\",\"attempts\":1}",
                        "{\"time\":\"2026-11-23T12:00:00Z\",\"who\":\"acs:ram::1000000000000001:user/alice\","
                                + "\"user\":\"al\",\"command\":\"share\",\"product\":\"ecs\","
                                + "\"call\":\"ModifyImageSharePermission\",\"target\":\"m-1 \\\"quoted\\\"\\n\","
                                + "\"requestId\":\"R-1\",\"result\":\"ok\",\"attempts\":1}");
    }

    @Test
    void writes_what_waits_when_the_run_ends_before_anybody_is_known() throws Exception {
        try (AuditLog log = open("doctor")) {
            log.finished(call("GetCallerIdentity", ""));
        }

        assertThat(lines()).singleElement().asString().contains("\"who\":\"al\",\"user\":\"al\"");
    }

    @Test
    void appends_whole_lines_of_many_runs_at_once() throws Exception {
        List<Thread> runs = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
            String command = "run-" + run;
            Thread thread = new Thread(() -> log(command));
            runs.add(thread);
            thread.start();
        }
        for (Thread run : runs) {
            run.join();
        }

        assertThat(lines())
                .hasSize(8 * 200)
                .allSatisfy(line -> assertThat(Json.parse(line).size()).isEqualTo(10));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void lets_the_owner_alone_read_it() throws Exception {
        open("share").close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("audit.log"))))
                .isEqualTo("rw-------");
    }

    @Test
    void refuses_a_file_that_cannot_be_written() throws Exception {
        Files.createDirectory(directory.resolve("audit.log"));

        assertThatThrownBy(() -> open("share"))
                .isInstanceOf(UsageException.class)
                .hasMessage("usage.audit-log");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(30)
    void takes_no_link_and_no_pipe() throws Exception {
        Path other = Files.writeString(directory.resolve("other"), "not ours");
        Path log = directory.resolve("audit.log");
        Files.createSymbolicLink(log, other);
        assertThatThrownBy(() -> open("share")).hasMessage("usage.audit-log");

        Files.delete(log);
        Files.createSymbolicLink(log, directory.resolve("missing"));
        assertThatThrownBy(() -> open("share")).hasMessage("usage.audit-log");

        Files.delete(log);
        assumeTrue(new ProcessBuilder("mkfifo", log.toString()).start().waitFor() == 0, "there is no mkfifo");
        assertThatThrownBy(() -> open("share")).hasMessage("usage.audit-log");

        assertThat(other).hasContent("not ours");
        assertThat(directory.resolve("missing")).doesNotExist();
    }

    @Test
    void keeps_on_writing_in_a_run_that_was_interrupted() throws Exception {
        try (AuditLog log = open("share")) {
            log.identified(ALICE);
            Thread.currentThread().interrupt();
            log.finished(call("DescribeImages", "m-1"));
            log.finished(call("DescribeImages", "m-2"));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(lines()).hasSize(2);
    }

    private void log(String command) {
        try (AuditLog log = open(command)) {
            log.identified(ALICE);
            for (int call = 0; call < 200; call++) {
                log.finished(call("DescribeImages", "m-" + "x".repeat(call)));
            }
        } catch (UsageException e) {
            throw new IllegalStateException(e);
        }
    }

    private AuditLog open(String command) throws UsageException {
        ProcessContext context = new ProcessContext(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(OutputStream.nullOutputStream()),
                Map.of("USER", "al"),
                directory,
                directory,
                Terminal.NONE,
                "1.2.3");
        return AuditLog.open(Optional.of(Path.of("audit.log")), command, context);
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(directory.resolve("audit.log"));
    }

    private static FinishedCall call(String action, String target) {
        return new FinishedCall(Instant.parse("2026-11-23T12:00:00Z"), "ecs", action, target, "R-1", "ok", 1);
    }
}
