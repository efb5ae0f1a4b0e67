package dev.shareimage.cloud;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed, after all useful retries.
 *
 * <p>The message can be shown to people: it contains no URL, key, token or signature.
 */
public final class CloudException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The kind of failure. It decides what to do next. */
    public enum Kind {
        /** There are no usable credentials, or the cloud does not know them. */
        NO_CREDENTIALS,
        /** The identity lacks a permission. {@link CloudException#missingAction()} names it if the cloud did. */
        NOT_PERMITTED,
        /** The thing that the call is about does not exist. */
        NOT_FOUND,
        /** The thing that the call would create already exists. */
        ALREADY_EXISTS,
        /**
         * Throttling, network faults or server faults outlasted the retries, or the time limit was reached. It is safe
         * to repeat.
         */
        UNAVAILABLE,
        /** This machine's configuration prevents the connection. Retries do not help. */
        UNREACHABLE,
        /** The cloud's answer cannot be understood. */
        MALFORMED,
        /** The run was interrupted. */
        INTERRUPTED,
        /** The cloud refused for another reason. Its code says which. */
        REFUSED
    }

    private final Kind kind;
    private final String call;
    private final String code;
    private final @Nullable String requestId;
    private final @Nullable String missingAction;
    private final boolean repeated;

    /**
     * @param call the action, such as {@code ModifyImageSharePermission}
     * @param code the cloud's error code, or one of this program in the same style, such as {@code ConnectionFailed}
     * @param message one sentence without secrets
     */
    public CloudException(
            Kind kind,
            String call,
            String code,
            String message,
            @Nullable String requestId,
            @Nullable String missingAction) {
        this(kind, call, code, message, requestId, missingAction, false);
    }

    private CloudException(
            Kind kind,
            String call,
            String code,
            String message,
            @Nullable String requestId,
            @Nullable String missingAction,
            boolean repeated) {
        super(message);
        this.kind = kind;
        this.call = call;
        this.code = code;
        this.requestId = requestId;
        this.missingAction = missingAction;
        this.repeated = repeated;
    }

    /** A failure without an answer from the cloud. */
    public CloudException(Kind kind, String call, String code, String message) {
        this(kind, call, code, message, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a write may have been done all the same: its answer was lost, or cannot be understood. */
    public boolean leavesOpen() {
        boolean answered = kind != Kind.UNAVAILABLE && kind != Kind.INTERRUPTED && kind != Kind.MALFORMED;
        return !answered && !ErrorCause.of(code).equals(Optional.of(ErrorCause.THROTTLED));
    }

    /** The action, such as {@code ModifyImageSharePermission}. */
    public String call() {
        return call;
    }

    /** The cloud's error code, such as {@code InvalidImageId.NotFound}. */
    public String code() {
        return code;
    }

    /** The cloud's request id, for its support. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** The missing RAM action, such as {@code kms:DescribeKey}. Set with {@link Kind#NOT_PERMITTED}. */
    public Optional<String> missingAction() {
        return Optional.ofNullable(missingAction);
    }

    /** The same failure of a call that was already sent as often as allowed. */
    public CloudException afterRepeats() {
        return new CloudException(kind, call, code, text(), requestId, missingAction, true);
    }

    /** The same failure with the name of what it concerns, where that may be one of many. */
    public CloudException about(String what) {
        return new CloudException(kind, call, code, what + ": " + text(), requestId, missingAction, repeated);
    }

    /** Whether the call was already sent as often as allowed, so that nobody sends it again. */
    public boolean isRepeated() {
        return repeated;
    }

    /** The message. It is never null, unlike {@link #getMessage()}. */
    public String text() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
