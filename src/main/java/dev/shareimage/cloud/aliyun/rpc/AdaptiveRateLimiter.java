package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Limits the rate of the calls of one product in one region, for all threads. There
 * is no limit until the cloud throttles.
 *
 * <p>If the cloud throttles more than a tenth of the calls, the limit becomes the rate of the calls that succeeded. If as
 * many are throttled at that lower rate, they are not throttled because of the rate. Then the former rate is allowed
 * again, and that share of throttled calls is left to the retries. Each successful call raises the limit a little.
 *
 * <p>If the cloud throttles all calls, only single calls go on, at growing intervals, until one of them succeeds. The
 * others wait and use up no attempts.
 */
final class AdaptiveRateLimiter {

    static final Duration MAX_WAIT = Duration.ofMillis(500);

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration MAX_CATCH_UP = Duration.ofMillis(20);
    private static final double MIN_PER_SECOND = 2;
    private static final double MIN_GROWTH = 0.05;
    private static final double MAX_GROWTH = 1;
    private static final int MIN_MEASURED = 20;
    private static final double TOLERATED_SHARE = 0.1;
    private static final double MAX_ORDINARY_SHARE = 0.5;
    private static final double USELESS_CHANGE = 0.5;
    private static final double ADAPTION = 0.1;

    private final Deque<Instant> recentSuccesses = new ArrayDeque<>();
    private final Blockade blockade = new Blockade();
    private @Nullable ThrottledShare round;
    private double perSecond = Double.POSITIVE_INFINITY;
    private double growth = MAX_GROWTH;
    private double usualShare;
    private @Nullable Decrease lastDecrease;
    private @Nullable Instant firstSuccess;
    private Instant nextSlot = Instant.MIN;
    private Instant nextPromise = Instant.MIN;

    /** The limit and the share of throttled calls before a decrease. */
    private record Decrease(double perSecond, double share) {}

    /** Zero if the call may be made now, which takes its place. Or else how long to wait before asking again. */
    synchronized Duration delay(Instant now) {
        if (blockade.isClosed()) {
            return shorter(blockade.delay(now));
        }
        if (Double.isInfinite(perSecond)) {
            return Duration.ZERO;
        }
        long interval = (long) (1_000_000_000 / perSecond);
        if (!nextSlot.isAfter(now)) {
            nextSlot = later(nextSlot, now.minus(MAX_CATCH_UP)).plusNanos(interval);
            return Duration.ZERO;
        }
        Instant promise = later(nextPromise, nextSlot);
        Duration wait = shorter(Duration.between(now, promise));
        nextPromise = now.plus(wait).plusNanos(interval);
        return wait;
    }

    /** Records a successful call. */
    synchronized void succeeded(Instant sent, Instant now) {
        firstSuccess = firstSuccess == null ? now : firstSuccess;
        recentSuccesses.addLast(now);
        forget(now);
        if (blockade.open()) {
            round = new ThrottledShare(now);
        }
        perSecond += growth + usualShare;
        count(sent, now, false);
    }

    /**
     * Records a throttled call.
     *
     * @param retryAfter how long the cloud asks to wait; zero if it does not
     */
    synchronized void throttled(Instant sent, Instant now, Duration retryAfter) {
        if (blockade.throttled(now, retryAfter)) {
            forget(now);
            limit(recentSuccesses.size());
            growth = isMeasured(now) ? MIN_GROWTH : MAX_GROWTH;
        }
        count(sent, now, true);
    }

    private void count(Instant sent, Instant now, boolean throttled) {
        @Nullable ThrottledShare current = round;
        if (current == null) {
            current = new ThrottledShare(sent);
            round = current;
        }
        current.add(sent, throttled);
        if (!blockade.isClosed() && current.isComplete()) {
            judge(current);
            round = new ThrottledShare(now);
        }
    }

    private void judge(ThrottledShare current) {
        double share = current.share();
        @Nullable Decrease decrease = lastDecrease;
        lastDecrease = null;
        if (decrease != null && share >= decrease.share() * USELESS_CHANGE && share <= MAX_ORDINARY_SHARE) {
            usualShare = share;
            perSecond = decrease.perSecond();
        } else if (share > usualShare + TOLERATED_SHARE + 2 * current.deviation(usualShare)) {
            lastDecrease = new Decrease(perSecond, share);
            limit(current.successesPerSecond());
            growth = MIN_GROWTH;
        } else {
            usualShare -= Math.max(0, usualShare - share) * (decrease == null ? ADAPTION : 1);
        }
    }

    private void limit(double rate) {
        perSecond = Math.max(MIN_PER_SECOND, Math.min(perSecond, rate));
    }

    /** In the first second, and after few successful calls, the measured rate means little. */
    private boolean isMeasured(Instant now) {
        return firstSuccess != null
                && !now.isBefore(firstSuccess.plus(WINDOW))
                && recentSuccesses.size() >= MIN_MEASURED;
    }

    /** The limit in calls a second; infinite if there is none. */
    synchronized double perSecond() {
        return perSecond;
    }

    private void forget(Instant now) {
        Instant start = now.minus(WINDOW);
        while (!recentSuccesses.isEmpty() && recentSuccesses.getFirst().isBefore(start)) {
            recentSuccesses.removeFirst();
        }
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
