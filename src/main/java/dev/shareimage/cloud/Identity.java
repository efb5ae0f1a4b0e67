package dev.shareimage.cloud;

import java.util.Optional;

/** Who is calling; needs no permission. */
public interface Identity {

    CallerIdentity caller() throws CloudException;

    /** Where the credentials come from, for people; empty where that is not known, or there are none. */
    default Optional<String> credentialsOrigin() {
        return Optional.empty();
    }
}
