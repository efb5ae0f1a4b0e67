package dev.shareimage.cloud;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not succeed, after all retries that make sense.
 *
 * <p>Messages are fit for people: no URL, key, token or signature is in them.
 */
public final class CloudException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a call did not succeed, as far as it matters for what to do next. */
    public enum Kind {
        /** There are no usable credentials, or the cloud does not know them. */
        NO_CREDENTIALS,
        /** The identity lacks a permission; {@link CloudException#missingAction()} names it where the cloud did. */
        NOT_PERMITTED,
        /** What the call is about does not exist. */
        NOT_FOUND,
        /** What the call would create exists already. */
        ALREADY_EXISTS,
        /** Throttling, network or server faults outlasted the retries, or the time budget ran out. Safe to repeat. */
        UNAVAILABLE,
        /** The way to the cloud is barred for this machine as it is set up, and trying again does not open it. */
        UNREACHABLE,
        /** The cloud answered something that cannot be understood. */
        MALFORMED,
        /** The run was interrupted. */
        INTERRUPTED,
        /** The cloud refused for another reason, which its code says. */
        REFUSED
    }

    private final Kind kind;
    private final String call;
    private final String code;
    private final @Nullable String requestId;
    private final @Nullable String missingAction;

    /**
     * @param call the action that was called, such as {@code ModifyImageSharePermission}
     * @param code the cloud's error code, or one of ours in the same style, such as {@code ConnectionFailed}
     * @param message one sentence without secrets
     */
    public CloudException(
            Kind kind,
            String call,
            String code,
            String message,
            @Nullable String requestId,
            @Nullable String missingAction) {
        super(message);
        this.kind = kind;
        this.call = call;
        this.code = code;
        this.requestId = requestId;
        this.missingAction = missingAction;
    }

    /** A failure that no answer of the cloud stands behind. */
    public CloudException(Kind kind, String call, String code, String message) {
        this(kind, call, code, message, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** The action that was called, such as {@code ModifyImageSharePermission}. */
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

    /** The RAM action that is missing, such as {@code kms:DescribeKey}; present with {@link Kind#NOT_PERMITTED}. */
    public Optional<String> missingAction() {
        return Optional.ofNullable(missingAction);
    }

    /** The message in one piece; never null, unlike its parent's. */
    public String text() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
