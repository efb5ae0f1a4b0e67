package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Failure;
import dev.shareimage.domain.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Why a command did not do what it was asked for.
 *
 * @param code the cloud's, or one of ours in its style
 * @param message a sentence
 * @param requestId for the cloud's support, or null
 * @param fix what to do next, or null
 * @param ours whether the code is ours, so that it tells people nothing
 */
public record Problem(
        String code,
        String message,
        @Nullable String requestId,
        @Nullable String fix,
        boolean ours) {

    private static final String PRECONDITION_FAILED = "PreconditionFailed";

    /** One that the program found itself. */
    public static Problem ours(String code, String message, @Nullable String fix) {
        return new Problem(code, message, null, fix, true);
    }

    /** One that the cloud has told of. */
    public static Problem ofCloud(String code, String message, @Nullable String requestId, @Nullable String fix) {
        return new Problem(code, message, requestId, fix, false);
    }

    /** The same for a failure that the application reports. */
    public static Problem of(Failure failure) {
        return new Problem(
                failure.code(),
                failure.message(),
                failure.requestId(),
                failure.fix(),
                failure.code().equals(PRECONDITION_FAILED));
    }

    /** As it stands in JSON. */
    ObjectNode document() {
        ObjectNode document = Json.object();
        document.put("code", code);
        document.put("message", message);
        document.put("requestId", requestId);
        document.put("fix", fix);
        return document;
    }
}
