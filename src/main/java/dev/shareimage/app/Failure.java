package dev.shareimage.app;

import dev.shareimage.cloud.CloudException;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done.
 *
 * @param kind what it means for the exit code
 * @param code the cloud's error code, or one of ours in its style, such as {@code NotConfirmed}
 * @param message one sentence
 * @param requestId for the cloud's support, or null
 * @param fix what to do next, or null
 */
public record Failure(
        CloudException.Kind kind,
        String code,
        String message,
        @Nullable String requestId,
        @Nullable String fix) {

    /** The code of an account that the cloud took without an error and that has not got the image all the same. */
    public static final String NOT_CONFIRMED = "NotConfirmed";
}
