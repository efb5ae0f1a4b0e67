package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.Map;
import java.util.Optional;

/** A named group of settings in a file of credentials. Its text form shows no value. */
record Profile(String name, String file, Map<String, String> values) {

    Profile {
        values = Map.copyOf(values);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String required(String key) throws CloudException {
        return text(key).orElseThrow(() -> problem("has no " + key));
    }

    /** The key in it, with its session token where it has one. */
    Credentials key(String tokenKey) throws CloudException {
        return new Credentials(
                required("access_key_id"),
                required("access_key_secret"),
                text(tokenKey).orElse(null),
                null);
    }

    /** The role in it. */
    RoleToAssume role(String arnKey, String sessionKey, String secondsKey, String sessionName) throws CloudException {
        Optional<String> seconds = text(secondsKey).filter(value -> value.matches("[1-9][0-9]{2,5}"));
        return new RoleToAssume(
                required(arnKey),
                text(sessionKey).orElse(sessionName),
                seconds.map(Long::valueOf).orElse(3600L),
                text("external_id").orElse(null),
                text("policy").orElse(null));
    }

    CloudException problem(String problem) {
        return NoCredentials.because("profile '" + quoted(name) + "' of " + file + " " + problem);
    }

    static String quoted(String name) {
        String visible = name.replaceAll("\\p{C}", "\uFFFD");
        return visible.length() <= 64 ? visible : visible.substring(0, 64) + "…";
    }

    @Override
    public String toString() {
        return "Profile[" + quoted(name) + "]";
    }
}
