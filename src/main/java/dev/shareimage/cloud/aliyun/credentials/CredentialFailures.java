package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.Messages;
import java.util.Arrays;

/**
 * Makes the failures of finding or getting credentials, in the language of the run. No failure quotes what may be a
 * secret.
 *
 * @param language {@code en}, {@code ja} or {@code zh}
 */
record CredentialFailures(String language) {

    private static final String CALL = "Credentials";

    /** The maximum length of a message. Names are shortened before. */
    private static final int MAX_SHOWN = 2000;

    /** No credentials are set up anywhere. */
    CloudException nowhere() {
        return new CloudException(Kind.NO_CREDENTIALS, CALL, "NoCredentials", sentence("nowhere"));
    }

    /**
     * The credentials that are set up cannot be used. The chain must not go on, because it would act as another
     * identity.
     */
    CloudException unusable(String key, Object... arguments) {
        return new CloudException(Kind.NO_CREDENTIALS, CALL, "UnusableCredentials", sentence(key, arguments));
    }

    CloudException interrupted() {
        return new CloudException(Kind.INTERRUPTED, CALL, "Interrupted", sentence("interrupted"));
    }

    /** A sentence or a part of one. */
    String sentence(String key, Object... arguments) {
        Object[] shown = Arrays.stream(arguments)
                .map(each -> visible(String.valueOf(each)))
                .toArray();
        return Messages.load("credentials", language).get(key, shown);
    }

    /** Replaces characters that could control a terminal in text from outside. */
    static String visible(String text) {
        String visible = text.replaceAll("\\p{C}", "\uFFFD");
        return visible.length() <= MAX_SHOWN ? visible : visible.substring(0, MAX_SHOWN) + "…";
    }
}
