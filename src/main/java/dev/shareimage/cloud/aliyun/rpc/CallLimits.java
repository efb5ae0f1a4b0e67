package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.Instant;

/**
 * The time limits, the number of attempts, and how many requests are under way at once.
 *
 * @param connectTimeout the limit for each connection
 * @param readTimeout the limit for each answer
 * @param maxAttempts how often a call is sent at most, including the first time; at least 1
 * @param maxThrottledAttempts the same for a call that the cloud throttles
 * @param concurrency the maximum number of concurrent requests; at least 1
 * @param deadline the time when the whole run must end
 */
public record CallLimits(
        Duration connectTimeout,
        Duration readTimeout,
        int maxAttempts,
        int maxThrottledAttempts,
        int concurrency,
        Instant deadline) {

    public static final int DEFAULT_ATTEMPTS = 6;
    public static final int DEFAULT_THROTTLED_ATTEMPTS = 13;
    public static final int DEFAULT_CONCURRENCY = 16;

    public CallLimits {
        if (maxAttempts < 1 || maxThrottledAttempts < 1 || concurrency < 1) {
            throw new IllegalArgumentException("at least one attempt and one request at once are needed");
        }
    }

    /** Five seconds to connect, twenty for an answer, six attempts or thirteen if throttled, sixteen requests at once. */
    public static CallLimits until(Instant deadline) {
        return new CallLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                DEFAULT_ATTEMPTS,
                DEFAULT_THROTTLED_ATTEMPTS,
                DEFAULT_CONCURRENCY,
                deadline);
    }

    /** The same limits with another number of attempts, throttled or not. */
    public CallLimits attempts(int attempts) {
        return attempts(attempts, attempts);
    }

    /** The same limits with other numbers of attempts. */
    public CallLimits attempts(int attempts, int throttledAttempts) {
        return new CallLimits(connectTimeout, readTimeout, attempts, throttledAttempts, concurrency, deadline);
    }

    /** The same limits with another number of concurrent requests. */
    public CallLimits concurrency(int requests) {
        return new CallLimits(connectTimeout, readTimeout, maxAttempts, maxThrottledAttempts, requests, deadline);
    }
}
