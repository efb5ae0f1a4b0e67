package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;

/** A source of credentials. It may be used by several threads. */
public interface CredentialsSource {

    /**
     * Returns credentials that are valid now, as far as is known.
     *
     * @throws CloudException of kind {@code NO_CREDENTIALS} if there are none
     */
    Credentials current() throws CloudException;

    /**
     * Replaces credentials that the cloud calls expired.
     *
     * @return whether there are new ones; false for sources that never change
     */
    default boolean renew(Credentials expired) throws CloudException {
        return false;
    }
}
