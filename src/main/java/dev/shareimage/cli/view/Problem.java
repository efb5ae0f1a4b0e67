package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Failure;
import dev.shareimage.cli.options.UsageException.Place;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a command did not do what it was asked for.
 *
 * @param code the cloud's code, or one of this program in the same style
 * @param message a sentence
 * @param requestId for the cloud's support, or null
 * @param fix what to do next, or null
 * @param ours whether the code is ours, so that it tells people nothing
 * @param details the parts of the message where it is about places in files, or nothing
 */
public record Problem(
        String code,
        String message,
        @Nullable String requestId,
        @Nullable String fix,
        boolean ours,
        List<Detail> details) {

    private static final String PRECONDITION_FAILED = "PreconditionFailed";

    public Problem {
        details = List.copyOf(details);
    }

    /**
     * One of several things that are wrong.
     *
     * @param place where in a file it is, or null
     */
    public record Detail(String message, @Nullable Place place) {

        /** The message with the place. */
        public String sentence() {
            return place == null ? message : place + ": " + message;
        }

        private ObjectNode document() {
            ObjectNode document = Json.object();
            document.put("file", place == null ? null : place.file());
            document.put("line", place == null ? null : Integer.valueOf(place.line()));
            document.put("column", place == null ? null : Integer.valueOf(place.column()));
            document.put("message", message);
            return document;
        }
    }

    /** One that the program found itself. */
    public static Problem ours(String code, String message, @Nullable String fix) {
        return new Problem(code, message, null, fix, true, List.of());
    }

    /** The same, where files have things that are wrong. */
    public Problem with(List<Detail> parts) {
        return new Problem(code, message, requestId, fix, ours, parts);
    }

    /** One that the cloud has told of. */
    public static Problem ofCloud(String code, String message, @Nullable String requestId, @Nullable String fix) {
        return new Problem(code, message, requestId, fix, false, List.of());
    }

    /** The same for a failure that the application reports. */
    public static Problem of(Failure failure) {
        return new Problem(
                failure.code(),
                failure.message(),
                failure.requestId(),
                failure.fix(),
                failure.code().equals(PRECONDITION_FAILED) || failure.kind() == CloudException.Kind.INTERRUPTED,
                List.of());
    }

    /** The form in JSON. */
    ObjectNode document() {
        ObjectNode document = Json.object();
        document.put("code", code);
        document.put("message", message);
        document.put("requestId", requestId);
        document.put("fix", fix);
        if (!details.isEmpty()) {
            details.forEach(detail -> document.withArray("problems").add(detail.document()));
        }
        return document;
    }
}
