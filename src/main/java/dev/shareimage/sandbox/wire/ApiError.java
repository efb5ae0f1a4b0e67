package dev.shareimage.sandbox.wire;

import org.jspecify.annotations.Nullable;

/**
 * A refusal by the cloud. It becomes the error body of an answer.
 *
 * <p>Codes and HTTP status are those of the vendor's error tables, including misspellings.
 */
public final class ApiError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable String missingAction;
    private final boolean explicit;

    public ApiError(int status, String code, String message) {
        this(status, code, message, null);
    }

    /**
     * @param missingAction the RAM action the caller lacks, shown as {@code AccessDeniedDetail.AuthAction}
     */
    public ApiError(int status, String code, String message, @Nullable String missingAction) {
        this(status, code, message, missingAction, false);
    }

    /** @param explicit whether a policy denies the action; false if none allows it */
    public ApiError(int status, String code, String message, @Nullable String missingAction, boolean explicit) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.missingAction = missingAction;
        this.explicit = explicit;
    }

    /** HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** The error code, such as {@code InvalidImageId.NotFound}. */
    public String code() {
        return code;
    }

    /** What the error body says. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** The RAM action that the caller lacks, or null when the refusal is about something else. */
    public @Nullable String missingAction() {
        return missingAction;
    }

    /** Whether a policy denies the missing action outright. */
    public boolean isExplicit() {
        return explicit;
    }
}
