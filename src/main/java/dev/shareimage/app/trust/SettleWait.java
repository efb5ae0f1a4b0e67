package dev.shareimage.app.trust;

import dev.shareimage.app.plan.TrustChange;
import dev.shareimage.app.run.RunClock;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.trust.TrustPolicy;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits after a write until no other writer can overwrite it with an older copy. That takes the settle time, or longer if
 * reads show writes late.
 */
final class SettleWait {

    /** A longer delay is not the cloud's: the machine may have been asleep. */
    private static final int MAX_LAG_IN_SETTLE_TIMES = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);

    private final TrustReader reader;
    private final RunClock clock;
    private Duration longestLag = Duration.ZERO;

    SettleWait(TrustReader reader, RunClock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    void after(TrustChange change, TrustWrite written) throws CloudException {
        longestLag = max(longestLag, lag(change, written));
        Duration wait = max(clock.settle(), longestLag.multipliedBy(2).plus(FIRST_PAUSE));
        Instant end = written.at().plus(wait);
        // A clock that was set back must not make the wait longer.
        Duration rest = min(wait, Duration.between(clock.now(), end));
        if (!rest.isNegative() && !rest.isZero()) {
            clock.pause(rest.plus(clock.jittered(FIRST_PAUSE)), "trust policy");
        }
    }

    /**
     * Measures the time until reads show the change. If they show the policy from before, it waits at most three settle
     * times. If they show another writer's policy, which may be older or newer than ours, it waits at most one.
     */
    private Duration lag(TrustChange change, TrustWrite written) throws CloudException {
        Duration settle = clock.settle();
        while (!settle.isZero()) {
            TrustPolicy now = reader.readFor(change);
            Duration since = Duration.between(written.at(), clock.now());
            Duration limit = now.equals(written.replaced()) ? settle.multipliedBy(3) : settle;
            // A clock that was set back measures nothing.
            if (change.isIn(now) || since.isNegative() || since.compareTo(limit) > 0) {
                // If the machine was asleep in between, that time is not the cloud's delay.
                return min(since, settle.multipliedBy(MAX_LAG_IN_SETTLE_TIMES));
            }
            clock.pause(FIRST_PAUSE, "trust policy");
        }
        return Duration.ZERO;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
