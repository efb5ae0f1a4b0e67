package dev.shareimage.cloud.aliyun.credentials;

import java.util.Collection;
import java.util.stream.Collectors;

/** Formats names of profiles for people. */
final class Names {

    private static final int MAX_SHOWN = 20;

    private static final int MAX_LENGTH = 64;

    private Names() {}

    /** The names in quotation marks; only the first ones of a long list. */
    static String of(Collection<String> names, CredentialFailures failures) {
        if (names.isEmpty()) {
            return failures.sentence("names.none");
        }
        String shown = names.stream().limit(MAX_SHOWN).map(Names::quoted).collect(Collectors.joining(", "));
        return names.size() <= MAX_SHOWN ? shown : shown + ", …";
    }

    static String quoted(String name) {
        String visible = CredentialFailures.visible(name);
        return "'" + (visible.length() <= MAX_LENGTH ? visible : visible.substring(0, MAX_LENGTH) + "…") + "'";
    }
}
