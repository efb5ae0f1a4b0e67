package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which the cloud throttles all calls, as it may do until the next minute. It begins with ten throttled
 * calls in succession, or with three within more than a second. It ends with a successful call. Meanwhile, single calls
 * try at growing intervals.
 */
final class Blockade {

    private static final int MIN_THROTTLED = 10;
    private static final int MIN_THROTTLED_SLOWLY = 3;
    private static final Duration MIN_TIME = Duration.ofSeconds(1);
    private static final Duration MIN_INTERVAL = Duration.ofMillis(250);
    private static final Duration MAX_INTERVAL = Duration.ofSeconds(2);

    private int throttled;
    private boolean closed;
    private Instant firstThrottled = Instant.MIN;
    private Duration interval = MIN_INTERVAL;
    private Instant nextTrial = Instant.MIN;

    boolean isClosed() {
        return closed;
    }

    /** Zero if the call is the next to try, or else the time until then. */
    Duration delay(Instant now) {
        if (nextTrial.isAfter(now)) {
            return Duration.between(now, nextTrial);
        }
        nextTrial = now.plus(interval);
        Duration doubled = interval.multipliedBy(2);
        interval = doubled.compareTo(MAX_INTERVAL) < 0 ? doubled : MAX_INTERVAL;
        return Duration.ZERO;
    }

    /** Records a throttled call. Returns whether the blockade begins with it. */
    boolean throttled(Instant now, Duration retryAfter) {
        firstThrottled = throttled == 0 ? now : firstThrottled;
        throttled++;
        boolean begins = !closed && isLasting(now);
        if (begins) {
            closed = true;
            nextTrial = now.plus(interval);
        }
        Instant earliest = now.plus(retryAfter);
        if (closed && earliest.isAfter(nextTrial)) {
            nextTrial = earliest;
        }
        return begins;
    }

    private boolean isLasting(Instant now) {
        return throttled >= MIN_THROTTLED
                || (throttled >= MIN_THROTTLED_SLOWLY && now.isAfter(firstThrottled.plus(MIN_TIME)));
    }

    /** Records a successful call. Returns whether the blockade ends with it. */
    boolean open() {
        boolean ends = closed;
        closed = false;
        throttled = 0;
        interval = MIN_INTERVAL;
        return ends;
    }
}
