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
 */
public record Problem(
        String code,
        String message,
        @Nullable String requestId,
        @Nullable String fix) {

    /** The same for a failure that the application reports. */
    public static Problem of(Failure failure) {
        return new Problem(failure.code(), failure.message(), failure.requestId(), failure.fix());
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
