package dev.shareimage.sandbox.wire;

import java.time.Instant;

/** Records every call. It is called by many threads. */
@FunctionalInterface
public interface CallLog {

    void add(Entry entry);

    /**
     * One request and its answer.
     *
     * @param product empty when it could not be told; so are {@code action} and {@code caller}
     * @param caller the ARN of who signed
     * @param status the HTTP status of the answer, delivered or not
     * @param code the error code; empty on success
     */
    record Entry(
            Instant start,
            Instant end,
            String product,
            String action,
            String caller,
            int status,
            String code,
            String requestId) {}
}
