package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Limits the call rate of one product for all threads. There is no limit until the cloud throttles for the first time.
 * Then the limit is the rate of the successful calls. It falls by a fifth when the cloud throttles a fifth of the calls of
 * a second, and grows a little with each successful call (additive increase, multiplicative decrease). Fewer throttlings
 * are left to the retries: near the cloud's limit they cost little, and where they do not come from the rate, a lower one
 * would not spare them.
 *
 * <p>In the first second of a run the measured rate means little. In that case each successful call raises the limit by
 * one call a second, until the next throttling. This at most doubles the rate each second.
 *
 * <p>Throttlings without a successful call in between say that the cloud takes no calls now. They do not say which rate
 * it takes afterwards. The limit then falls to two calls a second at most, so that sixteen callers with six attempts each
 * outlast most of a minute. Afterwards it returns to the former rate as fast as in the first second.
 */
final class AdaptiveRateLimiter {

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration DECREASE_INTERVAL = Duration.ofMillis(250);
    private static final double MIN_PER_SECOND = 0.5;
    private static final double MIN_PER_SECOND_WITHOUT_SUCCESS = 2;
    private static final double DECREASE = 0.8;
    private static final double INCREASE_SHARE = 0.05;
    private static final double MIN_THROTTLED_SHARE = 0.2;

    private final Deque<Instant> recent = new ArrayDeque<>();
    private final Deque<Instant> recentThrottled = new ArrayDeque<>();
    private double perSecond = Double.POSITIVE_INFINITY;
    private double step;
    private double knownRate = Double.POSITIVE_INFINITY;
    private boolean succeededSinceDecrease = true;
    private @Nullable Instant firstSuccess;
    private @Nullable Instant nextSlot;
    private @Nullable Instant lastDecrease;

    /** How long to wait before the next call. This call reserves the place in the queue. */
    synchronized Duration delay(Instant now) {
        if (Double.isInfinite(perSecond)) {
            return Duration.ZERO;
        }
        Instant slot = nextSlot == null || nextSlot.isBefore(now) ? now : nextSlot;
        nextSlot = slot.plusNanos((long) (1_000_000_000 / perSecond));
        return Duration.between(now, slot);
    }

    /** Records a successful call. */
    synchronized void succeeded(Instant now) {
        firstSuccess = firstSuccess == null ? now : firstSuccess;
        succeededSinceDecrease = true;
        recent.addLast(now);
        forget(now);
        if (!Double.isInfinite(perSecond)) {
            perSecond += perSecond < knownRate ? 1 : step / perSecond;
        }
    }

    /** Records a throttled call. The limit falls at most once for calls that were in progress together. */
    synchronized void throttled(Instant now) {
        recentThrottled.addLast(now);
        forget(now);
        if ((lastDecrease != null && now.isBefore(lastDecrease.plus(DECREASE_INTERVAL))) || areFew()) {
            return;
        }
        lastDecrease = now;
        if (succeededSinceDecrease) {
            decrease(now);
        } else if (perSecond > MIN_PER_SECOND_WITHOUT_SUCCESS) {
            perSecond = Math.max(MIN_PER_SECOND_WITHOUT_SUCCESS, perSecond * DECREASE);
        }
        succeededSinceDecrease = false;
    }

    /** Whether the present limit can stay although some calls are throttled. */
    private boolean areFew() {
        int answers = recent.size() + recentThrottled.size();
        return !Double.isInfinite(perSecond)
                && succeededSinceDecrease
                && recentThrottled.size() < MIN_THROTTLED_SHARE * answers;
    }

    private void decrease(Instant now) {
        boolean first = Double.isInfinite(perSecond);
        boolean measured = !first || !isYoung(now);
        double rate = first ? recent.size() : perSecond * DECREASE;
        perSecond = Math.max(measured ? MIN_PER_SECOND : MIN_PER_SECOND_WITHOUT_SUCCESS, rate);
        step = Math.max(1, perSecond * INCREASE_SHARE);
        knownRate = measured ? perSecond : Double.POSITIVE_INFINITY;
    }

    private boolean isYoung(Instant now) {
        return firstSuccess == null || now.isBefore(firstSuccess.plus(WINDOW));
    }

    /** The limit in calls a second; infinite if there is none. */
    synchronized double perSecond() {
        return perSecond;
    }

    private void forget(Instant now) {
        Instant start = now.minus(WINDOW);
        for (Deque<Instant> answers : List.of(recent, recentThrottled)) {
            while (!answers.isEmpty() && answers.getFirst().isBefore(start)) {
                answers.removeFirst();
            }
        }
    }
}
