package dev.shareimage.cli.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shareimage.app.Failure;
import dev.shareimage.cli.options.UsageException.Place;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a command did not do what was requested.
 *
 * @param code the cloud's code, or one of this program in the same style
 * @param message a sentence
 * @param requestId the request id for the cloud's support, or null
 * @param fix what to do next, or null
 * @param ours whether the code is the program's own, which does not help people
 * @param details the parts of a message about places in files, or nothing
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
     * One of several problems.
     *
     * @param place its place in a file, or null
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

    /** A problem that the program found. */
    public static Problem ours(String code, String message, @Nullable String fix) {
        return new Problem(code, message, null, fix, true, List.of());
    }

    /** A problem with places in files. */
    public Problem with(List<Detail> parts) {
        return new Problem(code, message, requestId, fix, ours, parts);
    }

    /** A failure of the cloud. */
    public static Problem ofCloud(String code, String message, @Nullable String requestId, @Nullable String fix) {
        return new Problem(code, message, requestId, fix, false, List.of());
    }

    /** A failure that the application reports. */
    public static Problem of(Failure failure) {
        return new Problem(
                failure.code(),
                failure.message(),
                failure.requestId(),
                failure.fix(),
                failure.code().equals(PRECONDITION_FAILED) || failure.kind() == CloudException.Kind.INTERRUPTED,
                List.of());
    }

    /** The problem as JSON. */
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
