package dev.shareimage.cloud.aliyun.http;

import java.io.IOException;

/** A request without a complete answer. */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final Outcome outcome;

    /** What happened to the request, and what will happen to the next one. */
    public enum Outcome {
        /** The other side did not receive it. It may receive the next one. */
        NOT_SENT,
        /** The other side may have received it. */
        SENT,
        /**
         * The other side did not receive it and will not receive the next one, because of this machine's configuration.
         */
        BARRED
    }

    /** @param code a code in the style of the cloud's codes, such as {@code ConnectionFailed} */
    public TransportException(String code, String message, Outcome outcome, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.outcome = outcome;
    }

    public String code() {
        return code;
    }

    /** Whether the other side may have received the request. */
    public boolean sent() {
        return outcome == Outcome.SENT;
    }

    /** Whether the next request will fail in the same way. */
    public boolean barred() {
        return outcome == Outcome.BARRED;
    }
}
