package dev.shareimage.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HostLockTest {

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime();

    @Test
    void makes_its_file_and_returns_what_the_work_returns() throws CloudException {
        Path file = folder.resolve("state/trust.lock");

        assertThat(new HostLock(Optional.of(file)).<String>during(clock(60), last -> "done"))
                .isEqualTo("done");
        assertThat(file).exists();
    }

    @Test
    void is_free_again_after_the_work_failed() throws CloudException {
        HostLock lock = new HostLock(Optional.of(folder.resolve("trust.lock")));
        CloudException failure = new CloudException(Kind.REFUSED, "", "X", "no");

        assertThatThrownBy(() -> lock.during(clock(60), last -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(lock.<Integer>during(clock(60), last -> 1)).isEqualTo(1);
    }

    @Test
    void tells_when_the_last_turn_was() throws Exception {
        HostLock lock = new HostLock(Optional.of(folder.resolve("trust.lock")));

        assertThat(lock.<Instant>during(clock(60), last -> last)).isEqualTo(Instant.MIN);
        Files.setLastModifiedTime(folder.resolve("trust.lock"), FileTime.from(FakeTime.START));
        assertThat(lock.<Instant>during(clock(60), last -> last)).isEqualTo(FakeTime.START);
        assertThat(lock.<Instant>during(clock(60), last -> last)).isAfter(FakeTime.START);
    }

    @Test
    void works_without_a_file_that_cannot_be_made() throws IOException, CloudException {
        Path occupied = Files.createFile(folder.resolve("occupied"));

        assertThat(new HostLock(Optional.of(occupied.resolve("trust.lock"))).<Integer>during(clock(60), last -> 1))
                .isEqualTo(1);
        assertThat(new HostLock(Optional.empty()).<Integer>during(clock(60), last -> 1))
                .isEqualTo(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leaves_what_a_link_names_as_it_is() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), "root's own\n");
        Path state = Files.createDirectory(folder.resolve("state"));
        Files.createSymbolicLink(state.resolve("trust.lock"), precious);
        Files.createSymbolicLink(folder.resolve("linked"), state);

        assertThat(run(state.resolve("trust.lock"))).isEqualTo(Instant.MIN);
        assertThat(run(folder.resolve("linked/other.lock"))).isEqualTo(Instant.MIN);

        assertThat(precious).hasContent("root's own\n");
        assertThat(folder.resolve("linked/other.lock")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(30)
    void waits_for_no_pipe() throws Exception {
        Path pipe = folder.resolve("trust.lock");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "there is no mkfifo");

        assertThat(run(pipe)).isEqualTo(Instant.MIN);
        assertThat(time.elapsed()).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void closes_file_and_directory_to_others() throws Exception {
        Path state = Files.createDirectory(folder.resolve("state"));
        Path file = Files.createFile(state.resolve("trust.lock"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        run(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writes_nothing_into_a_home_of_somebody_else() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve(".local"), elsewhere);
        UserPrincipal nobody = give(home, "nobody");

        run(home.resolve(".local/state/share-image/trust.lock"));
        run(home.resolve("state/share-image/trust.lock"));

        assertThat(elsewhere).isEmptyDirectory();
        assertThat(home.resolve("state")).doesNotExist();
        assertThat(Files.getOwner(home)).isEqualTo(nobody);
    }

    /** Only root can do that. */
    private static UserPrincipal give(Path path, String user) throws IOException {
        UserPrincipal principal =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        try {
            Files.setOwner(path, principal);
        } catch (FileSystemException e) {
            assumeTrue(false, "files can be given away by root alone");
        }
        return principal;
    }

    private Instant run(Path file) throws CloudException {
        return new HostLock(Optional.of(file)).during(clock(60), last -> last);
    }

    @Test
    void waits_for_another_process_but_not_for_long() throws Exception {
        Path file = folder.resolve("trust.lock");
        Process other = holder(file);
        try {
            assertThat(new HostLock(Optional.of(file)).<Integer>during(clock(60), last -> 1))
                    .isEqualTo(1);
            assertThat(time.elapsed()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
        } finally {
            other.destroy();
        }
    }

    @Test
    void ends_with_the_time_budget() throws Exception {
        Path file = folder.resolve("trust.lock");
        Process other = holder(file);
        try {
            assertThatThrownBy(() -> new HostLock(Optional.of(file)).<Integer>during(clock(5), last -> 1))
                    .isInstanceOfSatisfying(
                            CloudException.class, e -> assertThat(e.code()).isEqualTo("TimeBudget"));
        } finally {
            other.destroy();
        }
    }

    private RunClock clock(int seconds) {
        return new RunClock(time, FakeTime.START.plusSeconds(seconds), Duration.ZERO, new Random(1), time);
    }

    /** A process that holds the lock until it is ended. */
    private static Process holder(Path file) throws IOException, InterruptedException {
        Path source = file.resolveSibling("Holder.java");
        Files.writeString(source, """
                class Holder {
                    public static void main(String[] arguments) throws Exception {
                        var file = new java.io.RandomAccessFile(arguments[0], "rw");
                        var lock = file.getChannel().lock();
                        System.out.println("held");
                        System.in.read();
                        lock.close();
                    }
                }
                """);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        source.toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("held");
        assertThat(process.waitFor(0, TimeUnit.SECONDS)).isFalse();
        return process;
    }
}
