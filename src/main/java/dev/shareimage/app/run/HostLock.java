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
 * <p>It spares the cloud and each other's work; nothing depends on it, for other machines do not see it. Where the file
 * cannot be locked, or is not this user's own, the work is done without.
 */
public final class HostLock {

    private static final Duration TURN = Duration.ofMillis(30);
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final Optional<Path> file;

    /**
     * @param file what to lock; empty for no lock
     */
    public HostLock(Optional<Path> file) {
        this.file = file;
    }

    /** A read-to-write window that should be alone. */
    @FunctionalInterface
    public interface Window<T> {

        /**
         * @param lastTurn when the last run on this machine had its turn; the distant past where none had
         */
        T run(Instant lastTurn) throws CloudException;
    }

    /** Runs the work, alone on this machine where that can be had. */
    public <T> T during(RunClock timing, Window<T> work) throws CloudException {
        FileChannel channel = open();
        try {
            waitForTurn(channel, timing);
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
            // the end of the process releases it
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

    /** The file is empty until the first turn is over, and from then on as old as the last one. */
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
            // other runs then take older readings for fresh, as those on other machines do
        }
    }

    /** Another run's turn is short; one that hangs is not waited for. */
    private static void waitForTurn(@Nullable FileChannel channel, RunClock timing) throws CloudException {
        Instant end = timing.clock().instant().plus(MAX_WAIT);
        while (channel != null && timing.clock().instant().isBefore(end)) {
            try {
                if (channel.tryLock() != null) {
                    return;
                }
            } catch (IOException | OverlappingFileLockException e) {
                return;
            }
            timing.pause(timing.jittered(TURN), "trust policy");
        }
    }
}
