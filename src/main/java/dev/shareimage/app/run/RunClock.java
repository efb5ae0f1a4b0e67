package dev.shareimage.app.run;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The clock of a run, its time limit, and pauses that never exceed the limit.
 *
 * @param source what tells the time
 * @param deadline the time when {@code --timeout} ends
 * @param settle the time after a write of the trust policy in which another writer may still overwrite it
 */
public record RunClock(Clock source, Instant deadline, Duration settle, RandomGenerator random, Sleeper sleeper) {

    /** Waits. A test can let time pass without waiting. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** The current time. */
    public Instant now() {
        return source.instant();
    }

    /** The time left; negative after the deadline. */
    public Duration left() {
        return Duration.between(now(), deadline);
    }

    /**
     * Waits, unless the deadline is earlier.
     *
     * @param what what the run waits for, for the message
     * @throws CloudException of kind {@code UNAVAILABLE} if the time left is too short, {@code INTERRUPTED} if the run
     *     is to end
     */
    public void pause(Duration time, String what) throws CloudException {
        if (time.compareTo(left()) >= 0) {
            throw new CloudException(
                    Kind.UNAVAILABLE, what, "TimeBudget", "the time limit (--timeout) ended while waiting: " + what);
        }
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(Kind.INTERRUPTED, what, "Interrupted", "the run was interrupted");
        }
    }

    /** A random time between half of the given one and all of it, so that two writers do not collide again. */
    public Duration jittered(Duration time) {
        long half = time.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }
}
