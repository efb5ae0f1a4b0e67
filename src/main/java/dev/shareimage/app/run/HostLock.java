package dev.shareimage.app.run;

import dev.shareimage.app.PrivateFiles;
import dev.shareimage.cloud.CloudException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets the runs on one machine change the trust policy one after the other.
 *
 * <p>This only saves calls. Nothing depends on it, because other machines do not see the lock. If the file cannot be
 * locked, or does not belong to this user, the run goes on without the lock.
 */
public final class HostLock {

    private static final Duration TURN = Duration.ofMillis(30);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final Optional<Path> file;

    /** @param file the file to lock; empty for no lock */
    public HostLock(Optional<Path> file) {
        this.file = file;
    }

    /** The time from read to write, in which no other run on this machine should write. */
    @FunctionalInterface
    public interface Window<T> {

        /** @param lastTurn the time when the last run on this machine held the lock; long ago if none did */
        T run(Instant lastTurn) throws CloudException;
    }

    /** Runs the work, alone on this machine if possible. */
    public <T> T during(RunClock clock, Window<T> work) throws CloudException {
        FileChannel channel = open();
        try {
            waitForTurn(channel, clock);
            return work.run(lastTurn(channel));
        } finally {
            endTurn(channel);
            close(channel);
        }
    }

    private static void close(@Nullable AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            // The lock is released when the process ends.
        }
    }

    private @Nullable FileChannel open() {
        if (file.isEmpty()) {
            return null;
        }
        try {
            Path folder = file.get().getParent();
            if (folder != null) {
                PrivateFiles.ensureDirectory(folder);
            }
            PrivateFiles.ensureClosed(file.get());
            return FileChannel.open(file.get(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return null;
        }
    }

    /** The file is empty until a run has released the lock. Its modification time is the time of the last release. */
    private Instant lastTurn(@Nullable FileChannel channel) {
        try {
            return channel == null || channel.size() == 0
                    ? Instant.MIN
                    : Files.getLastModifiedTime(file.orElseThrow(), LinkOption.NOFOLLOW_LINKS)
                            .toInstant();
        } catch (IOException e) {
            return Instant.MAX;
        }
    }

    private static void endTurn(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
            }
        } catch (IOException e) {
            // Other runs may then use older copies, as runs on other machines do.
        }
    }

    /** Waits for another run, which holds the lock only briefly. It does not wait for a run that hangs. */
    private static void waitForTurn(@Nullable FileChannel channel, RunClock clock) throws CloudException {
        Instant end = clock.now().plus(MAX_WAIT);
        while (channel != null && clock.now().isBefore(end)) {
            try {
                if (channel.tryLock() != null) {
                    return;
                }
            } catch (IOException | OverlappingFileLockException e) {
                return;
            }
            clock.pause(clock.jittered(TURN), "trust policy");
        }
    }
}
