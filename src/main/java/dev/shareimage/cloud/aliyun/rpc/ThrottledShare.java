package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.Instant;

/**
 * The share of throttled calls among those that were sent since a change of the rate. Answers to earlier calls say
 * nothing about the new rate, however late they come.
 */
final class ThrottledShare {

    private static final int MIN_ANSWERS = 20;
    private static final Duration MIN_TIME = Duration.ofMillis(250);

    private final Instant start;
    private Instant lastSent;
    private int answers;
    private int throttled;

    ThrottledShare(Instant start) {
        this.start = start;
        this.lastSent = start;
    }

    void add(Instant sent, boolean isThrottled) {
        if (sent.isBefore(start)) {
            return;
        }
        answers++;
        throttled += isThrottled ? 1 : 0;
        lastSent = sent.isAfter(lastSent) ? sent : lastSent;
    }

    /** Whether there are enough answers to judge the rate. */
    boolean isComplete() {
        return answers >= MIN_ANSWERS && time().compareTo(MIN_TIME) >= 0;
    }

    double share() {
        return (double) throttled / answers;
    }

    /** The standard deviation of this share if each call is throttled with the given probability. */
    double deviation(double probability) {
        return Math.sqrt(probability * (1 - probability) / answers);
    }

    double successesPerSecond() {
        return (answers - throttled) * 1e9 / time().toNanos();
    }

    private Duration time() {
        return Duration.between(start, lastSent);
    }
}
