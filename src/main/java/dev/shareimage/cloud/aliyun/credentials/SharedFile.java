package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sections of {@code ~/.alibabacloud/credentials} or {@code credentials.ini}, which the vendor's SDKs share.
 *
 * @param file the name of the file in messages
 */
record SharedFile(String file, Map<String, Profile> sections, CredentialFailures failures) {

    private static final String VARIABLE = "ALIBABA_CLOUD_CREDENTIALS_FILE";

    static final String DEFAULT = "default";

    static SharedFile read(CredentialSettings settings) throws CloudException {
        CredentialFailures failures = settings.failures();
        Optional<String> named = settings.variables().value(VARIABLE);
        if (named.isPresent()) {
            SettingsFile file = SettingsFile.named(named.get(), VARIABLE, failures);
            return parse(file, file.require(), failures);
        }
        for (String name : new String[] {"credentials", "credentials.ini"}) {
            SettingsFile file =
                    SettingsFile.usual(settings.home().resolve(".alibabacloud").resolve(name), failures);
            Optional<String> text = file.read();
            if (text.isPresent()) {
                return parse(file, text.get(), failures);
            }
        }
        return new SharedFile("", Map.of(), failures);
    }

    private static SharedFile parse(SettingsFile file, String text, CredentialFailures failures) throws CloudException {
        String shown = file.shown();
        Map<String, Profile> profiles = new LinkedHashMap<>();
        new SectionReader(shown, failures)
                .read(text)
                .forEach((name, values) ->
                        profiles.put(name, new Profile(Profile.Kind.SECTION, name, shown, values, failures)));
        return new SharedFile(shown, profiles, failures);
    }

    /** The section with that name, even if it is disabled. */
    Optional<Profile> named(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    /**
     * The section to use if none was requested; empty if none is set up, or if it is disabled.
     *
     * @throws CloudException if there are sections but none is called {@code default}
     */
    Optional<Profile> inUse() throws CloudException {
        Optional<Profile> section = named(DEFAULT);
        if (section.isEmpty() && !sections.isEmpty()) {
            throw failures.unusable(
                    "place", file, failures.sentence("shared.default", Names.of(sections.keySet(), failures)));
        }
        return section.isPresent() && enabled(section.get()) ? section : Optional.empty();
    }

    static boolean enabled(Profile section) throws CloudException {
        return !section.has("enable") || section.on("enable");
    }
}
