package dev.shareimage.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shareimage.app.fake.FakeTime;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLockTest {

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime();

    @Test
    void makes_its_file_and_returns_what_the_work_returns() throws CloudException {
        Path file = folder.resolve("state/trust.lock");

        assertThat(new HostLock(Optional.of(file)).<String>during(timing(60), last -> "done"))
                .isEqualTo("done");
        assertThat(file).exists();
    }

    @Test
    void lends_itself_again_after_the_work_failed() throws CloudException {
        HostLock lock = new HostLock(Optional.of(folder.resolve("trust.lock")));
        CloudException failure = new CloudException(Kind.REFUSED, "", "X", "no");

        assertThatThrownBy(() -> lock.during(timing(60), last -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(lock.<Integer>during(timing(60), last -> 1)).isEqualTo(1);
    }

    @Test
    void tells_when_the_last_turn_was() throws Exception {
        HostLock lock = new HostLock(Optional.of(folder.resolve("trust.lock")));

        assertThat(lock.<Instant>during(timing(60), last -> last)).isEqualTo(Instant.MIN);
        Files.setLastModifiedTime(folder.resolve("trust.lock"), FileTime.from(FakeTime.START));
        assertThat(lock.<Instant>during(timing(60), last -> last)).isEqualTo(FakeTime.START);
        assertThat(lock.<Instant>during(timing(60), last -> last)).isAfter(FakeTime.START);
    }

    @Test
    void works_without_a_file_that_cannot_be_made() throws IOException, CloudException {
        Path occupied = Files.createFile(folder.resolve("occupied"));

        assertThat(new HostLock(Optional.of(occupied.resolve("trust.lock"))).<Integer>during(timing(60), last -> 1))
                .isEqualTo(1);
        assertThat(new HostLock(Optional.empty()).<Integer>during(timing(60), last -> 1))
                .isEqualTo(1);
    }

    @Test
    void waits_for_another_process_but_not_for_long() throws Exception {
        Path file = folder.resolve("trust.lock");
        Process other = holder(file);
        try {
            assertThat(new HostLock(Optional.of(file)).<Integer>during(timing(60), last -> 1))
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
            assertThatThrownBy(() -> new HostLock(Optional.of(file)).<Integer>during(timing(5), last -> 1))
                    .isInstanceOfSatisfying(
                            CloudException.class, e -> assertThat(e.code()).isEqualTo("TimeBudget"));
        } finally {
            other.destroy();
        }
    }

    private RunClock timing(int seconds) {
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
