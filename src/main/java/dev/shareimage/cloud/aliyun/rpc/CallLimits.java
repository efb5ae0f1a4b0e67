package dev.shareimage.cloud.aliyun.rpc;

import java.time.Duration;
import java.time.Instant;

/**
 * How long and how often to try.
 *
 * @param connectTimeout for each connection
 * @param readTimeout for each answer
 * @param maxAttempts how often a call is sent at most, the first time included; at least 1
 * @param deadline when the whole run has to be over
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

    /** The same, with another number of attempts. */
    public CallLimits attempts(int attempts) {
        return new CallLimits(connectTimeout, readTimeout, attempts, deadline);
    }
}
