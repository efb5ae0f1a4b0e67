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
 * What a program answers is a profile, as the vendor's CLI takes it: its mode says what becomes of the key in it, and what
 * it leaves out is taken from the profile that names the program.
 *
 * @param sources makes a source of the profile
 */
record ExternalSession(Profile profile, ExternalProgram program, Sources sources)
        implements SessionCredentials.Session {

    /** Names that metadata servers use, which some programs pass on as they are. */
    private static final Map<String, String> SESSION_NAMES = Map.of(
            "AccessKeyId", "access_key_id",
            "AccessKeySecret", "access_key_secret",
            "SecurityToken", "sts_token",
            "Expiration", "expiration");

    private static final Set<String> KEYS = Set.of(CliMode.AK.label(), CliMode.STS_TOKEN.label());

    /** A key of an earlier answer, which the vendor's SDKs write into the profile, does not go with a new one. */
    private static final List<String> KEY = List.of("access_key_id", "access_key_secret", "sts_token");

    /** Makes a source of a profile. */
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

    /** The members of the answer. One without a mode is a key, with or without a session. */
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
