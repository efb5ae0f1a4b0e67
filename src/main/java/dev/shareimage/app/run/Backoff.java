package dev.shareimage.app.run;

import java.time.Duration;

/** Lengths of pauses between attempts: each is twice as long as the one before, up to a bound. */
public final class Backoff {

    private final Duration max;
    private Duration next;

    /** Doubles without a bound, for a loop that bounds its attempts. */
    public Backoff(Duration first) {
        this(first, Duration.ofDays(1));
    }

    /** Doubles up to the longest pause. */
    public Backoff(Duration first, Duration max) {
        this.next = first;
        this.max = max;
    }

    /** The pause to make now. */
    public Duration next() {
        Duration now = next;
        Duration longer = now.multipliedBy(2);
        next = longer.compareTo(max) < 0 ? longer : max;
        return now;
    }

    /** Whether pauses grow no longer. */
    boolean isLongest() {
        return next.equals(max);
    }
}
