package dev.shareimage.cloud;

import java.util.Optional;

/** Tells who is calling. This needs no permission. */
public interface Identity {

    CallerIdentity caller() throws CloudException;

    /** The origin of the credentials, for people; empty if it is not known, or if there are none. */
    default Optional<String> credentialsOrigin() {
        return Optional.empty();
    }
}
