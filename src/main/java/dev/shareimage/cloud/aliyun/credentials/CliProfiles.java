package dev.shareimage.cloud.aliyun.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The profiles that {@code aliyun configure} keeps in {@code ~/.aliyun/config.json}.
 *
 * @param file the name of the file in messages
 * @param current the name of the profile in use; the vendor uses {@code default} if the file names none
 */
record CliProfiles(String file, String current, Map<String, Profile> profiles, CredentialFailures failures) {

    private static final String DEFAULT = "default";

    /** A profile without any of these fields is what an interrupted {@code aliyun configure} leaves. It is ignored. */
    private static final List<String> CREDENTIALS = List.of(
            "access_key_id",
            "access_key_secret",
            "sts_token",
            "ram_role_arn",
            "ram_role_name",
            "source_profile",
            "process_command",
            "credentials_uri",
            "oidc_provider_arn",
            "oidc_token_file",
            "cloud_sso_sign_in_url",
            "oauth_site_type",
            "private_key",
            "key_pair_name",
            "bearer_token");

    /** Reads the profiles. There are none if the file is missing, or if the environment disables it. */
    static CliProfiles read(CredentialSettings settings) throws CloudException {
        CredentialFailures failures = settings.failures();
        Variables variables = settings.variables();
        CliProfiles none = new CliProfiles("", DEFAULT, Map.of(), failures);
        if (variables.on("ALIBABA_CLOUD_CLI_PROFILE_DISABLED") || variables.profileIgnored()) {
            return none;
        }
        Optional<String> named = variables.value("ALIBABA_CLOUD_CONFIG_FILE");
        SettingsFile file = named.isPresent()
                ? SettingsFile.named(named.get(), "ALIBABA_CLOUD_CONFIG_FILE", failures)
                : SettingsFile.usual(settings.home().resolve(".aliyun/config.json"), failures);
        Optional<String> text = file.read();
        return text.isPresent() ? parse(text.get(), file.shown(), failures) : none;
    }

    private static CliProfiles parse(String text, String file, CredentialFailures failures) throws CloudException {
        try {
            return parse(Json.parse(text), file, failures);
        } catch (JsonException e) {
            // The invalid text may be the secret itself without its quotation marks.
            String key = e.place().isEmpty() ? "config.no-json" : "config.no-json-from";
            throw failures.unusable(key, file, e.place());
        }
    }

    private static CliProfiles parse(JsonNode root, String file, CredentialFailures failures) throws CloudException {
        JsonNode list = root.path("profiles");
        JsonNode current = root.path("current");
        boolean listed = list.isMissingNode() || list.isNull() || list.isArray();
        boolean named = current.isMissingNode() || current.isNull() || current.isTextual();
        if (!root.isObject() || !listed || !named) {
            throw failures.unusable("place", file, failures.sentence("config.form"));
        }
        Map<String, Profile> profiles = new LinkedHashMap<>();
        for (JsonNode node : list) {
            if (!node.isObject()) {
                throw failures.unusable("place", file, failures.sentence("config.form"));
            }
            String name = node.path("name").asText("");
            profiles.putIfAbsent(name, new Profile(Profile.Kind.PROFILE, name, file, JsonFields.texts(node), failures));
        }
        String name = current.asText("").strip();
        return new CliProfiles(file, name.isEmpty() || current.isNull() ? DEFAULT : name, profiles, failures);
    }

    Optional<Profile> named(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    /**
     * The profile to use if none was requested; empty if none is set up.
     *
     * @throws CloudException if there are profiles, but the one in use is missing
     */
    Optional<Profile> inUse() throws CloudException {
        Optional<Profile> found = named(current);
        if (found.isPresent()) {
            return found.filter(profile -> !current.equals(DEFAULT) || filledIn(profile));
        }
        if (profiles.isEmpty() && current.equals(DEFAULT)) {
            return Optional.empty();
        }
        throw failures.unusable(
                "place", file, failures.sentence("config.current", current, Names.of(profiles.keySet(), failures)));
    }

    private static boolean filledIn(Profile profile) {
        return !profile.text("mode").orElse("AK").equals("AK")
                || CREDENTIALS.stream().anyMatch(profile::has);
    }
}
