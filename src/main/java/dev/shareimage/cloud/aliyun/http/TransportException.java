package dev.shareimage.cloud.aliyun.http;

import java.io.IOException;

/** There was no whole answer. */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final Outcome outcome;

    /** What became of the request, and of the next one. */
    public enum Outcome {
        /** The other side did not get it, and may get the next one. */
        NOT_SENT,
        /** The other side may have got it. */
        SENT,
        /** The other side did not get it and will not get the next one: this machine's set-up keeps it from that. */
        BARRED
    }

    /**
     * @param code in the style of the cloud's codes, such as {@code ConnectionFailed}
     */
    public TransportException(String code, String message, Outcome outcome, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.outcome = outcome;
    }

    public String code() {
        return code;
    }

    /** Whether the other side may have got the request. */
    public boolean sent() {
        return outcome == Outcome.SENT;
    }

    /** Whether the next request will fail in the same way. */
    public boolean barred() {
        return outcome == Outcome.BARRED;
    }
}
