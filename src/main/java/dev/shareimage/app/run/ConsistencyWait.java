package dev.shareimage.app.run;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.time.Duration;

/**
 * Growing pauses between reads of a list, because the cloud's lists may lag behind writes. A missing entry is looked
 * for again for a few seconds before it counts as missing.
 */
public final class ConsistencyWait {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(3);

    /** Together the pauses last a little more than three seconds. */
    private static final int MAX_PAUSES = 5;

    /** The maximum number of repeated reads after an answer that cannot be understood. */
    private static final int MAX_REREADS = 2;

    private final RunClock clock;
    private final String call;
    private final Backoff backoff = new Backoff(FIRST_PAUSE, MAX_PAUSE);
    private int pauses;

    /** @param call the call that reads the list, for messages */
    public ConsistencyWait(RunClock clock, String call) {
        this.clock = clock;
        this.call = call;
    }

    /** A read of the list. */
    @FunctionalInterface
    public interface ListRead<T> {
        T read() throws CloudException;
    }

    /** Reads the list, and again if the answer cannot be understood, because that would hide what was just written. */
    public <T> T read(ListRead<T> read) throws CloudException {
        while (true) {
            try {
                return read.read();
            } catch (CloudException e) {
                if (e.kind() != Kind.MALFORMED || pauses >= MAX_REREADS || !tryPause()) {
                    throw e;
                }
            }
        }
    }

    /** Whether the list may still lag. */
    public boolean mayLag() {
        return pauses < MAX_PAUSES;
    }

    /** The number of pauses so far. */
    public int pauses() {
        return pauses;
    }

    /** Whether the pauses are so long that a person should be told. */
    public boolean slow() {
        return backoff.isLongest();
    }

    /** Waits until the next read is useful. */
    public void pause() throws CloudException {
        clock.pause(backoff.next(), call);
        pauses++;
    }

    /** As {@link #pause}, but returns false if the run has no time left, so that the last read counts. */
    public boolean tryPause() throws CloudException {
        try {
            pause();
            return true;
        } catch (CloudException e) {
            if (e.kind() == Kind.INTERRUPTED) {
                throw e;
            }
            return false;
        }
    }
}
