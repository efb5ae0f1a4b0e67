package dev.shareimage.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A temporary credential: somebody who assumed a role.
 *
 * @param accessKeyId begins with {@code STS.}
 * @param token what must be sent along with the signature
 * @param accountId the account of the role
 * @param policy what narrows the role's rights further, or null
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
