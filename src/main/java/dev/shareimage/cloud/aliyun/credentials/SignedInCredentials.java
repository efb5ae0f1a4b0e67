package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The session that a sign-in wrote into a profile. Only a person can sign in again.
 *
 * @param ended makes the failure for an expired session
 */
record SignedInCredentials(Credentials session, CloudTime time, Supplier<CloudException> ended)
        implements CredentialsSource {

    @Override
    public Credentials current() throws CloudException {
        if (over(time.instant()) && over(time.ask())) {
            throw ended.get();
        }
        return session;
    }

    @Override
    public boolean renew(Credentials expired) throws CloudException {
        throw ended.get();
    }

    private boolean over(Instant now) {
        return session.expiry() != null && !now.isBefore(session.expiry());
    }
}
