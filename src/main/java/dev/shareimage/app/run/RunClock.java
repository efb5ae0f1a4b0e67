package dev.shareimage.app.run;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Time as a run sees it: a clock, a budget, and pauses that end with the budget.
 *
 * @param deadline when {@code --timeout} is used up
 * @param settle how long after a write of the trust policy another writer may still overwrite it
 */
public record RunClock(Clock clock, Instant deadline, Duration settle, RandomGenerator random, Sleeper sleeper) {

    /** Waits; a test lets time pass without waiting. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** What is left of the budget; negative when it is used up. */
    public Duration left() {
        return Duration.between(clock.instant(), deadline);
    }

    /**
     * Waits, unless the budget would end meanwhile.
     *
     * @param what is waited for, for the message
     * @throws CloudException of kind {@code UNAVAILABLE} when the budget is too small, {@code INTERRUPTED} when the run
     *     is to end
     */
    public void pause(Duration time, String what) throws CloudException {
        if (time.compareTo(left()) >= 0) {
            throw new CloudException(
                    Kind.UNAVAILABLE, what, "TimeBudget", "the time budget (--timeout) ended while waiting: " + what);
        }
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(Kind.INTERRUPTED, what, "Interrupted", "the run was interrupted");
        }
    }

    /** A time between half and the whole of the given one, so that writers that met do not meet again. */
    public Duration jittered(Duration time) {
        long half = time.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }
}
