package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The only place that sends a call again. It does so after throttling with any status, HTTP 408, 429 and 5xx, the
 * cloud's temporary conditions, and broken connections. It never does so after a denied permission, a missing thing or
 * a malformed request. It waits as long as the cloud asks, or else with exponential backoff and jitter, and at most until
 * the run's deadline.
 */
final class Retries {

    private static final Duration BASE = Duration.ofMillis(200);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(8);
    private static final Duration THROTTLED_BASE = Duration.ofMillis(100);
    private static final Duration MAX_THROTTLED_BACKOFF = Duration.ofSeconds(16);

    private final CallLimits limits;
    private final Sleeper sleeper;
    private final Map<String, AdaptiveRateLimiter> limiters = new ConcurrentHashMap<>();

    Retries(CallLimits limits, Sleeper sleeper) {
        this.limits = limits;
        this.sleeper = sleeper;
    }

    /** Sends a call once. */
    interface Attempt {

        /**
         * @param number 1 for the first attempt
         * @param remaining the time left for the run
         */
        ApiResponse send(int number, Duration remaining) throws AttemptException, CloudException;

        /** Repairs what is wrong on this side, such as the clock. Returns whether there was anything to repair. */
        boolean repair(AttemptException failure) throws CloudException;
    }

    ApiResponse run(Call call, Attempt attempt) throws CloudException {
        AdaptiveRateLimiter limiter = limiter(call);
        @Nullable AttemptException last = null;
        boolean repaired = false;
        for (int number = 1; ; number++) {
            awaitPermission(call, limiter, last);
            Instant sent = sleeper.instant();
            try {
                ApiResponse answer = attempt.send(number, remaining(call, last));
                limiter.succeeded(sent, sleeper.instant());
                return answer;
            } catch (AttemptException e) {
                if (e.status() == 0 && !sleeper.instant().isBefore(limits.deadline())) {
                    // The time limit cut this attempt off, so its failure says nothing about the network.
                    throw outOfTime(call, last);
                }
                last = e;
            }
            if (last.failureKind() == FailureKind.THROTTLED) {
                limiter.throttled(sent, sleeper.instant(), last.retryAfter());
            }
            boolean repairable =
                    last.failureKind() == FailureKind.WRONG_CLOCK || last.failureKind() == FailureKind.EXPIRED_TOKEN;
            if (repairable && (repaired || !attempt.repair(last))) {
                throw last.failure();
            }
            repaired |= repairable;
            giveUpOrWait(call, last, number, repairable);
        }
    }

    private void awaitPermission(Call call, AdaptiveRateLimiter limiter, @Nullable AttemptException last)
            throws CloudException {
        Duration wait = limiter.delay(sleeper.instant());
        while (!wait.isZero()) {
            pause(call, wait, last);
            wait = limiter.delay(sleeper.instant());
        }
    }

    private void giveUpOrWait(Call call, AttemptException failure, int number, boolean repaired) throws CloudException {
        if (failure.failureKind() == FailureKind.FINAL) {
            throw failure.failure();
        }
        if (!failure.failureKind().allows(call.retryPolicy())) {
            throw unavailable(failure.failure(), failure.failure().text());
        }
        boolean throttled = failure.failureKind() == FailureKind.THROTTLED;
        if (number >= (throttled ? limits.maxThrottledAttempts() : limits.maxAttempts())) {
            String tries = number == 1 ? "the only attempt" : "all " + number + " attempts";
            throw exhausted(failure.failure(), tries + " at " + call.action() + " failed");
        }
        if (!repaired) {
            pause(call, backoff(failure, number), failure);
        }
    }

    /**
     * The backoff with full jitter: any time up to the limit, so that calls that failed together are not repeated
     * together. A throttled call waits for at least half the limit, so that all its attempts outlast a minute.
     */
    private Duration backoff(AttemptException failure, int number) {
        Duration asked = failure.retryAfter();
        if (failure.failureKind() == FailureKind.THROTTLED) {
            Duration own = Duration.ofNanos(
                    (long) (bound(THROTTLED_BASE, MAX_THROTTLED_BACKOFF, number) * (0.5 + sleeper.chance() / 2)));
            return asked.compareTo(own) > 0 ? asked : own;
        }
        return asked.isZero() ? Duration.ofNanos((long) (bound(BASE, MAX_BACKOFF, number) * sleeper.chance())) : asked;
    }

    private static long bound(Duration base, Duration max, int number) {
        return Math.min(max.toNanos(), base.toNanos() << Math.min(number - 1, 16));
    }

    private void pause(Call call, Duration duration, @Nullable AttemptException last) throws CloudException {
        if (duration.isZero()) {
            return;
        }
        if (duration.compareTo(remaining(call, last)) >= 0) {
            throw outOfTime(call, last);
        }
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(Kind.INTERRUPTED, call.action(), "Interrupted", "the run was interrupted");
        }
    }

    private Duration remaining(Call call, @Nullable AttemptException last) throws CloudException {
        Instant now = sleeper.instant();
        if (!now.isBefore(limits.deadline())) {
            throw outOfTime(call, last);
        }
        return Duration.between(now, limits.deadline());
    }

    /**
     * One for all operations of a product in a region, although the vendor limits each operation: operations with a common
     * limit do not find it separately, and in each part of a run nearly all calls are of one operation.
     */
    private AdaptiveRateLimiter limiter(Call call) {
        String origin = call.product() + " " + call.region();
        return limiters.computeIfAbsent(origin, key -> new AdaptiveRateLimiter());
    }

    static CloudException outOfTime(Call call, @Nullable AttemptException last) {
        String message = "the time limit (--timeout) ended before " + call.action() + " succeeded";
        return last == null
                ? new CloudException(Kind.UNAVAILABLE, call.action(), "TimeBudgetExceeded", message)
                : exhausted(last.failure(), message);
    }

    private static CloudException exhausted(CloudException last, String what) {
        return unavailable(last, what + "; the last time: " + last.text()).afterRepeats();
    }

    private static CloudException unavailable(CloudException last, String message) {
        return new CloudException(
                Kind.UNAVAILABLE,
                last.call(),
                last.code(),
                message,
                last.requestId().orElse(null),
                null);
    }
}
