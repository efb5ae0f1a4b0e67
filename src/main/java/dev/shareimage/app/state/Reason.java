package dev.shareimage.app.state;

import dev.shareimage.cloud.CloudException;
import dev.shareimage.domain.Messages;

/** Explains why something could not be read, with the missing RAM action if there is one. */
public final class Reason {

    private Reason() {}

    /** The code, for lists. */
    public static String code(CloudException failure) {
        return failure.missingAction()
                .map(action -> failure.code() + ", " + action)
                .orElse(failure.code());
    }

    /** A sentence in the language of the messages. */
    public static String sentence(CloudException failure, Messages messages) {
        String said = messages.said(failure.text());
        return failure.missingAction().map(action -> said + " (" + action + ")").orElse(said);
    }

    /** A sentence. */
    public static String sentence(CloudException failure) {
        return failure.missingAction()
                .map(action -> failure.text() + " (" + action + ")")
                .orElse(failure.text());
    }
}
