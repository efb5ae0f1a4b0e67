package dev.shareimage.cloud.aliyun.rpc;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.cloud.aliyun.http.HttpResponse;
import dev.shareimage.cloud.aliyun.http.TransportException;
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
    private AttemptException(
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

    /** An attempt without an answer. */
    static AttemptException withoutAnswer(Call call, TransportException e) {
        Kind kind = e.barred() ? Kind.UNREACHABLE : Kind.UNAVAILABLE;
        CloudException failure = new CloudException(kind, call.action(), e.code(), String.valueOf(e.getMessage()));
        FailureKind uncertain = e.sent() ? FailureKind.UNCERTAIN : FailureKind.NOT_DONE;
        return new AttemptException(failure, e.barred() ? FailureKind.FINAL : uncertain, 0, Duration.ZERO, null);
    }

    /** An attempt that the cloud answered with an error. */
    static AttemptException of(Call call, HttpResponse response, Secrets secrets) {
        ErrorResponse error = ErrorResponse.read(response, secrets);
        return new AttemptException(
                Errors.failure(call, error),
                Errors.failureKind(error),
                response.status(),
                retryAfter(response),
                ApiClient.serverTime(response));
    }

    /** An attempt with an answer that cannot be the cloud's. */
    static AttemptException malformed(Call call, HttpResponse response) {
        String message =
                "the answer to " + call.action() + " is not JSON; a proxy may have answered in the cloud's place";
        CloudException failure = new CloudException(Kind.UNAVAILABLE, call.action(), "MalformedAnswer", message);
        return new AttemptException(failure, FailureKind.UNCERTAIN, response.status(), Duration.ZERO, null);
    }

    /** The time to wait. It is in milliseconds, unlike HTTP's own header. */
    private static Duration retryAfter(HttpResponse response) {
        return response.header("x-acs-retry-after")
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(value -> Duration.ofMillis(Long.parseLong(value)))
                .orElse(Duration.ZERO);
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
