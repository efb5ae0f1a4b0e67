package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.cloud.CloudException.Kind;
import dev.shareimage.domain.Messages;
import java.util.Arrays;

/**
 * Failures to find or to get credentials, in the language of the run. None quotes what may be a secret.
 *
 * @param language {@code en}, {@code ja} or {@code zh}
 */
record CredentialFailures(String language) {

    private static final String CALL = "Credentials";

    /** Names are cut earlier; this bounds what is put together of them. */
    private static final int MAX_SHOWN = 2000;

    /** Nothing is set up anywhere. */
    CloudException nowhere() {
        return new CloudException(Kind.NO_CREDENTIALS, CALL, "NoCredentials", sentence("nowhere"));
    }

    /** What is set up cannot be used; to go on to the next place would be to act as somebody else. */
    CloudException unusable(String key, Object... arguments) {
        return new CloudException(Kind.NO_CREDENTIALS, CALL, "UnusableCredentials", sentence(key, arguments));
    }

    CloudException interrupted() {
        return new CloudException(Kind.INTERRUPTED, CALL, "Interrupted", sentence("interrupted"));
    }

    /** A sentence, or a part of one. */
    String sentence(String key, Object... arguments) {
        Object[] shown = Arrays.stream(arguments)
                .map(each -> visible(String.valueOf(each)))
                .toArray();
        return Messages.load("credentials", language).get(key, shown);
    }

    /** Text of others, without what a terminal would obey. */
    static String visible(String text) {
        String visible = text.replaceAll("\\p{C}", "\uFFFD");
        return visible.length() <= MAX_SHOWN ? visible : visible.substring(0, MAX_SHOWN) + "…";
    }
}
