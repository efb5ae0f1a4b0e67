package dev.shareimage.app.run;

import java.time.Duration;

/** The lengths of the pauses between attempts. Each pause is twice as long as the one before, up to a maximum. */
public final class Backoff {

    private final Duration max;
    private Duration next;

    /** Doubles without a maximum, for loops with a limited number of attempts. */
    public Backoff(Duration first) {
        this(first, Duration.ofDays(1));
    }

    /** Doubles up to the maximum. */
    public Backoff(Duration first, Duration max) {
        this.next = first;
        this.max = max;
    }

    /** The length of the next pause. */
    public Duration next() {
        Duration now = next;
        Duration longer = now.multipliedBy(2);
        next = longer.compareTo(max) < 0 ? longer : max;
        return now;
    }

    /** Whether the maximum is reached. */
    boolean isLongest() {
        return next.equals(max);
    }
}
