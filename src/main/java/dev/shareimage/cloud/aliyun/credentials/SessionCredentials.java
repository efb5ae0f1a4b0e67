package dev.shareimage.cloud.aliyun.credentials;

import dev.shareimage.cloud.CloudException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Credentials of a session. One thread renews them shortly before they expire, and the other threads wait. */
final class SessionCredentials implements CredentialsSource {

    /** Much shorter than the shortest session, and longer than any call. */
    private static final Duration EARLY = Duration.ofMinutes(3);

    private final Session session;
    private final InstantSource clock;
    private @Nullable Credentials kept;
    private boolean wasFresh;

    /** @param clock the cloud's clock, as far as it is known */
    SessionCredentials(Session session, InstantSource clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Gets new credentials. */
    interface Session {
        Credentials start() throws CloudException;
    }

    @Override
    public synchronized Credentials current() throws CloudException {
        if (kept == null || wasFresh && old(kept)) {
            kept = session.start();
            wasFresh = false;
        }
        // If new credentials are already expired, the clock is wrong, and others would be expired too.
        wasFresh |= !old(kept);
        return kept;
    }

    @Override
    public synchronized boolean renew(Credentials expired) throws CloudException {
        if (expired.equals(kept)) {
            kept = session.start();
            wasFresh = false;
        }
        return !expired.equals(kept);
    }

    private boolean old(Credentials credentials) {
        return credentials.expiry() != null && clock.instant().plus(EARLY).isAfter(credentials.expiry());
    }
}
