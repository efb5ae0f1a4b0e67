package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A named group of settings in a file of credentials. Its text form shows no value. */
record Profile(Kind kind, String name, String file, Map<String, String> values, CredentialFailures failures) {

    /** The file that it stands in, by how people name its parts. */
    enum Kind {
        PROFILE("profile", "mode"),
        SECTION("section", "type");

        private final String label;
        private final String selector;

        Kind(String label, String selector) {
            this.label = label;
            this.selector = selector;
        }
    }

    Profile {
        values = Map.copyOf(values);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean has(String key) {
        return text(key).isPresent();
    }

    String required(String key) throws CloudException {
        return text(key).orElseThrow(() -> unusable("field.missing", key));
    }

    /** Fails for the first of the fields that is missing, and names all. */
    void require(String mode, List<String> keys) throws CloudException {
        for (String key : keys) {
            if (!has(key)) {
                throw unusable("field.incomplete", key, kind.selector + " " + mode, String.join(", ", keys));
            }
        }
    }

    /** Whether a field says true; false where it says nothing. */
    boolean on(String key) throws CloudException {
        String value = text(key).orElse("false");
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return value.equalsIgnoreCase("true");
        }
        throw unusable("field.wrong", key, "true");
    }

    /** A point in time in seconds; zero where it is not known. */
    long seconds(String key) throws CloudException {
        String value = text(key).orElse("0");
        if (!value.matches("[0-9]{1,12}")) {
            throw unusable("field.wrong", key, "1796043600");
        }
        return Long.parseLong(value);
    }

    /** A key that goes along without a session. */
    Credentials key() throws CloudException {
        return Credentials.key(required("access_key_id"), required("access_key_secret"));
    }

    /** A key, with its session token where there is one. */
    Credentials session(String tokenKey) throws CloudException {
        return new Credentials(
                required("access_key_id"),
                required("access_key_secret"),
                text(tokenKey).orElse(null),
                null);
    }

    /** The same with other values. */
    Profile of(Map<String, String> others) {
        return new Profile(kind, name, file, others, failures);
    }

    /** What is wrong with it. */
    CloudException unusable(String key, Object... arguments) {
        return failures.unusable("place", place(), failures.sentence(key, arguments));
    }

    /** Its name and its file. */
    String place() {
        return failures.sentence(kind.label, name, file);
    }

    /** How a profile's place is told of once it is in use. */
    String origin(String mode) {
        return failures.sentence("origin.profile", place(), kind.selector, mode);
    }

    @Override
    public String toString() {
        return "Profile[" + CredentialFailures.visible(name) + "]";
    }
}
