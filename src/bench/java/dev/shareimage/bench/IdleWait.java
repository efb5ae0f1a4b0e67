package dev.shareimage.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Waits until the machine is nearly idle, if that is known. */
final class IdleWait {

    private static final Path STATISTICS = Path.of("/proc/stat");
    private static final int LOOK_MILLIS = 100;
    private static final int LOOKS = 50;
    private static final double IDLE = 0.85;

    /** The position of the idle time in the line of all processors, behind name, user, nice and system. */
    private static final int IDLE_COLUMN = 4;

    private IdleWait() {}

    /** Returns after five seconds at most. */
    static void await() {
        for (int look = 0; look < LOOKS && Files.isReadable(STATISTICS); look++) {
            long[] before = times();
            sleep();
            long[] after = times();
            if (after[1] - before[1] >= IDLE * (after[0] - before[0])) {
                return;
            }
        }
    }

    /** The processor time so far, and its idle part. */
    private static long[] times() {
        try (Stream<String> lines = Files.lines(STATISTICS)) {
            String[] columns = lines.findFirst().orElseThrow().trim().split("\\s+");
            long all = Stream.of(columns).skip(1).mapToLong(Long::parseLong).sum();
            return new long[] {all, Long.parseLong(columns[IDLE_COLUMN])};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
