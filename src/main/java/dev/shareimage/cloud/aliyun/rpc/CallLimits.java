package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.Instant;

/**
 * The time limits and the number of attempts.
 *
 * @param connectTimeout the limit for each connection
 * @param readTimeout the limit for each answer
 * @param maxAttempts how often a call is sent at most, including the first time; at least 1
 * @param deadline the time when the whole run must end
 */
public record CallLimits(Duration connectTimeout, Duration readTimeout, int maxAttempts, Instant deadline) {

    public static final int DEFAULT_ATTEMPTS = 6;

    public CallLimits {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("at least one attempt is needed");
        }
    }

    /** Five seconds to connect, twenty for an answer, six attempts. */
    public static CallLimits until(Instant deadline) {
        return new CallLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), DEFAULT_ATTEMPTS, deadline);
    }

    /** The same limits with another number of attempts. */
    public CallLimits attempts(int attempts) {
        return new CallLimits(connectTimeout, readTimeout, attempts, deadline);
    }
}
