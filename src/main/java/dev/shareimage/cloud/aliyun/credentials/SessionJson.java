package dev.shareimage.cloud.aliyun.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the credentials of a session in the format of metadata servers and credentials addresses. */
record SessionJson(CredentialFailures failures) {

    /**
     * Reads a session.
     *
     * @throws IOException if there is none, or if the answer is an error; the message quotes only the error's code
     */
    Credentials read(String text) throws IOException {
        try {
            JsonNode root = Json.parse(text);
            check(root.path("Code").asText("Success"));
            String token = root.path("SecurityToken").asText("");
            return new Credentials(
                    required(root, "AccessKeyId"),
                    required(root, "AccessKeySecret"),
                    token.isEmpty() ? null : token,
                    expiry(root.path("Expiration").asText("")));
        } catch (JsonException e) {
            throw new IOException(failures.sentence("answer.no-json"), e);
        }
    }

    private void check(String code) throws IOException {
        if (!code.equals("Success")) {
            String shown = code.matches("[A-Za-z.]{1,64}") ? code : "…";
            throw new IOException(failures.sentence("answer.code", shown));
        }
    }

    private String required(JsonNode root, String name) throws IOException {
        String value = root.path(name).asText("");
        if (value.isEmpty()) {
            throw new IOException(failures.sentence("field.missing", name));
        }
        return value;
    }

    /** The time when the session expires; null if it is not known. */
    static @Nullable Instant expiry(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
