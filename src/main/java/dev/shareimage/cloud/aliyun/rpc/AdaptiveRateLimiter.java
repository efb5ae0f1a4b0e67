package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Spaces the calls of one product, for all threads together: no limit until the cloud throttles for the first time; then
 * as many calls a second as just went through, a fifth fewer after each throttle, and a little more with each second that
 * goes well (additive increase, multiplicative decrease).
 *
 * <p>In the first second of a run, what just went through says little of what may: then each call that goes through adds
 * one a second, which at most doubles the pace in a second, until the next throttle.
 */
final class AdaptiveRateLimiter {

    private static final Duration WINDOW = Duration.ofSeconds(1);
    private static final Duration DECREASE_INTERVAL = Duration.ofMillis(250);
    private static final double SLOWEST = 0.5;
    private static final double DECREASE = 0.8;
    private static final double INCREASE_SHARE = 0.05;

    private final Deque<Instant> recent = new ArrayDeque<>();
    private double perSecond = Double.POSITIVE_INFINITY;
    private double step;
    private boolean doubling;
    private @Nullable Instant firstSuccess;
    private @Nullable Instant nextSlot;
    private @Nullable Instant lastDecrease;

    /** How long to wait before the next call; the place in the queue is taken by asking. */
    synchronized Duration delay(Instant now) {
        if (Double.isInfinite(perSecond)) {
            return Duration.ZERO;
        }
        Instant slot = nextSlot == null || nextSlot.isBefore(now) ? now : nextSlot;
        nextSlot = slot.plusNanos((long) (1_000_000_000 / perSecond));
        return Duration.between(now, slot);
    }

    /** A call went through. */
    synchronized void succeeded(Instant now) {
        firstSuccess = firstSuccess == null ? now : firstSuccess;
        recent.addLast(now);
        forget(now);
        if (!Double.isInfinite(perSecond)) {
            perSecond += doubling ? 1 : step / perSecond;
        }
    }

    /** A call was throttled; calls that were under way together count as one. */
    synchronized void throttled(Instant now) {
        if (lastDecrease != null && now.isBefore(lastDecrease.plus(DECREASE_INTERVAL))) {
            return;
        }
        forget(now);
        lastDecrease = now;
        doubling = Double.isInfinite(perSecond) && isYoung(now);
        perSecond = Math.max(SLOWEST, Double.isInfinite(perSecond) ? recent.size() : perSecond * DECREASE);
        step = Math.max(1, perSecond * INCREASE_SHARE);
    }

    private boolean isYoung(Instant now) {
        return firstSuccess == null || now.isBefore(firstSuccess.plus(WINDOW));
    }

    /** Calls a second; infinite as long as there is no limit. */
    synchronized double perSecond() {
        return perSecond;
    }

    private void forget(Instant now) {
        Instant start = now.minus(WINDOW);
        while (!recent.isEmpty() && recent.getFirst().isBefore(start)) {
            recent.removeFirst();
        }
    }
}
