package dev.shareimage.app.state;

import dev.shareimage.cloud.CloudException;

/** Says why something could not be read, with the RAM action that is missing where that is why. */
public final class Reason {

    private Reason() {}

    /** The code, for lists. */
    public static String code(CloudException failure) {
        return failure.missingAction()
                .map(action -> failure.code() + ", " + action)
                .orElse(failure.code());
    }

    /** A sentence. */
    public static String sentence(CloudException failure) {
        return failure.missingAction()
                .map(action -> failure.text() + " (" + action + ")")
                .orElse(failure.text());
    }
}
