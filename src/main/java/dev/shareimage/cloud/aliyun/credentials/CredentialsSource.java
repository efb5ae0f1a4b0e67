package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;

/** Gives credentials to sign with; safe for use by many threads. */
public interface CredentialsSource {

    /**
     * Credentials that are good now, as far as can be told.
     *
     * @throws CloudException of kind {@code NO_CREDENTIALS} when there are none
     */
    Credentials current() throws CloudException;

    /**
     * Gets others in place of those that the cloud calls expired.
     *
     * @return whether there are others now; false from sources that always give the same
     */
    default boolean renew(Credentials expired) throws CloudException {
        return false;
    }
}
