package dev.shareimage.sandbox.fault;

import dev.shareimage.sandbox.wire.Attempt;
import dev.shareimage.sandbox.world.AccessKey;
import dev.shareimage.sandbox.world.Session;
import dev.shareimage.sandbox.world.World;
import java.time.Instant;

/** Changes of the world between two calls. */
final class WorldChanges {

    private WorldChanges() {}

    /** A KMS key has another state from now on. */
    static void setKeyState(World world, String keyId, String state) {
        world.keys().stream()
                .filter(key -> key.id().equals(keyId))
                .toList()
                .forEach(key -> world.keys().put(key.withState(state)));
    }

    /** An account no longer has an image. */
    static void unshare(World world, String imageKey, String accountId) {
        world.images()
                .find(imageKey)
                .ifPresent(image -> world.images()
                        .put(image.withShares(image.shares().stream()
                                .filter(share -> !share.accountId().equals(accountId))
                                .toList())));
    }

    /** The key that signed the call is disabled. */
    static void disableAccessKey(World world, Attempt attempt) {
        world.accessKeys()
                .find(attempt.accessKeyId())
                .ifPresent(key -> world.accessKeys()
                        .put(new AccessKey(key.id(), key.secret(), key.accountId(), key.userName(), true)));
    }

    /** The session that signed the call has expired. */
    static void expireSession(World world, Attempt attempt) {
        world.sessions()
                .find(attempt.accessKeyId())
                .ifPresent(session -> world.sessions().put(expired(session, attempt.now())));
    }

    private static Session expired(Session session, Instant now) {
        return new Session(
                session.accessKeyId(),
                session.secret(),
                session.token(),
                session.accountId(),
                session.roleName(),
                session.sessionName(),
                session.policy(),
                now.minusSeconds(1));
    }
}
