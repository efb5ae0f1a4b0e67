package dev.shareimage.cloud.aliyun.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cloud.aliyun.http.HttpResponse;
import dev.shareimage.cloud.aliyun.http.Redaction;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The error in an answer: usually JSON, XML from some gateways, anything from a proxy.
 *
 * @param code the cloud's code, or {@code Http} and the status if there is none
 * @param message the message without secrets; never empty
 * @param authAction the missing permission if the answer names it
 */
record ErrorResponse(
        int status,
        String code,
        String message,
        @Nullable String requestId,
        @Nullable String authAction) {

    private static final int MAX_WORD = 128;
    private static final Set<String> SUCCESS = Set.of("200", "ok", "success");

    /** @param secrets the secrets of the request, in case the answer quotes them */
    static ErrorResponse read(HttpResponse response, Secrets secrets) {
        String text = response.text();
        try {
            JsonNode root = Json.parse(text);
            return of(
                    response.status(),
                    hidden(text(root, "Code"), secrets),
                    hidden(text(root, "Message"), secrets),
                    requestId(response, root, secrets),
                    hidden(text(root.path("AccessDeniedDetail"), "AuthAction"), secrets));
        } catch (JsonException e) {
            @Nullable String id = word(hidden(element(text, "RequestId"), secrets));
            return of(
                    response.status(),
                    hidden(element(text, "Code"), secrets),
                    hidden(element(text, "Message"), secrets),
                    id == null ? headerId(response, secrets) : id,
                    hidden(element(text, "AuthAction"), secrets));
        }
    }

    /** Whether the answer is an error although its status is not, as from some gateways. */
    static boolean isOne(JsonNode root) {
        @Nullable String code = word(text(root, "Code"));
        return code != null && text(root, "Message") != null && !SUCCESS.contains(code.toLowerCase(Locale.ROOT));
    }

    /** The request's id from the body, or else from the header. */
    static @Nullable String requestId(HttpResponse response, JsonNode root, Secrets secrets) {
        @Nullable String id = word(hidden(text(root, "RequestId"), secrets));
        return id == null ? headerId(response, secrets) : id;
    }

    private static @Nullable String headerId(HttpResponse response, Secrets secrets) {
        return word(hidden(response.header("x-acs-request-id").orElse(null), secrets));
    }

    private static @Nullable String hidden(@Nullable String text, Secrets secrets) {
        return text == null ? null : secrets.hide(text);
    }

    private static ErrorResponse of(
            int status,
            @Nullable String code,
            @Nullable String message,
            @Nullable String requestId,
            @Nullable String authAction) {
        String line = message == null ? "" : Redaction.line(message);
        String known = word(code);
        return new ErrorResponse(
                status,
                known == null ? "Http" + status : known,
                line.isEmpty() ? "the answer was HTTP " + status + " without an explanation" : line,
                requestId,
                word(authAction));
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static @Nullable String element(String xml, String name) {
        int start = xml.indexOf("<" + name + ">");
        int end = xml.indexOf("</" + name + ">", Math.max(0, start));
        return start < 0 || end < 0 ? null : xml.substring(start + name.length() + 2, end);
    }

    /** The text if it is a single word. All codes and ids are, so anything else is not from the cloud. */
    private static @Nullable String word(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_WORD) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 || !(Character.isLetterOrDigit(c) || "_:.*/-".indexOf(c) >= 0)) {
                return null;
            }
        }
        return text;
    }
}
