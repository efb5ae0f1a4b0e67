package dev.shareimage.cloud.aliyun.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Credentials from a program. Its answer is a profile of the vendor's CLI, and the answer's mode says how the key is
 * used. Fields that the answer lacks are taken from the profile that names the program.
 *
 * @param sources makes a source from the profile
 */
record ExternalSession(Profile profile, ExternalProgram program, Sources sources)
        implements SessionCredentials.Session {

    /** Names that metadata servers use. Some programs print them unchanged. */
    private static final Map<String, String> SESSION_NAMES = Map.of(
            "AccessKeyId", "access_key_id",
            "AccessKeySecret", "access_key_secret",
            "SecurityToken", "sts_token",
            "Expiration", "expiration");

    private static final Set<String> KEYS = Set.of(CliMode.AK.label(), CliMode.STS_TOKEN.label());

    /**
     * The vendor's SDKs write the key of an earlier answer into the profile. It must not be combined with a new one.
     */
    private static final List<String> KEY = List.of("access_key_id", "access_key_secret", "sts_token");

    /** Makes a source from a profile. */
    @FunctionalInterface
    interface Sources {
        CredentialsSource of(Profile profile, CliMode mode) throws CloudException;
    }

    @Override
    public Credentials start() throws CloudException {
        Map<String, String> values = answer();
        Profile answer = profile.of(KEYS.contains(values.get("mode")) ? values : merged(values));
        CliMode mode = CliMode.of(answer);
        if (mode == CliMode.EXTERNAL) {
            throw profile.unusable("program.external");
        }
        if (!KEYS.contains(mode.label())) {
            return sources.of(answer, mode).current();
        }
        Credentials key = answer.session("sts_token");
        return new Credentials(key.accessKeyId(), key.accessKeySecret(), key.securityToken(), expiry(answer));
    }

    /** The members of the answer. Without a mode it is a key, with or without a session token. */
    private Map<String, String> answer() throws CloudException {
        try {
            JsonNode root = Json.parse(program.output());
            Map<String, String> values = new HashMap<>();
            JsonFields.texts(root).forEach((name, value) -> values.put(SESSION_NAMES.getOrDefault(name, name), value));
            values.putIfAbsent("mode", values.containsKey("sts_token") ? "StsToken" : "AK");
            return values;
        } catch (IOException e) {
            throw profile.unusable("program.failed", String.valueOf(e.getMessage()));
        } catch (JsonException e) {
            throw profile.unusable("program.failed", profile.failures().sentence("answer.no-json"));
        }
    }

    private Map<String, String> merged(Map<String, String> values) {
        Map<String, String> merged = new HashMap<>(profile.values());
        if (values.containsKey("access_key_id")) {
            KEY.forEach(merged::remove);
        }
        merged.putAll(values);
        return merged;
    }

    private static @Nullable Instant expiry(Profile answer) {
        return SessionJson.expiry(answer.text("expiration").orElse(""));
    }
}
