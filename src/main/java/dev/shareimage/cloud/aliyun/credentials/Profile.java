package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A named group of settings in a file of credentials. Its text form shows no value. */
record Profile(Kind kind, String name, String file, Map<String, String> values, CredentialFailures failures) {

    /** The kind of file, and what its parts are called. */
    enum Kind {
        PROFILE("profile", "mode"),
        SECTION("section", "type");

        private final String label;
        private final String selector;

        Kind(String label, String selector) {
            this.label = label;
            this.selector = selector;
        }

        /** The field that names the form of the credentials. */
        String selector() {
            return selector;
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

    /** Checks that all fields are there. The failure is about the first missing one and names all. */
    void require(String mode, List<String> keys) throws CloudException {
        for (String key : keys) {
            if (!has(key)) {
                throw unusable("field.incomplete", key, kind.selector + " " + mode, String.join(", ", keys));
            }
        }
    }

    /** Whether a field is true; false if it is missing. */
    boolean on(String key) throws CloudException {
        String value = text(key).orElse("false");
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return value.equalsIgnoreCase("true");
        }
        throw unusable("field.wrong", key, "true");
    }

    /** A point in time in seconds; zero if it is missing. */
    long seconds(String key) throws CloudException {
        String value = text(key).orElse("0");
        if (!value.matches("[0-9]{1,12}")) {
            throw unusable("field.wrong", key, "1796043600");
        }
        return Long.parseLong(value);
    }

    /** A key that is used without a session token. */
    Credentials key() throws CloudException {
        return Credentials.key(required("access_key_id"), required("access_key_secret"));
    }

    /** A key, with its session token if there is one. */
    Credentials session(String tokenKey) throws CloudException {
        return new Credentials(
                required("access_key_id"),
                required("access_key_secret"),
                text(tokenKey).orElse(null),
                null);
    }

    /** The same profile with other values. */
    Profile of(Map<String, String> others) {
        return new Profile(kind, name, file, others, failures);
    }

    /** The profile's name and file. */
    CloudException unusable(String key, Object... arguments) {
        return failures.unusable("place", place(), failures.sentence(key, arguments));
    }

    /** The origin of the credentials, for people. */
    String place() {
        return failures.sentence(kind.label, name, file);
    }

    /** The description of a profile's place while it is used. */
    String origin(String mode) {
        return failures.sentence("origin.profile", place(), kind.selector, mode);
    }

    @Override
    public String toString() {
        return "Profile[" + CredentialFailures.visible(name) + "]";
    }
}
