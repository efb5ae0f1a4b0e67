package dev.shareimage.cloud.aliyun.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.json.Json;
import dev.shareimage.domain.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The profiles that {@code aliyun configure} keeps in {@code ~/.aliyun/config.json}. */
record CliProfiles(String current, Map<String, Profile> profiles) {

    private static final CliProfiles NONE = new CliProfiles("", Map.of());

    /** The profiles; none where there is no file, or the environment switches it off. */
    static CliProfiles read(CredentialSettings settings) throws CloudException {
        Path file = settings.file("ALIBABA_CLOUD_CONFIG_FILE", ".aliyun/config.json");
        if (settings.enabled("ALIBABA_CLOUD_CLI_PROFILE_DISABLED") || !Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            return parse(Json.parse(Files.readString(file)), file.toString());
        } catch (IOException e) {
            throw NoCredentials.because(file + " cannot be read");
        } catch (JsonException e) {
            // What is wrong may be the secret itself, without its quotation marks.
            String place = e.place().isEmpty() ? "" : " from " + e.place();
            throw NoCredentials.because(file + " is not a file of 'aliyun configure': it is not JSON" + place);
        }
    }

    private static CliProfiles parse(JsonNode root, String file) {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        for (JsonNode node : root.path("profiles")) {
            Map<String, String> values = new HashMap<>();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (member.getValue().isTextual() || member.getValue().isNumber()) {
                    values.put(member.getKey(), member.getValue().asText());
                }
            }
            String name = node.path("name").asText("");
            profiles.put(name, new Profile(name, file, values));
        }
        return new CliProfiles(root.path("current").asText(""), profiles);
    }

    Optional<Profile> named(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    /** The profile asked for, else the current one as long as it is filled in. */
    Optional<Profile> selected(CredentialSettings settings) {
        return settings.profileName().isPresent()
                ? named(settings.profileName().get())
                : named(current).filter(CliProfiles::filledIn);
    }

    /** The CLI leaves an empty profile behind when its questions are not answered. */
    private static boolean filledIn(Profile profile) {
        return !profile.text("mode").orElse("AK").equals("AK")
                || profile.text("access_key_id").isPresent();
    }

    /** The names there are, in words. */
    String namesWith(SharedFile shared) {
        Set<String> names = new LinkedHashSet<>(profiles.keySet());
        names.addAll(shared.sections().keySet());
        return names.isEmpty()
                ? "none at all"
                : names.stream().map(name -> "'" + Profile.quoted(name) + "'").collect(Collectors.joining(", "));
    }
}
