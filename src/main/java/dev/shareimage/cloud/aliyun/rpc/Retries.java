package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The only place that sends a call again. It does so after throttling with any status, HTTP 408, 429 and 5xx, the
 * cloud's temporary conditions, and broken connections. It never does so after a denied permission, a missing thing or
 * a malformed request. It waits as long as the cloud asks, or else with exponential backoff and full jitter, and at
 * most until the run's deadline.
 */
final class Retries {

    private static final Duration BASE = Duration.ofMillis(200);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(8);

    private final CallLimits limits;
    private final Sleeper sleeper;
    private final Map<Product, AdaptiveRateLimiter> limiters = new EnumMap<>(Product.class);

    Retries(CallLimits limits, Sleeper sleeper) {
        this.limits = limits;
        this.sleeper = sleeper;
        for (Product product : Product.values()) {
            limiters.put(product, new AdaptiveRateLimiter());
        }
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
        AdaptiveRateLimiter limiter = limiter(call.product());
        @Nullable AttemptException last = null;
        boolean repaired = false;
        for (int number = 1; ; number++) {
            pause(call, limiter.delay(sleeper.instant()), last);
            try {
                ApiResponse answer = attempt.send(number, remaining(call, last));
                limiter.succeeded(sleeper.instant());
                return answer;
            } catch (AttemptException e) {
                last = e;
            }
            boolean repairable =
                    last.failureKind() == FailureKind.WRONG_CLOCK || last.failureKind() == FailureKind.EXPIRED_TOKEN;
            if (repairable && (repaired || !attempt.repair(last))) {
                throw last.failure();
            }
            repaired |= repairable;
            giveUpOrWait(call, limiter, last, number, repairable);
        }
    }

    private void giveUpOrWait(
            Call call, AdaptiveRateLimiter limiter, AttemptException failure, int number, boolean repaired)
            throws CloudException {
        if (failure.failureKind() == FailureKind.THROTTLED) {
            limiter.throttled(sleeper.instant());
        }
        if (failure.failureKind() == FailureKind.FINAL) {
            throw failure.failure();
        }
        if (!failure.failureKind().allows(call.retryPolicy())) {
            throw unavailable(failure.failure(), failure.failure().text());
        }
        if (number >= limits.maxAttempts()) {
            String tries = number == 1 ? "the only attempt" : "all " + number + " attempts";
            throw exhausted(failure.failure(), tries + " at " + call.action() + " failed");
        }
        if (!repaired) {
            pause(call, backoff(failure, number), failure);
        }
    }

    /**
     * The backoff with full jitter: any time up to the limit, so that calls that failed together are not repeated
     * together.
     */
    private Duration backoff(AttemptException failure, int number) {
        if (!failure.retryAfter().isZero()) {
            return failure.retryAfter();
        }
        long bound = Math.min(MAX_BACKOFF.toNanos(), BASE.toNanos() << Math.min(number - 1, 16));
        return Duration.ofNanos((long) (bound * sleeper.chance()));
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

    private AdaptiveRateLimiter limiter(Product product) {
        AdaptiveRateLimiter limiter = limiters.get(product);
        if (limiter == null) {
            throw new IllegalStateException("no limiter for " + product);
        }
        return limiter;
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
