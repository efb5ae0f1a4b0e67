package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.wire.Attempt;
import dev.shareimage.sandbox.wire.InjectedFault;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Throttles calls above a rate, with a token bucket. */
final class RateCap implements Effect {

    private final double perSecond;
    private final double burst;
    private double available;
    private Instant filled = Instant.MIN;

    /**
     * @param perSecond more than 0
     * @param burst the maximum number of calls at once after a pause, at least 1
     */
    RateCap(double perSecond, double burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    @Override
    public synchronized InjectedFault on(Attempt attempt) {
        fill(attempt.now());
        if (available >= 1) {
            available -= 1;
            return InjectedFault.NONE;
        }
        long wait = (long) Math.ceil((1 - available) / perSecond * 1000);
        return InjectedFault.instead(
                new InjectedFault.Instead.Refused(Throttle.error(400, "Throttling.User"), OptionalLong.of(wait)));
    }

    private void fill(Instant now) {
        if (filled.equals(Instant.MIN)) {
            available = burst;
            filled = now;
        } else if (now.isAfter(filled)) {
            double seconds = Duration.between(filled, now).toNanos() / 1e9;
            available = Math.min(burst, available + seconds * perSecond);
            filled = now;
        }
    }
}
