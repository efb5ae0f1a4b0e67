package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CloudException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A failed attempt at a call. */
final class AttemptException extends Exception {

    private static final long serialVersionUID = 1L;

    private final CloudException failure;
    private final FailureKind failureKind;
    private final int status;
    private final Duration retryAfter;
    private final @Nullable Instant serverTime;

    /**
     * @param failure the failure for the caller if this was the last attempt
     * @param status the HTTP status, or 0 without an answer
     * @param retryAfter how long the cloud asks to wait, or zero
     * @param serverTime the cloud's time, or null
     */
    AttemptException(
            CloudException failure,
            FailureKind failureKind,
            int status,
            Duration retryAfter,
            @Nullable Instant serverTime) {
        super(failure);
        this.failure = failure;
        this.failureKind = failureKind;
        this.status = status;
        this.retryAfter = retryAfter;
        this.serverTime = serverTime;
    }

    /** A failed attempt without an answer. */
    AttemptException(CloudException failure, FailureKind failureKind) {
        this(failure, failureKind, 0, Duration.ZERO, null);
    }

    CloudException failure() {
        return failure;
    }

    FailureKind failureKind() {
        return failureKind;
    }

    int status() {
        return status;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    @Nullable
    Instant serverTime() {
        return serverTime;
    }
}
