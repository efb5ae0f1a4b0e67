package dev.shareimage.cloud.aliyun.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the credentials of a session as metadata servers, credentials addresses and programs write them. */
final class SessionJson {

    private SessionJson() {}

    /**
     * @throws IOException when it holds no credentials; the message quotes nothing of it
     */
    static Credentials read(String text) throws IOException {
        try {
            JsonNode root = Json.parse(text);
            return new Credentials(
                    required(root, "AccessKeyId", "access_key_id"),
                    required(root, "AccessKeySecret", "access_key_secret"),
                    either(root, "SecurityToken", "sts_token"),
                    expiry(root));
        } catch (JsonException e) {
            throw new IOException("what it gave is not JSON", e);
        }
    }

    private static String required(JsonNode root, String name, String alternative) throws IOException {
        String value = either(root, name, alternative);
        if (value == null) {
            throw new IOException("what it gave has no " + name);
        }
        return value;
    }

    private static @Nullable String either(JsonNode root, String name, String alternative) {
        String value = root.path(name).asText("");
        String other = value.isEmpty() ? root.path(alternative).asText("") : value;
        return other.isEmpty() ? null : other;
    }

    private static @Nullable Instant expiry(JsonNode root) {
        try {
            String text = root.path("Expiration").asText("");
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
