package dev.shareimage.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A temporary credential of an assumed role.
 *
 * @param accessKeyId begins with {@code STS.}
 * @param token the security token, which must be sent with each call
 * @param accountId the account of the role
 * @param policy the session policy that limits the role further, or null
 */
public record Session(
        String accessKeyId,
        String secret,
        String token,
        String accountId,
        String roleName,
        String sessionName,
        @Nullable String policy,
        Instant expiration)
        implements Entity {

    @Override
    public String key() {
        return accessKeyId;
    }
}
